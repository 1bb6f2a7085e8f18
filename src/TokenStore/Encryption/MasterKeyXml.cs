using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.TokenStore.Encryption;

/// <summary>Encrypts elements of the Data Protection ring under the master key.</summary>
internal sealed class MasterKeyXmlEncryptor(MasterKey key) : IXmlEncryptor
{
    internal const string Place = "key ring";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var box = key.Seal(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)), Place);
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(box)), typeof(MasterKeyXmlDecryptor));
    }
}

/// <summary>Made by Data Protection, which finds the type's name in the ring and hands over its services.</summary>
internal sealed class MasterKeyXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(Encoding.UTF8.GetString(
        services.GetRequiredService<MasterKey>().Open(Convert.FromBase64String(encryptedElement.Value), MasterKeyXmlEncryptor.Place)));
}
