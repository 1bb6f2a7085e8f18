using System.Globalization;
using NodaTime;

namespace Assistant.Tools.Calendar.Finding;

/// <summary>
/// Finds times that suit all. Every entry of a calendar forbids a range of starts; counted over the grid of starts that gives, in one sweep, which starts
/// are free for all who must come, and how many are in the way of the others.
/// </summary>
internal sealed class SlotFinder
{
    private const int PerGap = 2;
    private const int MostNearMisses = 3;
    private const int OptionalWeight = 40;
    private const int SoftWeight = 15;
    private const int PreferredWeight = 60;
    private const int NeighbourWeight = 10;

    private readonly FindQuestion _question;
    private readonly Grid _grid;
    private readonly int[] _blocked;
    private readonly int[] _optional;
    private readonly int[] _soft;
    private readonly int[] _neighbours;
    private readonly int[] _rooms;
    private readonly List<(Instant Start, Instant End)>[] _working;

    private SlotFinder(FindQuestion question)
    {
        if (question.Duration <= Duration.Zero || question.Step < Duration.FromMinutes(1))
            throw new ArgumentException("The meeting and the step must take some time.", nameof(question));
        if (question.Window.Duration > Duration.FromDays(366))
            throw new ArgumentException("The window is longer than a year.", nameof(question));
        _question = question;
        _grid = new(question.Window, question.Duration, question.Step, question.Zone);
        (_blocked, _optional, _soft, _neighbours, _rooms) = (Row(), Row(), Row(), Row(), Row());
        _working = [.. question.People.Select(person => Stretches.Working(person, question.Window))];
        for (var i = 0; i < question.People.Count; i++)
            Count(question.People[i], _working[i]);
        foreach (var room in question.Rooms)
            Add(_rooms, Forbidden(room.Busy.Where(Blocks), _ => Duration.Zero));
        foreach (var row in new[] { _blocked, _optional, _soft, _neighbours, _rooms })
        {
            for (var i = 1; i < row.Length; i++)
                row[i] += row[i - 1];
        }
    }

    /// <exception cref="ArgumentException">A window of more than a year, or no duration.</exception>
    public static FindAnswer Find(FindQuestion question)
    {
        var finder = new SlotFinder(question);
        var slots = finder.Best();
        return new(slots, finder.NearMisses());
    }

    private int[] Row() => new int[_grid.Count + 1];

    private static bool Blocks(Busy busy) => busy.Kind is BusyKind.Busy or BusyKind.OutOfOffice;

    private void Count(Person person, List<(Instant Start, Instant End)> working)
    {
        var busy = person.IsKnown ? person.Busy : [];
        if (!person.IsRequired)
        {
            Add(_optional, Forbidden(busy.Where(Blocks), _ => Duration.Zero), working);
            return;
        }

        Add(_blocked, Forbidden(busy.Where(Blocks), Margin), working);
        Add(_soft, Forbidden(busy.Where(one => !Blocks(one)), _ => Duration.Zero));
        if (_question.AvoidBackToBack)
            Add(_neighbours, Forbidden(busy.Where(one => one.Kind == BusyKind.Busy), one => Margin(one) + Duration.FromMinutes(5)));
    }

    /// <summary>Out of office is no meeting that one comes from.</summary>
    private Duration Margin(Busy busy) => busy.Kind == BusyKind.OutOfOffice ? Duration.Zero : busy.HasPlace ? Duration.Max(_question.Buffer, _question.TravelMargin) : _question.Buffer;

    /// <summary>Ranges of the grid, until exclusive: a start strictly within (start - length - margin, end + margin) overlaps.</summary>
    private IEnumerable<(int From, int Until)> Forbidden(IEnumerable<Busy> busy, Func<Busy, Duration> margin) => busy.Where(one => one.End > one.Start)
        .Select(one => (_grid.After(one.Start - _question.Duration - margin(one)), _grid.From(one.End + margin(one))));

