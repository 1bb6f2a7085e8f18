using System.Text.RegularExpressions;
using Assistant.Tools.Calendar.Times;
using Assistant.Tools.Time.Words;
using NodaTime;

namespace Assistant.Tools.Calendar.Managing;

/// <summary>A line such as <c>Lunch with Bob tomorrow 12:30-13:30</c>: the longest part that is a time, and the rest as the title.</summary>
internal static partial class QuickText
{
    private static readonly string[] Joints = ["at", "on", "um", "am", "im", "in", "from", "von", "ab", "for", "-", ","];

    /// <exception cref="ToolFailure">No time, no title, or a time that can mean two things.</exception>
    public static (string Title, string Start, string? End) Read(string text, Instant now, DateTimeZone zone)
    {
        var end = (string?)null;
        var line = Range().Replace(text.Trim(), match =>
        {
            end = match.Groups[2].Value;
            return match.Groups[1].Value;
        }, 1);
        var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 40)
            throw new ToolFailure("bad_argument", "The text is too long for a quick event: use calendar_create.");
        for (var length = Math.Min(words.Length, 10); length > 0; length--)
        {
            for (var at = 0; at + length <= words.Length; at++)
            {
                var part = string.Join(' ', words[at..(at + length)]);
                if ((length == 1 && part.Length < 3) || TimeWords.Read(part, now, zone) is TimeAnswer.NotUnderstood or TimeAnswer.Span)
                    continue;
                var title = string.Join(' ', Trim([.. words[..at]]).Concat(words[(at + length)..]));
                if (title.Length == 0)
                    throw new ToolFailure("bad_argument", "The text says when, but not what.");
                CalendarTimes.Read("text", part, now, zone);
                return (title, part, end);
            }
        }

        throw new ToolFailure("bad_argument", "The text does not say when. Write for example 'Lunch with Bob tomorrow 12:30-13:30'.");
    }

    private static List<string> Trim(List<string> before)
    {
        while (before.Count > 0 && Joints.Contains(before[^1].ToLowerInvariant()))
            before.RemoveAt(before.Count - 1);
        return before;
    }

    [GeneratedRegex(@"(\d{1,2}:\d{2})\s*(?:-|–|to|bis)\s*(\d{1,2}:\d{2})", RegexOptions.IgnoreCase)]
    private static partial Regex Range();
}
