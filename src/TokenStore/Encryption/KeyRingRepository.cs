using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Assistant.TokenStore.Encryption;

/// <summary>Keeps the Data Protection ring in the database; its key elements arrive encrypted.</summary>
internal sealed class KeyRingRepository(IDatabase database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        database.Read(session => session.ListAsync("SELECT xml FROM key_ring ORDER BY id", row => XElement.Parse(row.GetString(0))));

    public void StoreElement(XElement element, string friendlyName) =>
        database.Write(session => session.ExecuteAsync(
            "INSERT INTO key_ring (name, xml) VALUES ($name, $xml)",
            ("$name", friendlyName),
            ("$xml", element.ToString(SaveOptions.DisableFormatting))));

    /// <summary>Changes whenever another process added to the ring.</summary>
    public long Revision() => database.Read(session => session.NumberAsync("SELECT coalesce(max(id), 0) FROM key_ring"));
}