    private IEnumerable<(int From, int Until)> Outside(List<(Instant Start, Instant End)> working)
    {
        var from = 0;
        foreach (var (start, end) in working.Where(one => one.End - one.Start >= _question.Duration))
        {
            yield return (from, _grid.From(start));
            from = _grid.After(end - _question.Duration);
        }

        yield return (from, _grid.Count);
    }

    /// <summary>Each person counts once at a start, however many reasons there are.</summary>
    private void Add(int[] row, IEnumerable<(int From, int Until)> ranges, List<(Instant Start, Instant End)>? working = null)
    {
        var (open, end) = (-1, -1);
        foreach (var (from, until) in ranges.Concat(working is null ? [] : Outside(working)).Where(range => range.Until > range.From).OrderBy(range => range.From))
        {
            if (open >= 0 && from <= end)
            {
                end = Math.Max(end, until);
                continue;
            }

            Close();
            (open, end) = (from, until);
        }

        Close();

        void Close()
        {
            if (open < 0)
                return;
            row[open]++;
            row[end]--;
        }
    }

    private bool IsFree(int i) => _blocked[i] == 0 && (_question.Rooms.Count == 0 || _rooms[i] < _question.Rooms.Count);

    private List<Slot> Best()
    {
        var candidates = new List<(int Index, int Gap, int Score)>();
        var gap = 0;
        for (var i = 0; i < _grid.Count; i++)
        {
            if (!IsFree(i))
                gap++;
            else
                candidates.Add((i, gap, Score(i)));
        }

        if (candidates.Count == 0)
            return [];
        var ranked = candidates.OrderByDescending(one => one.Score).ThenBy(one => one.Index).ToList();
        var (chosen, perGap) = (new List<(int Index, int Gap, int Score)>(), new Dictionary<int, int>());
        foreach (var one in ranked.Where(one => perGap.GetValueOrDefault(one.Gap) < PerGap && chosen.Count < _question.MaxResults && IsApart(one.Index)))
            Choose(one);
        foreach (var one in ranked.Where(one => chosen.Count < _question.MaxResults && !chosen.Contains(one)))
            Choose(one);
        // Whoever wants the first possible time finds it, at the end if it is the least liked.
        if (!chosen.Contains(candidates[0]))
            chosen[^1] = candidates[0];
        return [.. chosen.OrderByDescending(one => one.Score).ThenBy(one => one.Index).Select(one => new Slot(_grid[one.Index], _grid[one.Index] + _question.Duration, one.Score, Reasons(one.Index)))];

        bool IsApart(int index) => chosen.All(other => Duration.Max(_grid[index] - _grid[other.Index], _grid[other.Index] - _grid[index]) >= _question.Duration);

        void Choose((int Index, int Gap, int Score) one)
        {
            chosen.Add(one);
            perGap[one.Gap] = perGap.GetValueOrDefault(one.Gap) + 1;
        }
    }

    private int Score(int i) => 1_000 - (OptionalWeight * _optional[i]) - (SoftWeight * _soft[i]) - (NeighbourWeight * _neighbours[i]) + (IsPreferred(i) ? PreferredWeight : 0)
        // A day later costs as much as a neighbour: soon is good, but not above all.
        - (int)((_grid[i] - _question.Window.Start).TotalDays * 5);

    private bool IsPreferred(int i)
    {
        var (start, end) = (_grid[i].InZone(_question.Zone), (_grid[i] + _question.Duration).InZone(_question.Zone));
        return _question.Preferred.Any(part => start.TimeOfDay >= part.From && start.Date == end.Date && end.TimeOfDay <= part.Until);
    }

