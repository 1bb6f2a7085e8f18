using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary>Message ids as Gmail's: 16 hex digits that begin with the time; no two mailboxes share one.</summary>
internal sealed class MessageIds
{
    private readonly Lock _gate = new();
    private readonly HashSet<ulong> _taken = [];

    public string New(string person, DateTimeOffset at, byte[] raw)
    {
        var hash = SHA256.HashData([.. Encoding.UTF8.GetBytes(person), .. raw]);
        var id = ((ulong)at.ToUnixTimeMilliseconds() << 20) | (BitConverter.ToUInt32(hash) & 0xF_FFFF);
        lock (_gate)
        {
            while (!_taken.Add(id))
                id++;
        }
        return id.ToString("x16", CultureInfo.InvariantCulture);
    }
}
