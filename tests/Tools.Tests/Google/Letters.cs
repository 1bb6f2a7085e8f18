using System.Text;
using Assistant.GoogleSandbox;

namespace Assistant.Tools.Tests.Google;

/// <summary>Small mails by hand.</summary>
internal static class Letters
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 8, 0, 0, TimeSpan.Zero);

    public static SeedMail Plain(string subject, string body, int minute = 0, string from = "Cy <cy@other.example>", params string[] labels) =>
        Raw(subject, "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + body, minute, from, labels);

    public static SeedMail Html(string subject, string html, int minute = 0, params string[] labels) =>
        Raw(subject, "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + html, minute, "Cy <cy@other.example>", labels);

    public static SeedMail Raw(string subject, string rest, int minute = 0, string from = "Cy <cy@other.example>", params string[] labels) => new(
        Encoding.UTF8.GetBytes(
            $"From: {from}\r\nTo: Ann <ann@work.example>\r\nSubject: {subject}\r\nMessage-ID: <{subject.GetHashCode(StringComparison.Ordinal):x}.{minute}@other.example>\r\n"
            + $"Date: {Start.AddMinutes(minute):r}\r\nMIME-Version: 1.0\r\n{rest.ReplaceLineEndings("\r\n")}\r\n"),
        labels.Length > 0 ? labels : ["INBOX", "UNREAD"],
        Start.AddMinutes(minute));
}
