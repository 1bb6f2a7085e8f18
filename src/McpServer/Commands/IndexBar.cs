using System.Globalization;
using Assistant.Tools.Search;

namespace Assistant.Server.Commands;

/// <summary>How far the filling of an index is, in a line: a bar, the rate, the time left.</summary>
internal static class IndexBar
{
    private const int Width = 20;

    public static string Line(string account, IndexReport report, TimeSpan elapsed)
    {
        var perMinute = report.Documents / Math.Max(elapsed.TotalMinutes, 1e-3);
        if (report is not { Seen: { } seen, Total: > 0 and { } total })
            return string.Create(CultureInfo.InvariantCulture, $"{account}: {report.Documents} documents, {perMinute:0} a minute");
        var share = Math.Min(1, (double)seen / total);
        var full = (int)(share * Width);
        var left = perMinute < 1 ? "" : $", {Words(TimeSpan.FromMinutes(Math.Max(0, total - seen) / perMinute))} left";
        return string.Create(
            CultureInfo.InvariantCulture, $"{account}: [{new string('#', full)}{new string('.', Width - full)}] {share * 100:0} %, {seen} of {total} mails, {perMinute:0} a minute{left}");
    }

    private static string Words(TimeSpan time) => time.TotalHours >= 1
        ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min")
        : time.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min") : "less than a minute";
}
