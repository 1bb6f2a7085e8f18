using System.Buffers;
using System.Text;

namespace Assistant.Retrieval.Text.Html;

/// <summary>Leaves out what <c>data:</c> addresses hold: an image inside the HTML would use up the size limit.</summary>
internal static class DataAddresses
{
    private const string Start = "data:image/";
    private static readonly SearchValues<char> Ends = SearchValues.Create("\"'<>) \n");

    public static string Drop(string html)
    {
        var at = html.IndexOf(Start, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return html;
        var output = new StringBuilder(html.Length);
        var from = 0;
        while (at >= 0)
        {
            output.Append(html, from, at - from + Start.Length);
            var rest = html.AsSpan(at + Start.Length);
            var end = rest.IndexOfAny(Ends);
            from = end < 0 ? html.Length : at + Start.Length + end;
            at = html.IndexOf(Start, from, StringComparison.OrdinalIgnoreCase);
        }

        return output.Append(html, from, html.Length - from).ToString();
    }
}
