using System.Globalization;
using System.Text.RegularExpressions;

namespace Assistant.Tools.Style;

/// <summary>What a person may set of their profile: it ends up in mails, so each value is one line that a mail can have.</summary>
/// <remarks>An empty value says that there is no such habit; it is kept as an empty value, because null leaves what was learned.</remarks>
internal static partial class StyleEdits
{
    private const int Longest = 120;
    private const int MostPhrases = 20;

    private static readonly string[] Kinds = ["colleague", "external", "private", "group"];
    private static readonly string[] Formalities = ["", "formal", "neutral", "informal"];

    /// <summary>The edit without spaces around its values.</summary>
    /// <exception cref="ToolFailure">Something in it cannot be.</exception>
    public static StyleEntry Checked(StyleEntry edit)
    {
        if (edit.Language is not [>= 'a' and <= 'z', >= 'a' and <= 'z'])
            throw Wrong("'language' is two small letters, such as en or de.");
        if (!Kinds.Contains(edit.Kind))
            throw Wrong("'kind' is colleague, external, private or group.");
        if (edit is { Greeting: null, Closing: null, SignsAs: null, Formality: null, Address: null, Phrases: null })
            throw Wrong("Say what to change: greeting, closing, signs_as, formality, address or phrases.");
        if (edit.Phrases is { Count: > MostPhrases })
            throw Wrong($"At most {MostPhrases} phrases.");
        var read = edit with
        {
            Greeting = Line(edit.Greeting, "greeting"),
            Closing = Line(edit.Closing, "closing"),
            SignsAs = Line(edit.SignsAs, "signs_as"),
            Formality = Line(edit.Formality, "formality"),
            Address = Address(Line(edit.Address, "address"), edit.Language),
            Phrases = edit.Phrases?.Select(phrase => Line(phrase, "phrases")!).Where(phrase => phrase.Length > 0).ToList(),
        };
        if (read.Formality is { } formality && !Formalities.Contains(formality))
            throw Wrong("'formality' is formal, neutral or informal.");
        if (Braced().Matches(read.Greeting ?? "").FirstOrDefault(match => match.Value is not (SalutationWords.First or SalutationWords.Last or SalutationWords.Full)) is { } other)
            throw Wrong($"'{other.Value}' is no placeholder: there are {SalutationWords.First}, {SalutationWords.Last} and {SalutationWords.Full}.");
        if (new[] { read.Closing, read.SignsAs }.Concat(read.Phrases ?? []).Any(text => text is not null && Braced().IsMatch(text)))
            throw Wrong("Only 'greeting' has placeholders.");
        return read;
    }

    /// <summary>Sets what is given over what is below.</summary>
    public static StyleEntry Over(StyleEntry below, StyleEntry edit) => below with
    {
        Greeting = edit.Greeting ?? below.Greeting,
        Closing = edit.Closing ?? below.Closing,
        SignsAs = edit.SignsAs ?? below.SignsAs,
        Formality = edit.Formality ?? below.Formality,
        Address = edit.Address ?? below.Address,
        Phrases = edit.Phrases ?? below.Phrases,
        IsEdited = true,
    };

    /// <summary>As it is used: a habit that was set to nothing is none.</summary>
    public static StyleEntry Shown(StyleEntry entry) => entry with
    {
        Greeting = Some(entry.Greeting),
        Closing = Some(entry.Closing),
        SignsAs = Some(entry.SignsAs),
        Formality = Some(entry.Formality),
        Address = Some(entry.Address),
        Phrases = entry.Phrases is { Count: > 0 } ? entry.Phrases : null,
    };

    /// <summary>Says which habits an edit sets to nothing; null where it does not.</summary>
    public static string? Forgotten(StyleEntry edit)
    {
        (string Name, bool IsEmpty)[] values =
        [
            ("greeting", edit.Greeting is ""), ("closing", edit.Closing is ""), ("signs_as", edit.SignsAs is ""), ("formality", edit.Formality is ""), ("address", edit.Address is ""), ("phrases", edit.Phrases is { Count: 0 }),
        ];
        var names = values.Where(value => value.IsEmpty).Select(value => value.Name).ToList();
        return names.Count > 0 ? $"Forgotten: {string.Join(", ", names)}. Mails have what is usual instead." : null;
    }

    private static string? Some(string? value) => string.IsNullOrEmpty(value) ? null : value;

    /// <summary>Line breaks are not only \n: a value with any of them could add lines to a mail or to a model's instructions.</summary>
    private static string? Line(string? value, string name) =>
        value is null ? null
        : value.Length <= Longest && !value.Any(letter => char.IsControl(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) ? value.Trim()
        : throw Wrong($"'{name}' is one line of at most {Longest} characters.");

    private static string? Address(string? value, string language)
    {
        if (value is null or "")
            return value;
        string[] ways = language switch
        {
            "de" => ["du", "Sie"],
            "fr" => ["tu", "vous"],
            "es" => ["tú", "usted"],
            _ => throw Wrong($"'address' is for de, fr and es; {language} has one way only."),
        };
        return Array.Find(ways, way => way.Equals(value, StringComparison.OrdinalIgnoreCase)) ?? throw Wrong($"'address' in {language} is {ways[0]} or {ways[1]}.");
    }

    private static ToolFailure Wrong(string message) => new("bad_argument", message);

    /// <summary>A brace alone is one too.</summary>
    [GeneratedRegex(@"\{[^{}]*\}?|\}")]
    private static partial Regex Braced();
}
