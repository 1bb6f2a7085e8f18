using System.Text.RegularExpressions;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Style;

namespace Assistant.Tools.Writing;

/// <summary>Who is greeted, as far as a display name or an address tells; without names where it is no person's, or nobody's.</summary>
/// <param name="First">Given name, or empty.</param>
/// <param name="Last">Family name, or empty.</param>
/// <param name="IsFeminine">Null where nobody can tell.</param>
/// <param name="HasTitle">The display name says "Frau", "Mr" or the like: whoever writes so is greeted so.</param>
/// <param name="Degree">"Dr." or "Prof. Dr." with the space behind it, or empty: it stands before a last name.</param>
internal sealed partial record Addressee(string First, string Last, bool? IsFeminine, bool HasTitle, string Degree = "")
{
    private static readonly Addressee Nobody = new("", "", null, HasTitle: false);

    public string Full => $"{First} {Last}".Trim();

    public static Addressee Of(MailAddress person)
    {
        var name = person.Name.Trim();
        if (name.Length == 0 || name.Contains('@', StringComparison.Ordinal))
            return OfAddress(person.Address);
        var (first, last) = SalutationWords.Names(person);
        var title = Title().Match(name);
        bool? feminine = title.Success ? title.Groups["she"].Success : GivenNames.IsFeminine(first);
        // "MÜLLER Hans": the name in capitals is the last.
        if (first.Length > 1 && last.Length > 1 && first.All(char.IsUpper) && last.Any(char.IsLower))
            (first, last) = (last, Capital(first));
        var degree = string.Concat(DegreeWord().Matches(name).Select(match => (match.Value.StartsWith("p", StringComparison.OrdinalIgnoreCase) ? "Prof. " : "Dr. ")).Distinct());
        return feminine is null && degree.Length == 0 && IsFirm(person, first, last) ? Nobody : new(first, last, feminine, title.Success, degree);
    }

    /// <summary>"anna.keller@…", where the first word is a given name.</summary>
    private static Addressee OfAddress(string address)
    {
        var words = address[..address.LastIndexOf('@')].Split(['.', '_', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is 1 or 2 && GivenNames.IsFeminine(words[0]) is { } feminine && words.All(word => word.All(char.IsLetter))
            ? new(Capital(words[0]), words.Length == 2 && words[1].Length > 1 ? Capital(words[1]) : "", feminine, HasTitle: false)
            : Nobody;
    }

    /// <summary>"Harbour Lamps" of harbour-lamps.example, "Support Team", "Weber GmbH".</summary>
    private static bool IsFirm(MailAddress person, string first, string last)
    {
        if (FirmWord().IsMatch(person.Name))
            return true;
        var local = person.Address[..person.Address.LastIndexOf('@')];
        var domain = Letters(person.Domain[..Math.Max(0, person.Domain.LastIndexOf('.'))]);
        var isInDomain = first.Length > 2 && domain.Contains(Letters(first), StringComparison.OrdinalIgnoreCase);
        return (FirmMailbox().IsMatch(local) || isInDomain) && !(last.Length > 0 && Letters(local).Contains(Letters(last), StringComparison.OrdinalIgnoreCase)) && !Letters(local).Equals(Letters(first), StringComparison.OrdinalIgnoreCase);
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..].ToLowerInvariant();

    [GeneratedRegex(@"^(?:(?<she>frau|mrs|ms|miss|madame|mme|señora|sra|signora)|herrn?|mr|monsieur|señor|sr|signor)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex(@"\b(?:dr|prof|professor|professorin)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DegreeWord();

    [GeneratedRegex(@"^(?:the|die|der|das|familie)\s|\b(?:committee|board|club|association|society|foundation|stiftung|rental|agency|agentur|group|media|bäckerei|metzgerei|apotheke|restaurant|café|museum|theater|theatre|stadtwerke|gemeinde|amt|hausverwaltung|redaktion|editors?|gmbh|ag|kg|ug|ohg|mbh|ltd|limited|inc|llc|corp|plc|sarl|sas|s\.a\.|e\.v\.|team|support|service|services|shop|store|verlag|hotel|bank|versicherung|praxis|kanzlei|verein|university|universität|schule|school|newsletter|notifications?|no-?reply)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FirmWord();

    [GeneratedRegex(@"^(?:info|sales|support|office|kontakt|contact|hello|hallo|hi|team|service|billing|accounts?|accounting|invoices?|rechnung(?:en)?|bestellung(?:en)?|orders?|shop|no-?reply|newsletter|news|post|mail|admin|help|jobs|hr|marketing|press|presse|buchhaltung|vertrieb|verwaltung|empfang|bookings?|reservierung(?:en)?|reception|customers?|kundenservice)(?:[.+_-].*)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FirmMailbox();
}