    private List<string> Reasons(int i)
    {
        var (start, end) = (_grid[i], _grid[i] + _question.Duration);
        var required = _question.People.Where(person => person is { IsRequired: true, IsKnown: true }).ToList();
        var reasons = new List<string> { required.Count switch { 0 => "nothing is known to be in the way", 1 => $"works for {required[0].Name}", 2 => "works for both", _ => $"works for all {required.Count}" } };
        if (_question.Preferred.Count > 0)
            reasons.Add(IsPreferred(i) ? "in the preferred part of the day" : "not in the preferred part of the day");
        foreach (var person in _question.People.Where(person => !person.IsRequired && person.IsKnown))
        {
            var isOut = !IsWorking(person, start, end);
            if (isOut || person.Busy.Any(one => Blocks(one) && Overlaps(one, start, end, Duration.Zero)))
                reasons.Add($"optional {person.Name} {(isOut ? "does not work then" : "is busy")}");
        }

        foreach (var person in required)
        {
            if (person.Busy.FirstOrDefault(one => !Blocks(one) && Overlaps(one, start, end, Duration.Zero)) is { } soft)
                reasons.Add($"{person.Name} has {(soft.Kind == BusyKind.Focus ? "focus time" : "something tentative")} then");
        }

        if (_question.AvoidBackToBack)
            reasons.Add(_neighbours[i] == 0 ? "not back to back with another meeting" : $"back to back with a meeting of {_neighbours[i]}");
        if (_question.Rooms.Count > 0)
            reasons.Add("free rooms: " + string.Join(", ", _question.Rooms.Where(room => !room.Busy.Any(one => Blocks(one) && Overlaps(one, start, end, Duration.Zero))).Select(room => room.Name)));
        var unknown = _question.People.Where(person => !person.IsKnown).Select(person => person.Name).ToList();
        if (unknown.Count > 0)
            reasons.Add($"the calendar of {string.Join(", ", unknown)} cannot be seen");
        return reasons;
    }

    /// <summary>Where the fewest are in the way, some time apart.</summary>
    private List<Slot> NearMisses()
    {
        var chosen = new List<int>();
        foreach (var i in Enumerable.Range(0, _grid.Count).Where(i => !IsFree(i)).OrderBy(Obstacles).ThenBy(i => i))
        {
            if (chosen.Any(other => Duration.Max(_grid[i] - _grid[other], _grid[other] - _grid[i]) < _question.Duration))
                continue;
            chosen.Add(i);
            if (chosen.Count == MostNearMisses)
                break;
        }

        return [.. chosen.Select(i => new Slot(_grid[i], _grid[i] + _question.Duration, Score(i), InTheWay(_grid[i])))];
    }

    private int Obstacles(int i) => _blocked[i] + (_question.Rooms.Count > 0 && _rooms[i] == _question.Rooms.Count ? 1 : 0);

    private List<string> InTheWay(Instant start)
    {
        var end = start + _question.Duration;
        var reasons = new List<string>();
        foreach (var person in _question.People.Where(person => person.IsRequired))
        {
            if (!IsWorking(person, start, end))
                reasons.Add($"outside the working hours of {person.Name} ({start.InZone(person.Zone).ToString("ddd HH:mm", CultureInfo.InvariantCulture)} there)");
            foreach (var one in (person.IsKnown ? person.Busy : []).Where(one => Blocks(one) && Overlaps(one, start, end, Margin(one))).OrderBy(one => one.Start).Take(2))
            {
                var what = one.Title ?? (one.Kind == BusyKind.OutOfOffice ? "out of office" : "busy");
                var isNear = !Overlaps(one, start, end, Duration.Zero);
                reasons.Add($"{person.Name}: {what} {Clock(one.Start)} to {Clock(one.End)}{(isNear ? ", too close" : "")}");
            }
        }

        if (_question.Rooms.Count > 0 && _question.Rooms.All(room => room.Busy.Any(one => Blocks(one) && Overlaps(one, start, end, Duration.Zero))))
            reasons.Add("no room is free");
        return reasons;
    }

    private string Clock(Instant instant) => instant.InZone(_question.Zone).ToString("ddd HH:mm", CultureInfo.InvariantCulture);

    private static bool Overlaps(Busy busy, Instant start, Instant end, Duration margin) => busy.End > busy.Start && busy.Start < end + margin && busy.End > start - margin;

    private bool IsWorking(Person person, Instant start, Instant end)
    {
        for (var i = 0; i < _working.Length; i++)
        {
            if (ReferenceEquals(_question.People[i], person))
                return _working[i].Any(one => one.Start <= start && one.End >= end);
        }

        return false;
    }
}
