using NodaTime;

namespace Assistant.Tools.Insight;

internal enum TaskKind
{
    Request,
    Question,
    Commitment,
    Decision,
}

/// <param name="Kind">What it is.</param>
/// <param name="Where">The words it rests on.</param>
/// <param name="Due">Until when, where it says so.</param>
internal sealed record Finding(TaskKind Kind, Piece Where, TimeMention? Due);

/// <param name="Found">In the order of the text.</param>
/// <param name="Times">Everything that says when.</param>
internal sealed record Findings(IReadOnlyList<Finding> Found, IReadOnlyList<TimeMention> Times)
{
    public IEnumerable<TimeMention> Deadlines => Found.Select(one => one.Due).OfType<TimeMention>().Distinct();
}

/// <summary>Reads by rules what a text asks, promises, wants to know and decides. What it finds it can quote; what is said in other words it misses.</summary>
internal static class RuleAnalyst
{
    private const int LongestText = 20_000;
    private const int MostTimes = 200;

    /// <summary>Of a clause so much is looked at: people write shorter ones, and whoever does not shall not keep us busy.</summary>
    private const int LongestClause = 500;

    /// <param name="text">Without quoted mail.</param>
    /// <param name="written">When, in the zone in which its times are meant.</param>
    public static Findings Read(string text, ZonedDateTime written)
    {
        var known = text.Length > LongestText ? text[..LongestText] : text;
        var (found, times) = (new List<Finding>(), new List<TimeMention>());
        foreach (var sentence in Sentences.Of(known))
        {
            IReadOnlyList<TimeMention> mentions = times.Count < MostTimes ? TimeMentions.In(known, sentence, written) : [];
            times.AddRange(mentions);
            var tasks = Tasks(known, sentence).ToList();
            if (tasks.Count == 0 && found.Count > 0 && found[^1].Due is null && IsDeadlineOf(known, sentence, mentions) is { } late)
                found[^1] = found[^1] with { Due = late };
            found.AddRange(tasks.Select((task, i) => new Finding(task.Kind, task.Where, Due(task, tasks.Count == 1 ? sentence : task.Where, mentions, i == tasks.Count - 1 ? sentence.End : task.Where.End))));
        }

        return new(found, times);
    }

    /// <summary>Requests and promises by clauses, because one sentence often has several; what follows a clause and is nothing of its own belongs to it.</summary>
    private static IEnumerable<(TaskKind Kind, Piece Where)> Tasks(string text, Piece sentence)
    {
        // A question mark stands at the end.
        var whole = new Piece(Math.Max(sentence.Start, sentence.End - LongestClause), sentence.End).Of(text);
        (TaskKind Kind, Piece Where)? open = null;
        var any = false;
        foreach (var clause in Sentences.Clauses(text, sentence))
        {
            var words = new Piece(clause.Start, Math.Min(clause.End, clause.Start + LongestClause)).Of(text);
            TaskKind? kind = TaskWords.Promises(words) ? TaskKind.Commitment : TaskWords.Asks(words) ? TaskKind.Request : null;
            if (kind is null)
            {
                if (open is var (openKind, openWhere))
                    open = (openKind, new(openWhere.Start, clause.End));
                continue;
            }

            any = true;
            if (open is { } done)
                yield return done;
            open = (kind.Value, clause);
        }

        if (open is { } last)
            yield return last;
        if (!any && TaskWords.Questions(whole))
            yield return (TaskKind.Question, sentence);
        if (TaskWords.Decides(whole))
            yield return (TaskKind.Decision, sentence);
    }

    /// <summary>What is promised is due when it is said to come; what is asked for only where the words say until when.</summary>
    private static TimeMention? Due((TaskKind Kind, Piece Where) task, Piece reach, IReadOnlyList<TimeMention> mentions, int end)
    {
        if (task.Kind is TaskKind.Question or TaskKind.Decision)
            return null;
        var within = new Piece(reach.Start, end);
        return mentions.FirstOrDefault(mention => mention.Where.Overlaps(within) && (mention.IsDeadline || (task.Kind == TaskKind.Commitment && !mention.IsFrom && mention.Where.Overlaps(task.Where))));
    }

    /// <summary>"Could you …? Deadline is Friday."</summary>
    private static TimeMention? IsDeadlineOf(string text, Piece sentence, IReadOnlyList<TimeMention> mentions) =>
        sentence.Of(text) is var words && (words.Contains("deadline", StringComparison.OrdinalIgnoreCase) || words.Contains("frist", StringComparison.OrdinalIgnoreCase))
            ? mentions.FirstOrDefault(mention => mention.IsDeadline)
            : null;
}
