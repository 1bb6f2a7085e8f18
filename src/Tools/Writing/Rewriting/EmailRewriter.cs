using System.Text.RegularExpressions;
using Assistant.Tools.Compose.Replies;
using Assistant.Tools.Models;
using NodaTime;

namespace Assistant.Tools.Writing.Rewriting;

/// <summary>Rewrites a text that the caller has: by a model, or as far as rules can.</summary>
internal sealed partial class EmailRewriter(ModelDesk models, TimeProvider time)
{
    private const int MostTokens = 12_000;

    /// <exception cref="ToolFailure">Rules cannot do it, or the way that was asked for is not there.</exception>
    public async Task<GeneratedEmail> RewriteAsync(string text, string how, string? language, string? by, bool fresh, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new ToolFailure("bad_argument", "The argument 'text' must not be empty.");
        if (how == "translate" && (language is null || language.Length != 2))
            throw new ToolFailure("bad_argument", "Say into which language with 'language', such as en or de.");
        var task = new ModelTask(
            "You rewrite the text of an e-mail. " + Asked(how, language) + " Keep its facts, names, dates, figures, links and addresses; add none. Keep the language unless told otherwise. Answer with the new text only.",
            "The text is below.",
            text,
            Math.Clamp(ChatService.Count(text) * 2, 200, MostTokens));
        var answer = await models.WriteAsync(task, by, fresh, cancellationToken);
        // Whoever asks has the text.
        if (answer.IsForClient)
            return new() { By = "you", Prompt = $"{task.Instructions} The text is the one that you gave.", Notes = answer.Notes.Count > 0 ? answer.Notes : null };
        if (answer.Texts is [var written, ..])
        {
            var body = ModelMail.Clean(Fenced().Replace(written.Text.Trim(), "$1"));
            // Here the text itself is the only source.
            var flags = TextCheck.Flags(body, [text], []);
            return new()
            {
                By = written.By,
                Body = body,
                Language = language ?? MailLanguage.CodeOf(text) ?? "en",
                Flags = flags.Count > 0 ? flags : null,
                TokensIn = written.TokensIn,
                TokensOut = written.TokensOut,
                TokensToday = answer.TokensToday,
                Remembered = written.IsRemembered ? true : null,
                Notes = answer.Notes.Count > 0 ? answer.Notes : null,
            };
        }

        if (how == "translate")
            throw new ToolFailure("no_model", $"Rules cannot translate, and no model did: by 'prompt' gives you the text to translate. {string.Join(' ', answer.Notes)}".TrimEnd());
        var rules = RuleRewriter.Rewrite(text, how, Instant.FromDateTimeOffset(time.GetUtcNow()).InUtc());
        var unfinished = answer.Unfinished is { } broken ? ModelMail.Clean(broken) : null;
        return new()
        {
            By = "rules",
            Body = rules.Body,
            Language = rules.Language,
            Unfinished = unfinished,
            Flags = unfinished is not null && TextCheck.Flags(unfinished, [text], []) is { Count: > 0 } doubts ? doubts : null,
            Notes = [.. rules.Notes, .. answer.Notes],
        };
    }

    private static string Asked(string how, string? language) => how switch
    {
        "shorter" => "Make it about half as long.",
        "friendlier" => "Make it warmer and friendlier.",
        "formal" => "Make it formal and polite.",
        "translate" => $"Translate it into the language '{language}'.",
        _ => "Correct spelling, grammar and punctuation and change nothing else.",
    };

    [GeneratedRegex(@"^```[a-z]*[ \t]*\r?\n([\s\S]*?)\r?\n?```$")]
    private static partial Regex Fenced();
}
