using NodaTime;

namespace Assistant.Tools.Calendar.Finding;

/// <summary>The starts that come into question, in order: multiples of the step on the organizer's clock, so far that the meeting ends within the window.</summary>
internal sealed class Grid
{
    private readonly long[] _starts;

    public Grid(Interval window, Duration length, Duration step, DateTimeZone zone)
    {
        var starts = new List<long>();
        var last = window.End - length;
        for (var at = window.Start; at <= last;)
        {
            var local = at.InZone(zone).TimeOfDay.NanosecondOfDay;
            var over = local % step.ToInt64Nanoseconds();
            if (over == 0)
            {
                starts.Add(at.ToUnixTimeTicks());
                at += step;
            }
            else
            {
                // A change of the clocks in between may leave it off the grid again: then the next round moves on.
                at += Duration.FromNanoseconds(step.ToInt64Nanoseconds() - over);
            }
        }

        _starts = [.. starts];
    }

    public int Count => _starts.Length;

    public Instant this[int index] => Instant.FromUnixTimeTicks(_starts[index]);

    /// <summary>The first start at or after an instant.</summary>
    public int From(Instant instant)
    {
        var at = Array.BinarySearch(_starts, instant.ToUnixTimeTicks());
        return at >= 0 ? at : ~at;
    }

    /// <summary>The first start after an instant.</summary>
    public int After(Instant instant)
    {
        var at = Array.BinarySearch(_starts, instant.ToUnixTimeTicks());
        return at >= 0 ? at + 1 : ~at;
    }
}
