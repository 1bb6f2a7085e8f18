using System.Text.RegularExpressions;
using NodaTime;

namespace Assistant.Tools.Insight;

/// <summary>Goes through a text sentence by sentence and keeps in mind what waits for a deadline, and the other way round.</summary>
internal sealed partial class TaskReader(string text, ZonedDateTime written)
{
    private const int MostTimes = 200;

    /// <summary>Of a clause so much is looked at: people write shorter ones, and whoever does not shall not keep us busy.</summary>
    private const int LongestClause = 500;

    /// <summary>Orders of advertising ("save 30 %") are no tasks; what is politely asked in such mail is.</summary>
    private readonly bool _isBulk = TaskWords.IsBulk(text);

    private readonly List<Finding> _found = [];
    private readonly List<TimeMention> _times = [];

    /// <summary>A deadline that stands before what is due: "Deadline is Friday. Please …".</summary>
    private Finding? _early;

    private bool _wasJustFound;

    /// <summary>The sentence before had something that is not yet due at any time.</summary>
    private bool LacksDue => _wasJustFound && _found is [.., { Kind: TaskKind.Request or TaskKind.Commitment, Due: null }];

    public Findings Read()
    {
        foreach (var sentence in Sentences.Of(text))
            Read(sentence);
        Keep();
        return new(_found, _times);
    }

    /// <summary>A deadline that nothing else was tied to asks by itself: "The deadline for proposals is Friday."</summary>
    private void Keep()
    {
        if (_early is { } early && !_isBulk && TaskWords.NamesDeadline(Words(early.Where)))
            _found.Add(early);
        _early = null;
    }

    private void Read(Piece sentence)
    {
        IReadOnlyList<TimeMention> mentions = _times.Count < MostTimes ? TimeMentions.In(text, sentence, written) : [];
        var tasks = Tasks(sentence, mentions).ToList();
        var found = new List<Finding>();
        for (var i = 0; i < tasks.Count; i++)
        {
            // What stands between two tasks belongs to the later, and what is left of the sentence to the last.
            var reach = new Piece(i == 0 ? sentence.Start : tasks[i - 1].Where.End, i == tasks.Count - 1 ? sentence.End : tasks[i].Where.End);
            found.Add(new(tasks[i].Kind, tasks[i].Where, Due(tasks[i].Kind, tasks[i].Where, reach, mentions)));
        }

        if (_early is not null && found is [{ Kind: TaskKind.Request, Due: null } first, ..])
            (found[0], _early) = (first with { Due = _early.Due }, null);
        Keep();
        if (tasks.Count == 0 && mentions.FirstOrDefault(mention => mention.IsDeadline) is { } alone && IsDeadlineAlone(Words(sentence)))
        {
            if (LacksDue)
                _found[^1] = _found[^1] with { Due = alone };
            else
                _early = new(TaskKind.Request, sentence, alone);
        }

        _times.AddRange(mentions);
        _found.AddRange(found);
        _wasJustFound = found.Count > 0;
    }

    /// <summary>Requests and promises by clauses, because one sentence often has several; what follows a clause and is nothing of its own belongs to it.</summary>
    private IEnumerable<(TaskKind Kind, Piece Where)> Tasks(Piece sentence, IReadOnlyList<TimeMention> mentions)
    {
        (TaskKind Kind, Piece Where)? open = null;
        var end = sentence.Start;
        var any = false;
        foreach (var clause in Sentences.Clauses(text, sentence))
        {
            var isJoined = Joined().IsMatch(text[end..clause.Start]);
            end = clause.End;
            if (KindOf(clause, isJoined ? open?.Kind : null, isJoined, mentions) is not { } kind)
            {
                if (open is var (openKind, openWhere))
                    open = (openKind, new(openWhere.Start, clause.End));
                continue;
            }

            // "It would be great, if you joined us", "today, please": one thing.
            if (open is var (same, begun) && same == kind && Condition().IsMatch(clause.Of(text)))
            {
                open = (kind, new(begun.Start, clause.End));
                continue;
            }

            if (open is { } done)
                yield return done;
            (any, open) = (true, (kind, open is null && Please().IsMatch(clause.Of(text)) ? new(sentence.Start, clause.End) : clause));
        }

        if (open is { } last)
            yield return last;
        // A question mark stands at the end.
        var whole = new Piece(Math.Max(sentence.Start, sentence.End - LongestClause), sentence.End).Of(text);
        if (!any && TaskWords.Questions(whole))
            yield return (TaskKind.Question, sentence);
        if (TaskWords.Decides(whole))
            yield return (TaskKind.Decision, sentence);
    }

    private TaskKind? KindOf(Piece clause, TaskKind? before, bool isJoined, IReadOnlyList<TimeMention> mentions)
    {
        var words = Words(clause);
        var times = mentions.Where(mention => mention.Where.Overlaps(clause)).ToList();
        if (TaskWords.Of(words, Sentences.IsQuestion(words), mayOrder: !_isBulk && (!isJoined || before == TaskKind.Request), saysWhen: times.Count > 0) is { } kind)
            return kind;
        // "Your slides by Friday" asks; "and it by Friday" goes on with what came before.
        var goesOn = before == TaskKind.Commitment || (LacksDue && TaskWords.IsAboutIt(words));
        return !_isBulk && times.Any(mention => mention.IsDeadline) && !goesOn && TaskWords.MayAskByDeadline(words) ? TaskKind.Request : null;
    }

    /// <summary>What is promised is due when it is said to come; what is asked for where the words say until when, or say a day that is none to meet on.</summary>
    private TimeMention? Due(TaskKind kind, Piece where, Piece reach, IReadOnlyList<TimeMention> mentions) => kind switch
    {
        TaskKind.Commitment => mentions.FirstOrDefault(mention => mention.Where.Overlaps(reach) && (mention.IsDeadline || (!mention.IsFrom && mention.Where.Overlaps(where)))),
        TaskKind.Request => mentions.FirstOrDefault(mention => mention.Where.Overlaps(reach) && (mention.IsDeadline || (mention.Where.Overlaps(where) && IsLastDay(Words(where), mention)))) ?? ByThen(where),
        _ => null,
    };

    private static bool IsLastDay(string words, TimeMention mention) => mention.IsDay && !mention.IsFrom && !TaskWords.Meets(words) && (mention.IsSoon || TaskWords.IsDuty(words));

    /// <summary>"By then": the last time that was named, if it is still to come.</summary>
    private TimeMention? ByThen(Piece where) =>
        TaskWords.ByThen(Words(where)) is { Success: true } then && _times.LastOrDefault(time => time.At.ToInstant() >= written.ToInstant()) is { } named
            ? named with { Where = new(where.Start + then.Index, where.Start + then.Index + then.Length), IsDeadline = true }
            : null;

    private static bool IsDeadlineAlone(string sentence) =>
        TaskWords.NamesDeadline(sentence) || (!TaskWords.IsFree(sentence) && !TaskWords.IsFarewell(sentence) && !TaskWords.IsOfAnother(sentence));

    private string Words(Piece where) => new Piece(where.Start, Math.Min(where.End, where.Start + LongestClause)).Of(text);

    [GeneratedRegex(@"^(if|wenn|falls|dass)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Condition();

    [GeneratedRegex(@"^(please|pls|bitte|bitte sehr)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Please();

    [GeneratedRegex(@"\b(and|und)\b")]
    private static partial Regex Joined();
}
