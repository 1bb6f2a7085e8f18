using System.Text.RegularExpressions;
using Assistant.Tools.Compose;

namespace Assistant.Tools.Writing;

/// <remarks>
/// Kind: link, address, account, phone, recipient or figure; more where there are too many to show.
/// Why: That it is in no source, or only in what other people wrote.
/// </remarks>
public sealed record EmailFlag(string Kind, string Text, string Why)
{
    internal string ToText() => $"{Kind} '{Text}': {Why}";
}

/// <summary>
/// Finds in a written mail what somebody should look at before it goes out: links, addresses, bank accounts, telephone numbers and figures that the person gave no word of. A link or address
/// that only other people's mail has is flagged as well, because that is how a mail would smuggle one in.
/// </summary>
internal static partial class TextCheck
{
    private const int Most = 40;

    /// <param name="text">Subject and body as they would be sent.</param>
    /// <param name="own">What the person or the caller said: wish, facts, template, times, names.</param>
    /// <param name="sources">What it was written from.</param>
    public static IReadOnlyList<EmailFlag> Flags(string text, IReadOnlyList<string> own, IReadOnlyList<WritingSource> sources)
    {
        var trusted = string.Join('\n', own.Concat(sources.Where(source => source.IsOwn).Select(source => source.Text)));
        var flags = new List<EmailFlag>();
        // Markdown can write a link in ways that only show when it is read: "https&#58;//".
        text = $"{text}\n{MarkdownBody.Shown(text)}";
        var rest = text;
        foreach (Match match in Address().Matches(text))
            Judge("address", match.Value.TrimEnd('.'), Contains);
        rest = Address().Replace(rest, " ");
        foreach (Match match in Link().Matches(rest))
            Judge("link", match.Value.TrimEnd('.', ',', ')', ';', ':', '!', '?', '*', '_', '"', '\''), ContainsLink);
        rest = Link().Replace(rest, " ");
        // Where money or a call would go is as good as an address.
        foreach (Match match in Iban().Matches(rest))
            Judge("account", match.Value, SameLetters);
        foreach (Match match in Phone().Matches(rest))
            Judge("phone", match.Value.Trim(), SameLetters);
        rest = Phone().Replace(Iban().Replace(rest, " "), " ");
        foreach (var figure in Figure().Matches(rest).Select(match => match.Value).Where(value => Digits(value).Length > 1 || "%€$£".Contains(value[^1], StringComparison.Ordinal)))
        {
            if (!HasFigure(trusted, figure) && !sources.Any(source => HasFigure(source.Text, figure) || HasFigure(source.Title, figure)))
                Add("figure", figure, "is in no source");
        }

        return flags;

        void Judge(string kind, string found, Func<string, string, bool> has)
        {
            if (has(trusted, found))
                return;
            var from = sources.Where(source => has(source.Text, found)).Select(source => source.Number).ToList();
            Add(kind, found, from.Count == 0 ? "is in no source" : $"is only in what others wrote: [{string.Join("], [", from)}]");
        }

        void Add(string kind, string found, string why)
        {
            var flag = new EmailFlag(kind, found.Length > 200 ? found[..200] + "…" : found, why);
            if (flags.Contains(flag) || flags.Count > Most)
                return;
            flags.Add(flags.Count < Most ? flag : new("more", "…", "there is more of this kind than is shown: look at the whole text"));
        }
    }

    private static bool Contains(string text, string found)
    {
        for (var at = text.IndexOf(found, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(found, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            // "bank.example" is not in "bank.example.evil.example", and "a.example" not in "aa.example".
            if (!IsPart(text, at - 1) && !IsPart(text, at + found.Length))
                return true;
        }

        return false;
    }

    /// <summary>A page that was named without its scheme is the same page.</summary>
    private static bool ContainsLink(string text, string found) => Contains(text, found) || (Http().Match(found) is { Success: true } scheme && Contains(text, found[scheme.Length..]));

    private static bool SameLetters(string text, string found) => Bare(text).Contains(Bare(found), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static bool IsPart(string text, int at) => at >= 0 && at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '-' or '_' or '@' || (text[at] is '.' or '/' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1])));

    /// <summary>A number as a whole; of a date or a clock its parts, because they are written in many ways.</summary>
    private static bool HasFigure(string text, string figure)
    {
        if (Figure().Matches(text).Any(match => Digits(match.Value) == Digits(figure)))
            return true;
        return Moment().IsMatch(figure) && Groups(text) is var known && Group().Matches(figure).All(group => known.Contains(group.Value.TrimStart('0')));
    }

    private static HashSet<string> Groups(string text) => [.. Group().Matches(text).Select(group => group.Value.TrimStart('0'))];

    private static string Digits(string value) => string.Concat(value.Where(char.IsAsciiDigit)).TrimStart('0');

    [GeneratedRegex(@"(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}(?:@|\s?[\[({]at[\])}]\s?)[\p{L}\d-]+(?:(?:\.|\s?[\[({]dot[\])}]\s?)[\p{L}\d-]+)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    /// <summary>With a scheme, with www, or a bare name with a top level of letters.</summary>
    [GeneratedRegex(@"(?i:\b[a-z][a-z0-9+.-]{1,20}:/?/[^\s<>\])]+|\b(?:javascript|data|mailto|tel|sms):[^\s<>\])]+|\bwww\.[^\s<>\])]+)|(?<![\p{L}\d@.])(?:[\p{L}\d](?:[\p{L}\d-]{0,62}[\p{L}\d])?(?:\.|\s?[\[({]dot[\])}]\s?))+(?!\d)(?:\p{Ll}[\p{L}\d-]{1,}|\p{Lu}{2,})(?:/[^\s<>\])]*)?|\b\d{1,3}(?:\.\d{1,3}){3}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("^https?://", RegexOptions.IgnoreCase)]
    private static partial Regex Http();

    [GeneratedRegex(@"\d+(?:[.,:/'-]\d+)*(?:\s?[%€$£])?")]
    private static partial Regex Figure();

    /// <summary>ISO 13616.</summary>
    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){3,7}(?:\s?[A-Z0-9]{1,3})?\b")]
    private static partial Regex Iban();

    /// <summary>With the code of a country (E.123), or of a place or service, which begins with 0.</summary>
    [GeneratedRegex(@"(?:\+|\b00)[1-9][\d ()/.-]{6,18}\d|(?<![\d.,:/-])\(?0[1-9]\d{1,4}\)?[ /-]{0,2}\d(?:[ /-]?\d){3,10}\b(?![.,:-]\d)")]
    private static partial Regex Phone();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Group();

    [GeneratedRegex(@"^(\d{1,4}|\d{1,2}[:.]\d{2}|\d{1,2}[./-]\d{1,2}([./-]\d{2,4})?|\d{4}-\d{2}-\d{2})$")]
    private static partial Regex Moment();
}
