using System.Text;

namespace Assistant.Retrieval.Text;

/// <summary>A text/plain body as a person reads it.</summary>
public static class PlainText
{
    /// <param name="body">The decoded body.</param>
    /// <param name="flowed">The part's Content-Type says <c>format=flowed</c> (RFC 3676).</param>
    /// <param name="deleteSpace">... and <c>delsp=yes</c>.</param>
    public static CleanText Read(string body, bool flowed = false, bool deleteSpace = false)
    {
        var clean = InvisibleCharacters.Remove(body.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
        var text = flowed ? JoinFlowed(clean.Text, deleteSpace) : clean.Text;
        return clean with { Text = Tidy(text) };
    }

    /// <summary>Trailing spaces go, and more than two empty lines in a row become two.</summary>
    private static string Tidy(string text)
    {
        var output = new StringBuilder(text.Length);
        var empty = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            // The signature's separator is "-- " with its space (RFC 3676 §4.3).
            var kept = line is "-- " ? line : line.TrimEnd();
            empty = kept.IsEmpty ? empty + 1 : 0;
            if (empty <= 2)
                output.Append(kept).Append('\n');
        }

        return output.ToString().Trim('\n');
    }

    private static string JoinFlowed(string text, bool deleteSpace)
    {
        var output = new StringBuilder(text.Length);
        var (depth, open) = (0, false);
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var quotes = raw.IndexOfAnyExcept('>') is var first && first < 0 ? raw.Length : first;
            var line = raw[quotes..];
            if (line.StartsWith(" "))
                line = line[1..];
            var signature = line is "-- ";
            if (open && (quotes != depth || signature))
                output.Append('\n');
            else if (open)
                quotes = -1;
            if (quotes > 0)
                output.Append('>', quotes).Append(' ');
            depth = quotes < 0 ? depth : quotes;
            open = line.EndsWith(" ") && !signature;
            output.Append(open && deleteSpace ? line[..^1] : line);
            if (!open)
                output.Append('\n');
        }

        return output.ToString();
    }
}
