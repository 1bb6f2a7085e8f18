using Assistant.Tools.Google;

namespace Assistant.Tools.Style;

/// <summary>How a person writes in one language to one kind of recipient.</summary>
/// <remarks>
/// Kind: colleague (own domain), external, private (a free mail provider), group (several recipients).
/// Greeting: With {first}, {last} or {full} for the recipient's names.
/// Address: du or Sie, tu or vous, tú or usted.
/// Phrases: Written to at least three people, without names, numbers and addresses.
/// </remarks>
public sealed record StyleEntry(
    string Language,
    string Kind,
    int Mails,
    string? Greeting = null,
    string? Closing = null,
    string? SignsAs = null,
    string? Formality = null,
    string? Address = null,
    double? WordsPerSentence = null,
    double? EmojiPerMail = null,
    IReadOnlyList<string>? Phrases = null,
    string? Signature = null,
    bool? IsEdited = null)
{
    internal string ToText() => string.Join(
        "; ",
        new[]
        {
            $"{Language}, to {Kind} ({Mails} mails{(IsEdited is true ? ", edited by the person" : "")}): {Formality}",
            Greeting is null ? null : $"greets '{Greeting}'",
            Closing is null ? null : $"closes '{Closing}'",
            SignsAs is null ? null : $"signs as {SignsAs}",
            Signature is null ? null : $"signature '{Signature}'",
            Address is null ? null : $"says {Address}",
            WordsPerSentence is null ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{WordsPerSentence:0} words a sentence"),
            EmojiPerMail is > 0.05 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{EmojiPerMail:0.0} emoji a mail") : null,
            Phrases is { Count: > 0 } ? $"often '{string.Join("', '", Phrases)}'" : null,
        }.Where(part => !string.IsNullOrEmpty(part)));
}

/// <remarks>
/// LearnedAt: Null where nothing was learned yet.
/// Mails: Sent mails that were read for it.
/// </remarks>
public sealed record StyleProfile(string Account, string? LearnedAt, int Mails, IReadOnlyList<StyleEntry> Entries, string? Note = null) : IToolResult
{
    public string ToText() => string.Join('\n', [
        LearnedAt is null ? $"{Account}: nothing learned yet." : $"{Account}: learned from {Mails} sent mails at {LearnedAt}.",
        .. Entries.Select(entry => "- " + UntrustedText.Line(entry.ToText())),
        .. Note is null ? [] : new[] { Note },
    ]);

    /// <summary>The entry that fits best: the language and kind, else the language, else none.</summary>
    internal StyleEntry? For(string language, string kind) =>
        Entries.Where(entry => entry.Language == language).OrderByDescending(entry => entry.Kind == kind).ThenByDescending(entry => entry.Mails).FirstOrDefault();
}
