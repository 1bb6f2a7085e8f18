using System.Text.RegularExpressions;
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
internal static partial class RuleAnalyst
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
        TimeMention? pending = null;
        foreach (var sentence in Sentences.Of(known))
        {
            IReadOnlyList<TimeMention> mentions = times.Count < MostTimes ? TimeMentions.In(known, sentence, written) : [];
            times.AddRange(mentions);
            var tasks = Tasks(known, sentence, mentions).ToList();
            var due = tasks.Select((task, i) => new Finding(task.Kind, task.Where, Due(known, task, new(i == 0 ? sentence.Start : tasks[i - 1].Where.End, i == tasks.Count - 1 ? sentence.End : task.Where.End), mentions))).ToList();
            // "Could you …? Deadline is Friday", and the other way round.
            if (pending is not null && due is [{ Kind: TaskKind.Request, Due: null } first, ..])
                due[0] = first with { Due = pending };
            pending = tasks.Count == 0 && mentions.FirstOrDefault(mention => mention.IsDeadline) is { } late && !TaskWords.IsFree(sentence.Of(known)) ? late : null;
            if (pending is not null && found is [.., { Kind: TaskKind.Request or TaskKind.Commitment, Due: null } last])
                (found[^1], pending) = (last with { Due = pending }, null);
            found.AddRange(due);
        }

        return new(found, times);
    }

    /// <summary>Requests and promises by clauses, because one sentence often has several; what follows a clause and is nothing of its own belongs to it.</summary>
    private static IEnumerable<(TaskKind Kind, Piece Where)> Tasks(string text, Piece sentence, IReadOnlyList<TimeMention> mentions)
    {
        // A question mark stands at the end.
        var whole = new Piece(Math.Max(sentence.Start, sentence.End - LongestClause), sentence.End).Of(text);
        (TaskKind Kind, Piece Where)? open = null;
        var any = false;
        TaskKind? before = null;
        var end = sentence.Start;
        foreach (var clause in Sentences.Clauses(text, sentence))
        {
            var isJoined = Joined().IsMatch(text[end..clause.Start]);
            end = clause.End;
            var words = new Piece(clause.Start, Math.Min(clause.End, clause.Start + LongestClause)).Of(text);
            var when = mentions.Where(mention => mention.Where.Overlaps(clause)).ToList();
            var kind = TaskWords.Of(words, words.EndsWith('?'), !isJoined || before == TaskKind.Request, when.Count > 0)
                ?? (when.Any(mention => mention.IsDeadline) && !(isJoined && before == TaskKind.Commitment) && TaskWords.MayAskByDeadline(words) ? TaskKind.Request : null);
            before = kind ?? before;
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

    /// <summary>What is promised is due when it is said to come; what is asked for where the words say until when, or say a day near by that is none to meet on.</summary>
    private static TimeMention? Due(string text, (TaskKind Kind, Piece Where) task, Piece reach, IReadOnlyList<TimeMention> mentions) => task.Kind switch
    {
        TaskKind.Commitment => mentions.FirstOrDefault(mention => mention.Where.Overlaps(reach) && (mention.IsDeadline || (!mention.IsFrom && mention.Where.Overlaps(task.Where)))),
        TaskKind.Request => mentions.FirstOrDefault(mention => mention.Where.Overlaps(reach) && (mention.IsDeadline || (mention.Where.Overlaps(task.Where) && IsLastDay(task.Where.Of(text), mention)))),
        _ => null,
    };

    private static bool IsLastDay(string words, TimeMention mention) => mention.IsDay && !mention.IsFrom && !TaskWords.Meets(words) && (mention.IsSoon || TaskWords.IsDuty(words));

    [GeneratedRegex(@"\b(and|und)\b")]
    private static partial Regex Joined();
}
