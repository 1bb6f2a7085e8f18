using System.Globalization;
using System.Text;
using Assistant.Tools.Google;

namespace Assistant.Tools.Writing;

public sealed record EmailText(string Subject, string Body);

public sealed record EmailSource(int Number, string Kind, string Id, string Title);

/// <remarks>
/// By: Which model, 'rules', or 'you' where prompt is for you to write from.
/// Sources: What it rests on.
/// Flags: To be looked at before it is sent.
/// Unanswered: What the answered mail asks and this does not seem to say.
/// Unfinished: What a service wrote before it failed.
/// TokensToday: Of the chat service, by this key.
/// </remarks>
public sealed record GeneratedEmail : IToolResult
{
    public string? Subject { get; init; }

    public string? Body { get; init; }

    public IReadOnlyList<string>? To { get; init; }

    public IReadOnlyList<string>? Cc { get; init; }

    public string? ReplyTo { get; init; }

    public string? Language { get; init; }

    public required string By { get; init; }

    public IReadOnlyList<EmailText>? Variants { get; init; }

    public IReadOnlyList<EmailSource>? Sources { get; init; }

    public IReadOnlyList<EmailFlag>? Flags { get; init; }

    public IReadOnlyList<string>? Unanswered { get; init; }

    public string? Prompt { get; init; }

    public string? Unfinished { get; init; }

    public int? TokensIn { get; init; }

    public int? TokensOut { get; init; }

    public long? TokensToday { get; init; }

    public bool? Remembered { get; init; }

    public string? DraftId { get; init; }

    public string? UndoId { get; init; }

    public IReadOnlyList<string>? Notes { get; init; }

    public string ToText()
    {
        var text = new StringBuilder();
        if (Prompt is not null)
            text.Append("Write the mail from this, show it, and save it with gmail_create_draft where it is wanted:\n\n").Append(Prompt);
        else
            text.Append("Written by ").Append(By).Append("; nothing was sent.\n").Append(UntrustedText.Fence(FromOutside()));
        text.Append('\n');
        if (DraftId is not null)
            text.Append(CultureInfo.InvariantCulture, $"\nSaved as draft {DraftId}; undo: change_undo {UndoId}");
        if (TokensIn is not null)
            text.Append(CultureInfo.InvariantCulture, $"\nTokens: {TokensIn} in, {TokensOut} out{(Remembered is true ? ", remembered, nothing spent now" : "")}{(TokensToday is null ? "" : $"; this key today: {TokensToday}")}");
        foreach (var note in Notes ?? [])
            text.Append('\n').Append(note);
        return text.ToString();
    }

    /// <summary>What has words of other people in it, or of a model that read them: names, the mail, subjects of sources, quotes.</summary>
    private string FromOutside()
    {
        var text = new StringBuilder();
        if (To is not null)
            text.Append("To: ").AppendJoin(", ", To).Append('\n');
        if (Cc is not null)
            text.Append("Cc: ").AppendJoin(", ", Cc).Append('\n');
        if (Subject is not null)
            text.Append("Subject: ").Append(Subject).Append("\n\n");
        text.Append(Body);
        foreach (var (variant, i) in (Variants ?? []).Select((variant, i) => (variant, i)))
            text.Append(CultureInfo.InvariantCulture, $"\n\n--- Variant {i + 2}\nSubject: {variant.Subject}\n\n{variant.Body}");
        if (Unfinished is not null)
            text.Append("\n\n--- Unfinished, as far as the service wrote it:\n").Append(Unfinished);
        text.Append('\n');
        if (Sources is { Count: > 0 })
            text.Append("\nSources: ").AppendJoin("; ", Sources.Select(source => string.Create(CultureInfo.InvariantCulture, $"[{source.Number}] {source.Kind} {source.Id}, {source.Title}")));
        foreach (var flag in Flags ?? [])
            text.Append("\nLook at ").Append(flag.ToText());
        foreach (var quote in Unanswered ?? [])
            text.Append("\nNot answered: ").Append(quote);
        return text.ToString();
    }
}
