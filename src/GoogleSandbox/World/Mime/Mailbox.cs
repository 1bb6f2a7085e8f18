using System.Text;

namespace Assistant.GoogleSandbox.World.Mime;

/// <summary>A name and an address as RFC 5322 writes them.</summary>
internal sealed record Mailbox(string Name, string Address)
{
    public string ToHeader(string charset, bool quoted)
    {
        if (Name.Length == 0)
            return Address;
        if (!Ascii.IsValid(Name))
            return $"{string.Join("\r\n ", EncodedWord.Encode(Name, charset, quoted))} <{Address}>";
        return Name.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '\'') ? $"{Name} <{Address}>" : $"\"{Name}\" <{Address}>";
    }
}
