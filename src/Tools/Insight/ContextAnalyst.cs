using System.Text.Json;
using System.Text.RegularExpressions;
using Assistant.Tools.Calendar.Times;
using Assistant.Tools.Google;
using Assistant.Tools.Models;
using Assistant.Tools.Writing;
using NodaTime;

namespace Assistant.Tools.Insight;

/// <param name="Id">Of the mail; null for a bare text.</param>
/// <param name="Writer">For a person.</param>
/// <param name="Text">Their own words.</param>
/// <param name="Written">When, in the caller's zone.</param>
/// <param name="IsOwn">The caller wrote it. Not to be told from the name: anybody may call themselves "me".</param>
internal sealed record AnalysedText(string? Id, string Writer, string Text, ZonedDateTime Written, bool IsOwn);

/// <summary>What a mail, a thread or a text asks, promises and decides. A model, where one is there, may point at passages; what it points at that is not in the text is dropped.</summary>
internal sealed partial class ContextAnalyst(GoogleAccounts accounts, ThreadReader threads, AccountZones zones, ModelDesk models, CurrentCall call, TimeProvider time)
{
    private const int Most = 40;
    private const int ModelTokens = 1_500;
    private const int ModelCharacters = 16_000;

    private const string Instructions =
        "You read e-mail for a person and point at passages. Answer with one JSON object and nothing else: {\"asked\":[],\"questions\":[],\"commitments\":[],\"decisions\":[],\"mood\":\"positive|neutral|negative\"}. "
        + "The lists hold passages copied exactly, letter by letter, from the text: asked = requests of the reader; questions = questions that are open; commitments = what a writer says they will do; decisions = what was decided.";

    /// <exception cref="ToolFailure">Not exactly one of id and text; no such mail; a way that is not there.</exception>
    public async Task<ContextAnalysis> AnalyseAsync(string? id, string? text, string? account, string? by, bool fresh, int? maxTokens, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(id) == string.IsNullOrWhiteSpace(text))
            throw new ToolFailure("bad_argument", "Give 'id' (of a mail or thread) or 'text'.");
        var (texts, people) = id is null ? (await OfTextAsync(text!, account, cancellationToken), (IReadOnlyList<string>)[]) : await OfMailAsync(id, account, cancellationToken);
        // The newest first: what does not fit is old.
        var sources = string.Join("\n\n", texts.Reverse().Select(one => $"{one.Writer}, {one.Written:uuuu-MM-dd HH:mm}:\n{one.Text}"));
        var isCut = sources.Length > ModelCharacters;
        var task = new ModelTask(Instructions, "The text is below, the newest mail first.", isCut ? sources[..ModelCharacters] : sources, ModelTokens);
        var answer = await models.WriteAsync(task, by, fresh, cancellationToken);
        if (answer.IsForClient)
        {
            return Budgeted.Text(ResultBudget.Characters(maxTokens), room => new ContextAnalysis
            {
                By = "you",
                Prompt = task.Within(room).Prompt,
                Notes = isCut || task.Within(room) != task ? ["The oldest did not fit: ask with more max_tokens, or about one mail."] : null,
            });
        }

