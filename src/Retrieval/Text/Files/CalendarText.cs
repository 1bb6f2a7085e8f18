using System.Text;

namespace Assistant.Retrieval.Text.Files;

/// <summary>An iCalendar file (RFC 5545) in lines that a person reads: what, when, where, who.</summary>
public static class CalendarText
{
    private const int MostLines = 20_000;

    private static readonly (string Property, string Label)[] Shown =
    [
        ("SUMMARY", "Event"), ("DTSTART", "Starts"), ("DTEND", "Ends"), ("RRULE", "Repeats"), ("LOCATION", "Where"), ("STATUS", "Status"),
        ("ORGANIZER", "Organiser"), ("ATTENDEE", "Attendee"), ("DESCRIPTION", "Description"),
    ];

    public static string Of(string ics)
    {
        var text = new StringBuilder();
        List<(string Label, string Value)>? item = null;
        foreach (var line in Unfold(ics).Take(MostLines))
        {
            var colon = Colon(line);
            if (colon < 0)
                continue;
            var parts = line[..colon].Split(';');
            var (name, value) = (parts[0].Trim().ToUpperInvariant(), line[(colon + 1)..]);
            if (name == "METHOD")
                text.Append("Kind: ").Append(value.Trim()).Append("\n\n");
            else if (name == "BEGIN" && value.Trim().ToUpperInvariant() is "VEVENT" or "VTODO")
                item = [];
            else if (name == "END" && value.Trim().ToUpperInvariant() is "VEVENT" or "VTODO" && item is not null)
            {
                foreach (var (label, shown) in item.OrderBy(pair => Array.FindIndex(Shown, one => one.Label == pair.Label)))
                    text.Append(label).Append(": ").Append(shown).Append('\n');
                text.Append('\n');
                item = null;
            }
            else if (item is not null && Array.Find(Shown, one => one.Property == name) is { Label: { } label })
                item.Add((label, Value(name, value, parts)));
        }

        return text.ToString().TrimEnd();
    }

    private static string Value(string name, string value, string[] parts)
    {
        string? Parameter(string wanted) => parts.Skip(1).Where(part => part.StartsWith(wanted + "=", StringComparison.OrdinalIgnoreCase))
            .Select(part => part[(wanted.Length + 1)..].Trim('"')).FirstOrDefault();

        return name switch
        {
            "DTSTART" or "DTEND" => Moment(value.Trim()) + (value.TrimEnd().EndsWith('Z') ? " UTC" : Parameter("TZID") is { } zone ? " " + zone : ""),
            "ORGANIZER" or "ATTENDEE" => $"{Parameter("CN")} <{value.Trim().Replace("mailto:", "", StringComparison.OrdinalIgnoreCase)}>"
                + (Parameter("PARTSTAT") is { } answer ? $" ({answer.ToLowerInvariant()})" : ""),
            _ => Unescape(value),
        };
    }

    private static string Moment(string value)
    {
        var digits = value.TrimEnd('Z').Replace("T", "", StringComparison.Ordinal);
        if (digits.Length is not (8 or 14) || !digits.All(char.IsAsciiDigit))
            return value;
        var date = $"{digits[..4]}-{digits[4..6]}-{digits[6..8]}";
        return digits.Length == 8 ? date : $"{date} {digits[8..10]}:{digits[10..12]}";
    }

    private static string Unescape(string value) => value.Replace("\\n", "\n", StringComparison.OrdinalIgnoreCase).Replace("\\,", ",", StringComparison.Ordinal)
        .Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal).Trim();

    /// <summary>The colon that ends the parameters: one in quotes does not.</summary>
    private static int Colon(string line)
    {
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ':' && !quoted)
                return i;
        }

        return -1;
    }

    private static IEnumerable<string> Unfold(string ics)
    {
        var line = new StringBuilder();
        foreach (var piece in ics.ReplaceLineEndings("\n").Split('\n'))
        {
            if (piece.Length > 0 && piece[0] is ' ' or '\t')
            {
                line.Append(piece.AsSpan(1));
                continue;
            }

            yield return line.ToString();
            line.Clear().Append(piece);
        }

        yield return line.ToString();
    }
}
