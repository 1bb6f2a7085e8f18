using System.Globalization;
using System.Text;
using Assistant.Tools.Google;

namespace Assistant.Tools.Insight;

/// <remarks>
/// Quote: The words it rests on.
/// By: Who wrote it; 'me' for the caller.
/// Until: When it is due.
/// Mail: Id of the mail it is in.
/// Passed: The caller wrote later in the thread, so it may be answered.
/// </remarks>
public sealed record AnalysedTask(string Quote, string By, string? Until = null, string? Mail = null, bool? Passed = null)
{
    internal string ToText() =>
        $"- {By}{(Until is null ? "" : $", until {Until}")}{(Mail is null ? "" : $" [{Mail}]")}{(Passed is true ? ", before your last mail" : "")}: \"{UntrustedText.Line(Quote)}\"";
}

public sealed record AnalysedDate(string Quote, string At);

/// <remarks>
/// Mood: positive, neutral or negative.
/// </remarks>
public sealed record AnalysedMood(string Mood, IReadOnlyList<string>? Quotes = null);

/// <remarks>
/// By: Which model, 'rules', or 'you' where prompt is for you to analyse.
/// Asked: Of the caller.
/// AskedByMe: Of the others.
/// </remarks>
public sealed record ContextAnalysis : IToolResult
{
    public required string By { get; init; }

    public IReadOnlyList<AnalysedTask>? Asked { get; init; }

    public IReadOnlyList<AnalysedTask>? AskedByMe { get; init; }

    public IReadOnlyList<AnalysedTask>? Questions { get; init; }

    public IReadOnlyList<AnalysedTask>? Commitments { get; init; }

    public IReadOnlyList<AnalysedTask>? Decisions { get; init; }

    public IReadOnlyList<AnalysedDate>? Dates { get; init; }

    public IReadOnlyList<string>? People { get; init; }

    public AnalysedMood? Sentiment { get; init; }

    public IReadOnlyList<string>? NextSteps { get; init; }

    public string? Prompt { get; init; }

    public int? TokensIn { get; init; }

    public int? TokensOut { get; init; }

    public IReadOnlyList<string>? Notes { get; init; }

    public string ToText()
    {
        if (Prompt is not null)
            return "Analyse it from this:\n\n" + Prompt;
        var text = new StringBuilder();
        Section("Asked of you", Asked?.Select(task => task.ToText()));
        Section("Asked by you", AskedByMe?.Select(task => task.ToText()));
        Section("Open questions", Questions?.Select(task => task.ToText()));
        Section("Commitments", Commitments?.Select(task => task.ToText()));
        Section("Decisions", Decisions?.Select(task => task.ToText()));
        Section("Dates", Dates?.Select(date => $"- {date.At}: \"{UntrustedText.Line(date.Quote)}\""));
        Section("People", People?.Select(person => "- " + person));
        Section("Mood", [$"- {Sentiment?.Mood}", .. (Sentiment?.Quotes ?? []).Select(quote => $"- \"{UntrustedText.Line(quote)}\"")]);
        Section("Next", NextSteps?.Select(step => "- " + step));
        var tail = TokensIn is null ? "" : string.Create(CultureInfo.InvariantCulture, $"\nTokens: {TokensIn} in, {TokensOut} out");
        return $"Found by {By}.\n{UntrustedText.Fence(text.ToString())}{tail}{string.Concat((Notes ?? []).Select(note => "\n" + note))}";

        void Section(string title, IEnumerable<string>? lines)
        {
            if (lines is not null && string.Join('\n', lines) is { Length: > 0 } body)
                text.Append(title).Append(":\n").Append(body).Append('\n');
        }
    }
}
