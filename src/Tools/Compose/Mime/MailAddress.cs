using System.Globalization;

namespace Assistant.Tools.Compose.Mime;

/// <summary>A person's name and address (RFC 5322 §3.4). The address is as on the wire: its domain in lower-case ASCII (IDNA).</summary>
/// <param name="Name">As readers show it; may be empty.</param>
/// <param name="Address">Without angle brackets.</param>
internal sealed record MailAddress(string Name, string Address)
{
    private const int LongestLocal = 64;
    private const int LongestAddress = 254;
    private const string AtomSpecials = "!#$%&'*+-/=?^_`{|}~.";

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>Equal for addresses that reach the same mailbox by the rules that hold everywhere: the case of the domain, and of Gmail's local parts.</summary>
    public string Key => Address.ToLowerInvariant();

    public string Domain => Address[(Address.LastIndexOf('@') + 1)..];

    /// <summary>With the domain in its own script.</summary>
    public string Shown
    {
        get
        {
            try
            {
                return Address[..(Address.LastIndexOf('@') + 1)] + Idn.GetUnicode(Domain);
            }
            catch (ArgumentException)
            {
                return Address;
            }
        }
    }

    /// <summary>As a field takes it, whatever characters the name has.</summary>
    public string Written => Name.Length == 0 ? Shown : $"\"{Name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\" <{Shown}>";

    /// <summary>For a person: the name, where there is one, and the address.</summary>
    public override string ToString() => Name.Length == 0 ? Shown : $"{Name} <{Shown}>";

    /// <summary>Checks both parts.</summary>
    /// <param name="field">Named in the error.</param>
    /// <param name="name">As readers show it.</param>
    /// <param name="address">Local part, @, domain; the domain may be in any script.</param>
    /// <exception cref="MailFormatException">It is no address that mail can be sent to.</exception>
    public static MailAddress Create(string field, string name, string address)
    {
        FieldGuard.Check($"A name in {field}", name);
        FieldGuard.Check($"An address in {field}", address);
        var at = address.LastIndexOf('@');
        if (at <= 0 || at == address.Length - 1)
            throw new MailFormatException($"{field}: '{address}' is no mail address. Write name@example.org or Name <name@example.org>; a name with a comma stands in quotes.");
        var (local, domain) = (address[..at], AsciiDomain(field, address, address[(at + 1)..]));
        if (!local.All(char.IsAscii))
            throw new MailFormatException($"{field}: Gmail cannot write to '{address}': only the part behind the @ may have letters other than a to z.");
        if (!IsDotAtom(local) && !IsQuotedString(local))
            throw new MailFormatException($"{field}: '{address}' is no mail address: the part before the @ has a character that needs quotes.");
        var whole = $"{local}@{domain}";
        return local.Length <= LongestLocal && whole.Length <= LongestAddress
            ? new(name.Trim(), whole)
            : throw new MailFormatException($"{field}: an address has at most {LongestAddress} characters, {LongestLocal} of them before the @.");
    }

    private static string AsciiDomain(string field, string address, string domain)
    {
        try
        {
            var ascii = Idn.GetAscii(domain.Normalize()).ToLowerInvariant();
            if (ascii.Contains('.', StringComparison.Ordinal) && ascii.Split('.').All(label => label.Length is > 0 and <= 63))
                return ascii;
        }
        catch (ArgumentException)
        {
            // Said below.
        }

        throw new MailFormatException($"{field}: '{address}' is no mail address: '{domain}' is no domain.");
    }

    private static bool IsDotAtom(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || AtomSpecials.Contains(c, StringComparison.Ordinal))
        && text[0] != '.' && text[^1] != '.' && !text.Contains("..", StringComparison.Ordinal);

    private static bool IsQuotedString(string text)
    {
        if (text.Length < 3 || text[0] != '"' || text[^1] != '"')
            return false;
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] == '\\' && ++i == text.Length - 1)
                return false;
            if (text[i] == '"' && text[i - 1] != '\\')
                return false;
        }

        return true;
    }
}
