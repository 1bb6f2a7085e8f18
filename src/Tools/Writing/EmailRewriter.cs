using System.Text.RegularExpressions;
using Assistant.Tools.Compose.Replies;
using Assistant.Tools.Insight;
using Assistant.Tools.Models;
using Assistant.Tools.Style;
using NodaTime;

namespace Assistant.Tools.Writing;

/// <summary>Rewrites a text that the caller has: by a model, or as far as rules can.</summary>
internal sealed partial class EmailRewriter(ModelDesk models, TimeProvider time)
{
    private const int MostTokens = 12_000;

    /// <exception cref="ToolFailure">Rules cannot do it, or the way that was asked for is not there.</exception>
    public async Task<GeneratedEmail> RewriteAsync(string text, string how, string? language, string? by, bool fresh, CancellationToken cancellationToken)
    {
        if (how == "translate" && (language is null || language.Length != 2))
            throw new ToolFailure("bad_argument", "Say into which language with 'language', such as en or de.");
        var own = MailLanguage.CodeOf(text) ?? "en";
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
                Language = language ?? own,
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
        return new()
        {
            By = "rules",
            Body = ByRules(text, how, own),
            Language = own,
            Unfinished = answer.Unfinished is { } unfinished ? ModelMail.Clean(unfinished) : null,
            Flags = answer.Unfinished is { } raw && TextCheck.Flags(ModelMail.Clean(raw), [text], []) is { Count: > 0 } of ? of : null,
            Notes = ["Rewritten by rules: they shorten, tidy and change greeting and closing, and leave the sentences as they are.", .. answer.Notes],
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

    private string ByRules(string text, string how, string language) => how switch
    {
        "shorter" => Shorter(text),
        "friendlier" => Retoned(Tidy(text), language, 1),
        "formal" => Retoned(Tidy(text), language, 0),
        _ => Tidy(text),
    };

    /// <summary>Greeting, closing, and the sentences that ask, promise, decide, or name a time or figure.</summary>
    private string Shorter(string text)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow()).InUtc();
        var paragraphs = Tidy(text).Split("\n\n").ToList();
        var (kept, said) = (new List<string>(), 0);
        for (var i = 0; i < paragraphs.Count; i++)
        {
            var paragraph = paragraphs[i];
            if ((i == 0 && SalutationWords.Greeting(paragraph, null) is not null && paragraph.Length < 80) || (i == paragraphs.Count - 1 && SalutationWords.Closing(paragraph).Closing is not null))
            {
                kept.Add(paragraph);
                continue;
            }

            var found = RuleAnalyst.Read(paragraph, now);
            var sentences = Sentences.Of(paragraph).Where(sentence => found.Found.Any(one => one.Where.Overlaps(sentence)) || found.Times.Any(one => one.Where.Overlaps(sentence)) || sentence.Of(paragraph).Any(char.IsDigit)).ToList();
            said += sentences.Count;
            if (sentences.Count > 0)
                kept.Add(string.Join(' ', sentences.Select(sentence => sentence.Of(paragraph))));
        }

        // A text that asks and names nothing would be left with its greeting.
        return said > 0 ? string.Join("\n\n", kept) : Tidy(text);
    }

    private static string Retoned(string text, string language, int tone)
    {
        if (PhraseBook.Of(language) is not { } book)
            return text;
        var paragraphs = text.Split("\n\n").ToList();
        var lines = paragraphs[^1].Split('\n');
        if (SalutationWords.Closing(paragraphs[^1]) is { Closing: { } closing } && SalutationWords.IsFormal(closing) != (tone == 0))
            paragraphs[^1] = string.Join('\n', lines.Select(line => line.StartsWith(closing, StringComparison.Ordinal) ? book.Closings[tone][0] + line[closing.Length..] : line));
        if (tone == 0 && ShortForms().IsMatch(text))
            paragraphs = [.. paragraphs.Select(paragraph => ShortForms().Replace(paragraph, LongForm))];
        return string.Join("\n\n", paragraphs);
    }

    private static string LongForm(Match match) => match.Groups["verb"].Value.Replace('’', '\'').ToLowerInvariant() switch
    {
        "'ll" => match.Groups["who"].Value + " will",
        "'m" => match.Groups["who"].Value + " am",
        "'re" => match.Groups["who"].Value + " are",
        "'ve" => match.Groups["who"].Value + " have",
        "n't" when match.Groups["who"].Value.Equals("ca", StringComparison.OrdinalIgnoreCase) => match.Groups["who"].Value + "nnot",
        "n't" when match.Groups["who"].Value.Equals("wo", StringComparison.OrdinalIgnoreCase) => "will not",
        _ => match.Groups["who"].Value + " not",
    };

    private static string Tidy(string text)
    {
        var tidy = Spaces().Replace(text.ReplaceLineEndings("\n").Trim(), " ");
        tidy = BeforePoint().Replace(tidy, "$1$2");
        tidy = Twice().Replace(tidy, "$1");
        // A link is not a sentence.
        tidy = NoSpace().Replace(tidy, word => word.Value.AsSpan().ContainsAny('/', '@') ? word.Value : AfterPoint().Replace(word.Value, "$1 $2"));
        tidy = Lines().Replace(tidy, "\n\n");
        return SentenceStart().Replace(tidy, match => Sentences.IsAbbreviation(match.Groups["word"].Value) ? match.Value : match.Groups["before"].Value + match.Groups["start"].Value.ToUpperInvariant());
    }

    [GeneratedRegex(@"\b(?<who>i|you|we|they|he|she|it|do|does|did|is|are|was|were|ca|wo|could|should|would|have|has)(?<verb>['’](?:ll|m|re|ve)|n['’]t)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ShortForms();

    [GeneratedRegex(@"[ \t]{2,}")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[ \t]+([,;!?])(?=\s|$|\p{L})|[ \t]+(\.)(?=\s|$)")]
    private static partial Regex BeforePoint();

    /// <summary>Words that never stand twice; others may: "die, die", "nous nous", "had had".</summary>
    [GeneratedRegex(@"\b(the|a|an|to|of|and|or|for|with|und|oder|mit|für|ein|eine|von)[ \t]+\1\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Twice();

    [GeneratedRegex(@"\S+")]
    private static partial Regex NoSpace();

    [GeneratedRegex(@"^```[a-z]*[ \t]*\r?\n([\s\S]*?)\r?\n?```$")]
    private static partial Regex Fenced();

    /// <summary>Not inside figures, addresses and abbreviations.</summary>
    [GeneratedRegex(@"(\p{Ll}{3,}[,;!?])(\p{L})")]
    private static partial Regex AfterPoint();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex Lines();

    [GeneratedRegex(@"(?<before>(?<word>\p{L}{4,})[.!?]\s)(?<start>\p{Ll})")]
    private static partial Regex SentenceStart();
}
