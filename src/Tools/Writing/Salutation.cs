using System.Text.RegularExpressions;
using Assistant.Tools.Compose.Replies;
using Assistant.Tools.Style;

namespace Assistant.Tools.Writing;

/// <summary>How this mail begins and ends: as the person wrote to these people before, else by their habit, else as is usual.</summary>
internal static partial class Salutation
{
    public static string Greeting(WritingContext context, PhraseBook book)
    {
        var formal = context.IsFormal ? 0 : 1;
        if (context.To.Count > 1)
            return context.Style is { Kind: "group", Greeting: { } group } && !group.Contains('{', StringComparison.Ordinal) ? group : book.Everybody[formal];
        var person = Addressee.Of(context.To[0]);
        // To the same person the words fit, whatever they say of their gender; a name in another script than ours is written as it was written before.
        var isForeign = person.First.Any(letter => char.IsLetter(letter) && !char.IsBetween(letter, 'A', '\u024F'));
        foreach (var before in context.OwnMails.Where(mail => (MailLanguage.CodeOf(mail) ?? context.Language) == context.Language))
        {
            var own = isForeign ? SalutationWords.GreetingAsWritten(before, context.To[0]) : SalutationWords.Greeting(before, context.To[0]);
            if (own is not null && !ToSeveral().IsMatch(own) && FitsTone(context, own) && Fill(own, person, book) is { } again)
                return again;
        }

        if (context.Style?.Greeting is { } habit && FitsTone(context, habit) && Gendered(habit, person) is { } pattern && Fill(pattern, person, book) is { } filled)
            return filled;
        var titled = person.Last.Length > 0 && (context.IsFormal || person.First.Length == 0) && (person.HasTitle || person.Degree.Length > 0);
        return (titled ? Fill(book.Titled[person switch { { Degree.Length: > 0, IsFeminine: null } => 2, { IsFeminine: true } => 0, _ => 1 }], person, book) : Fill(book.Greetings[formal], person, book)) ?? book.Nameless[formal];
    }

    /// <summary>The closing line and the name below it.</summary>
    public static (string Closing, string Name) Closing(WritingContext context, PhraseBook book, int variant)
    {
        var before = context.OwnMails.Select(SalutationWords.Closing).FirstOrDefault(one => one.Closing is not null && FitsTone(context, one.Closing));
        var usual = book.Closings[context.IsFormal ? 0 : 1];
        var closing = before.Closing ?? (context.Style?.Closing is { } habit && FitsTone(context, habit) ? habit : usual[variant % usual.Length]);
        return (closing, before.Name ?? context.Style?.SignsAs ?? Name(context));
    }

    private static string Name(WritingContext context)
    {
        var (first, _) = SalutationWords.Names(context.Sender);
        if (first.Length > 0)
            return context.IsFormal ? context.Sender.Name : first;
        var local = context.Sender.Address[..context.Sender.Address.IndexOf('@', StringComparison.Ordinal)].Split('.', '-', '_', '+')[0];
        return char.ToUpperInvariant(local[0]) + local[1..];
    }

    /// <summary>A habit gives way to a tone that was asked for, and, in languages with two ways to address somebody, to the one that is due here.</summary>
    private static bool FitsTone(WritingContext context, string words)
    {
        var isBound = context.Wish.Tone is "formal" or "friendly" || context.Style?.Address is not null;
        return !isBound || SalutationWords.IsFormal(words) is not { } isFormal || isFormal == context.IsFormal;
    }

    /// <summary>Null where a name is needed that is not known.</summary>
    private static string? Fill(string pattern, Addressee person, PhraseBook book)
    {
        // Nobody is greeted by a last name alone.
        if (person.Degree.Length == 0 && BareLast().IsMatch(pattern))
            pattern = person.IsFeminine is { } feminine ? pattern.Replace(SalutationWords.Last, $"{book.Titles[feminine ? 0 : 1]} {SalutationWords.Last}", StringComparison.Ordinal) : pattern.Replace(SalutationWords.Last, SalutationWords.Full, StringComparison.Ordinal);
        if ((pattern.Contains(SalutationWords.First, StringComparison.Ordinal) && person.First.Length == 0)
            || (pattern.Contains(SalutationWords.Last, StringComparison.Ordinal) && person.Last.Length == 0)
            || (pattern.Contains(SalutationWords.Full, StringComparison.Ordinal) && person.First.Length == 0))
            return null;
        return pattern.Replace(SalutationWords.Full, person.Full, StringComparison.Ordinal)
            .Replace(SalutationWords.First, person.First, StringComparison.Ordinal).Replace(SalutationWords.Last, Doctor().IsMatch(pattern) ? person.Last : person.Degree + person.Last, StringComparison.Ordinal);
    }

    /// <summary>A habit that says a gender fits only where the recipient's is known; null where it is not.</summary>
    private static string? Gendered(string pattern, Addressee person)
    {
        if (!Gender().IsMatch(pattern))
            return pattern;
        if (person.IsFeminine is not { } isFeminine)
            return null;
        return Gender().Replace(pattern, match => (match.Value.ToLowerInvariant(), isFeminine) switch
        {
            ("liebe" or "lieber", true) => "Liebe",
            ("liebe" or "lieber", false) => "Lieber",
            ("geehrte" or "geehrter", true) => "geehrte",
            ("geehrte" or "geehrter", false) => "geehrter",
            ("frau" or "herr", true) => "Frau",
            ("frau" or "herr", false) => "Herr",
            ("madame" or "monsieur", true) => "Madame",
            ("madame" or "monsieur", false) => "Monsieur",
            ("chère" or "cher", true) => "Chère",
            ("chère" or "cher", false) => "Cher",
            (_, true) => "Ms.",
            (_, false) => "Mr.",
        });
    }

    [GeneratedRegex(@"\b(?:all|alle|everyone|everybody|team|zusammen|tous|toutes|both|and|und|et)\b|&|/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ToSeveral();

    [GeneratedRegex(@"\b(?:dr|prof)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Doctor();

    [GeneratedRegex(@"(?<!\b(?:herrn?|frau|mr|mrs|ms|miss|dr|prof|professor|monsieur|madame)\.? (?:dr\.? |prof\.? )*)(?<!\{first\} )\{last\}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareLast();

    [GeneratedRegex(@"\b(lieber?|geehrter?|frau|herr|madame|monsieur|chère|cher|(mr|mrs|ms|miss)\b\.?)(?=\W)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Gender();
}
