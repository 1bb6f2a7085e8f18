using Assistant.Tools.Compose.Replies;

namespace Assistant.Tools.Writing.Wishes;

/// <summary>Makes sentences to the reader of what a wish was read as.</summary>
internal sealed class WishWriter(PhraseBook book, string language, bool isFormal, List<string> notes)
{
    /// <summary>What the wish says, each to its reader; what cannot be said is noted.</summary>
    /// <param name="wish">As it was read.</param>
    /// <param name="text">As it was given: its language is that of short parts, too.</param>
    public List<string> Write(ReadWish wish, string text)
    {
        if (wish.LeftOut.Count > 0)
            notes.Add($"Left out, because rules cannot turn it into words to the reader: '{string.Join("', '", wish.LeftOut)}'. Say it with 'facts' as the mail shall say it, or let a model write.");
        var (sentences, wished) = (new List<string>(), MailLanguage.CodeOf(text) ?? wish.Language);
        foreach (var part in wish.Parts)
        {
            var own = Own(part, wished);
            if (own.Words.Length > 0 || book.Intents.ContainsKey(own.Intent))
                sentences.Add(Sentence(own));
        }

        return sentences;
    }

    /// <summary>Without what is in another language than the mail's; of a few words their order or the whole wish tells which.</summary>
    private WishPart Own(WishPart part, string? wished)
    {
        var foreign = new[] { part.Words, part.Tail }.Where(words => words.Length > 0 && (part.Language ?? MailLanguage.CodeOf(words) ?? wished) is { } other && other != language).ToList();
        if (foreign.Count == 0)
            return part;
        notes.Add($"Left out, because it is in another language and rules cannot translate: '{string.Join("', '", foreign.Select(Shown))}'. Say it in {language} as a fact, or let a model write.");
        return part with { Words = foreign.Contains(part.Words) ? "" : part.Words, Tail = foreign.Contains(part.Tail) ? "" : part.Tail };
    }

    private static string Shown(string words) => words.Replace("{you} ", "", StringComparison.Ordinal).Replace("{toyou} ", "", StringComparison.Ordinal);

    private string Sentence(WishPart part)
    {
        var formal = isFormal ? 0 : 1;
        var readdressed = Readdress.Of(part.Words, language, isFormal, part.Whom);
        if (Readdress.SomebodyElse(readdressed, language, part.Whom) is { } who)
            notes.Add($"Look at '{who}' in '{Shown(readdressed)}': rules cannot tell whether the reader is meant.");
        var words = Named(readdressed);
        // Who has to meet a condition is the reader; whom a reason speaks of nobody says.
        var isCondition = EnglishOrders.IsCondition(part.Tail) || GermanOrders.IsCondition(part.Tail);
        var tail = Readdress.Of(part.Tail, language, isFormal, part.Whom is Whom.Anybody or Whom.Unknown ? isCondition ? Whom.Anybody : Whom.Unknown : part.Whom);
        if (!isCondition && Readdress.SomebodyElse(tail, language, Whom.Unknown) is { } other)
            notes.Add($"Look at '{other}' in '{tail}': rules cannot tell whether the reader is meant.");
        var sentence = (words, part.Intent) switch
        {
            ("", _) => book.Intents[part.Intent][formal],
            (_, MailIntent.Say) when words.StartsWith("dass ", StringComparison.Ordinal) => $"{book.Telling[formal]}, {words}",
            (_, MailIntent.Apologise) when words.StartsWith("that ", StringComparison.Ordinal) => $"I am sorry {words}",
            (_, MailIntent.Apologise or MailIntent.Confirm or MailIntent.Promise) when language == "de" && IsClause(words) => book.Frames[part.Intent][formal].Replace(" {0}", ", " + words, StringComparison.Ordinal),
            _ => book.Frames.TryGetValue(part.Intent, out var frame) ? frame[formal].Replace("{0}", words, StringComparison.Ordinal) : words,
        };
        return Prose.Capital(tail.Length == 0 ? Prose.End(sentence) : $"{sentence.TrimEnd('.', '!', '?')}, {tail}{(sentence.EndsWith('?') ? "?" : ".")}");

        string Named(string text) => text.Replace("{you}", book.You[formal], StringComparison.Ordinal).Replace("{toyou}", book.ToYou[formal], StringComparison.Ordinal);
    }

    /// <summary>German "dass …" or "… zu schicken", before which a comma stands.</summary>
    private static bool IsClause(string words) => words.StartsWith("dass ", StringComparison.Ordinal) || words.Contains(" zu ", StringComparison.Ordinal);
}