        var notes = answer.Notes.ToList();
        if (isCut && answer.Texts.Count > 0)
            notes.Add("The model did not see the oldest: ask about one mail for that.");
        var (found, mood) = answer.Texts is [var written, ..] && Pointed(written.Text, texts) is var (pointed, said) && pointed is not null ? (pointed, said) : (null, null);
        if (answer.Texts.Count > 0 && found is null)
            notes.Add("The model's answer could not be read: this was found by rules.");
        IReadOnlyList<Findings> byRules = found is null ? [.. texts.Select(one => RuleAnalyst.Read(one.Text, one.Written))] : [];
        found ??= byRules;
        notes.AddRange(Turned(texts, found));
        var result = Result(texts, people, found, mood) with
        {
            By = found == byRules ? "rules" : answer.Texts[0].By,
            TokensIn = found == byRules ? null : answer.Texts[0].TokensIn,
            TokensOut = found == byRules ? null : answer.Texts[0].TokensOut,
            Notes = notes.Count > 0 ? notes : null,
        };
        return Budgeted.Items(ResultBudget.Characters(maxTokens), Most, count => Cut(result, count));
    }

    /// <summary>Days that can be read the other way round.</summary>
    private static IEnumerable<string> Turned(IReadOnlyList<AnalysedText> texts, IReadOnlyList<Findings> findings) =>
        texts.Zip(findings).SelectMany(pair => pair.Second.Times.Where(time => time.Other is not null)
            .Select(time => $"\"{UntrustedText.Line(time.Where.Of(pair.First.Text))}\" is {Day(time.At)} or {Day(time.Other!.Value)}: it was read as the first.")).Distinct().Take(5);

    private static string Day(ZonedDateTime at) => at.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<IReadOnlyList<AnalysedText>> OfTextAsync(string text, string? account, CancellationToken cancellationToken)
    {
        // A bare text needs no account; where there is one its zone says what "tomorrow" is.
        var own = await accounts.AllowedAsync(cancellationToken);
        var zone = account is not null || own.Count > 0 ? await zones.OfAsync((await accounts.SeveralAsync(account, cancellationToken))[0], cancellationToken) : TimeZoneInfo.Utc;
        return [new(null, "the writer", Unquoted(Retrieval.Text.InvisibleCharacters.Remove(text).Text), Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(CalendarTimes.Zone(null, zone)), IsOwn: false)];
    }

    /// <summary>Without lines that quote another mail: what they ask was asked there.</summary>
    private static string Unquoted(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Where(line => !line.StartsWith('>')));

    private async Task<(IReadOnlyList<AnalysedText> Texts, IReadOnlyList<string> People)> OfMailAsync(string id, string? account, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        call.Uses(owner);
        var zone = CalendarTimes.Zone(null, await zones.OfAsync(owner, cancellationToken));
        var thread = await threads.ReadAsync(owner, id, cancellationToken);
        // The id of one mail inside a thread means that mail; a thread has the id of its first.
        var mails = thread.FirstOrDefault(mail => mail.Id == id) is { } one && one != thread[0] ? [one] : thread;
        return (
            [.. mails.Select(mail => new AnalysedText(
                mail.Id,
                mail.IsOwn ? "me" : mail.Mail.From is [{ Name.Length: > 0 } named, ..] ? named.Name.Equals("me", StringComparison.OrdinalIgnoreCase) ? named.Address : named.Name : mail.Mail.Writer,
                mail.Words,
                Instant.FromDateTimeOffset(mail.Mail.Date).InZone(zone),
                mail.IsOwn))],
            [.. mails.SelectMany(mail => mail.Mail.From.Concat(mail.Mail.To).Concat(mail.Mail.Cc)).DistinctBy(person => person.Key).Select(person => person.ToString())]);
    }

    /// <summary>What the model pointed at, as far as it is really there; null where its answer is none.</summary>
    private static (IReadOnlyList<Findings>? Found, string? Mood) Pointed(string answer, IReadOnlyList<AnalysedText> texts)
    {
        var (start, end) = (answer.IndexOf('{', StringComparison.Ordinal), answer.LastIndexOf('}'));
        if (start < 0 || end <= start)
            return (null, null);
        try
        {
            using var json = JsonDocument.Parse(answer[start..(end + 1)]);
            var mood = json.RootElement.TryGetProperty("mood", out var said) && said.ValueKind == JsonValueKind.String && said.GetString() is "positive" or "neutral" or "negative" ? said.GetString() : null;
            (string Name, TaskKind Kind)[] lists = [("asked", TaskKind.Request), ("questions", TaskKind.Question), ("commitments", TaskKind.Commitment), ("decisions", TaskKind.Decision)];
            var quotes = lists.SelectMany(list => Strings(json.RootElement, list.Name).Select(quote => (list.Kind, Quote: quote))).ToList();
            return ([.. texts.Select(text => There(text, quotes))], mood);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return (null, null);
        }
    }

    /// <summary>The quotes that stand in a text, with the times that the rules read there.</summary>
    private static Findings There(AnalysedText text, List<(TaskKind Kind, string Quote)> quotes)
    {
        var times = RuleAnalyst.Read(text.Text, text.Written).Times;
        var found = new List<Finding>();
        foreach (var (kind, quote) in quotes)
        {
            if (text.Text.IndexOf(quote, StringComparison.OrdinalIgnoreCase) is not (>= 0 and var at))
                continue;
            var where = new Piece(at, at + quote.Length);
            found.Add(new(kind, where, times.FirstOrDefault(mention => mention.Where.Overlaps(where) && (mention.IsDeadline || kind == TaskKind.Commitment))));
        }

        return new([.. found.DistinctBy(one => (one.Kind, one.Where)).OrderBy(one => one.Where.Start)], times);
    }

    private static IEnumerable<string> Strings(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.String).Select(one => one.GetString()!.Trim()).Where(quote => quote.Length > 2).Take(Most)
            : [];

    private static ContextAnalysis Result(IReadOnlyList<AnalysedText> texts, IReadOnlyList<string> people, IReadOnlyList<Findings> findings, string? mood)
    {
        var lastOwn = texts.Select((text, i) => text.IsOwn ? i : -1).DefaultIfEmpty(-1).Max();
        var all = texts.Zip(findings).SelectMany((pair, i) => pair.Second.Found.Select(one => (Text: pair.First, Found: one, IsPassed: i < lastOwn && !pair.First.IsOwn))).ToList();
        var asked = Tasks(TaskKind.Request, own: false);
        var questions = Tasks(TaskKind.Question, own: false);
        var named = people.Concat(texts.SelectMany(text => Titled().Matches(text.Text).Select(match => match.Value))).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return new()
        {
            By = "",
            Asked = asked,
            AskedByMe = Tasks(TaskKind.Request, own: true) is { Count: > 0 } mine ? mine : null,
            Questions = questions,
            Commitments = Tasks(TaskKind.Commitment, own: null),
            Decisions = Tasks(TaskKind.Decision, own: null),
            Dates = [.. texts.Zip(findings).SelectMany(pair => pair.Second.Times.Select(mention => new AnalysedDate(mention.Where.Of(pair.First.Text), Show(mention.At))))],
            People = named,
            Sentiment = MoodWords.Of([.. texts.Where(text => !text.IsOwn).Select(text => text.Text)]) is var sounds && mood is not null ? sounds with { Mood = mood, Quotes = mood == sounds.Mood ? sounds.Quotes : null } : sounds,
            NextSteps = Next(asked, questions, Tasks(TaskKind.Commitment, own: true), Tasks(TaskKind.Commitment, own: false)),
        };

        List<AnalysedTask> Tasks(TaskKind kind, bool? own) => [.. all.Where(one => one.Found.Kind == kind && (own is null || one.Text.IsOwn == own))
            .Select(one => new AnalysedTask(one.Found.Where.Of(one.Text.Text), one.Text.Writer, one.Found.Due is { } due ? Show(due.At) : null, one.Text.Id, kind is TaskKind.Request or TaskKind.Question && one.IsPassed ? true : null))];
    }

    private static List<string> Next(List<AnalysedTask> asked, List<AnalysedTask> questions, List<AnalysedTask> promised, List<AnalysedTask> expected) =>
    [
        .. asked.Where(task => task.Passed is null).OrderBy(task => task.Until ?? "9").Select(task => $"Do or answer{Until(task)}: {task.By} asks \"{UntrustedText.Line(task.Quote)}\""),
        .. questions.Where(task => task.Passed is null).Select(task => $"Answer {task.By}: \"{UntrustedText.Line(task.Quote)}\""),
        .. promised.Select(task => $"Keep your word{Until(task)}: \"{UntrustedText.Line(task.Quote)}\""),
        .. expected.Select(task => $"Expect of {task.By}{Until(task)}: \"{UntrustedText.Line(task.Quote)}\""),
    ];

    private static string Until(AnalysedTask task) => task.Until is null ? "" : $" until {task.Until}";

    private static string Show(ZonedDateTime at) => Moments.Show(at.ToDateTimeOffset(), at.Zone);

    /// <summary>Each list cut to so many; lists of nothing are left out.</summary>
    private static ContextAnalysis Cut(ContextAnalysis all, int count)
    {
        var longest = new[] { all.Asked?.Count, all.AskedByMe?.Count, all.Questions?.Count, all.Commitments?.Count, all.Decisions?.Count, all.Dates?.Count, all.People?.Count, all.NextSteps?.Count }.Max() ?? 0;
        return all with
        {
            Asked = Of(all.Asked, count),
            AskedByMe = Of(all.AskedByMe, count),
            Questions = Of(all.Questions, count),
            Commitments = Of(all.Commitments, count),
            Decisions = Of(all.Decisions, count),
            Dates = Of(all.Dates, count),
            People = Of(all.People, count),
            NextSteps = Of(all.NextSteps, count),
            Notes = longest <= count ? all.Notes : [.. all.Notes ?? [], "Long lists were cut to what fits: ask with more max_tokens, or about one mail."],
        };
    }

    private static IReadOnlyList<T>? Of<T>(IReadOnlyList<T>? list, int count) => list is null || list.Count == 0 ? null : [.. list.Take(count)];

    [GeneratedRegex(@"\b(Mr|Mrs|Ms|Dr|Prof|Herrn?|Frau)\.? \p{Lu}\p{L}+(-\p{Lu}\p{L}+)?")]
    private static partial Regex Titled();
}
