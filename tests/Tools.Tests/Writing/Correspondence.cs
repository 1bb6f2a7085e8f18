using System.Globalization;
using System.Text;
using Assistant.GoogleSandbox;
using Assistant.Tools.Tests.Google;

namespace Assistant.Tools.Tests.Writing;

/// <summary>Mail for a sandbox.</summary>
internal static class Correspondence
{
    private static int _count;

    /// <summary>At nine in the morning, as the sandbox has it.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    public static string NewId() => string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _count)}@letters.example");

    public static SeedMail Mail(string from, string to, string subject, string body, DateTimeOffset at, string? id = null, string? answers = null, bool sent = false, string? html = null, string? headers = null)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"From: {from}\r\nTo: {to}\r\nSubject: {Encoded(subject)}\r\nMessage-ID: <{id ?? NewId()}>\r\nDate: {at:ddd, dd MMM yyyy HH:mm:ss} +0000\r\n");
        if (answers is not null)
            text.Append(CultureInfo.InvariantCulture, $"In-Reply-To: <{answers}>\r\nReferences: <{answers}>\r\n");
        text.Append(headers).Append(CultureInfo.InvariantCulture, $"MIME-Version: 1.0\r\nContent-Type: text/{(html is null ? "plain" : "html")}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n")
            .Append((html ?? body).ReplaceLineEndings("\r\n"));
        return new(Encoding.UTF8.GetBytes(text.ToString()), [sent ? "SENT" : "INBOX"], at);
    }

    /// <summary>The id of the thread that a subject is in.</summary>
    public static async Task<string> ThreadAsync(Workplace workplace, string subject, string account = "work", string user = "ann") =>
        (await workplace.AsAsync<Assistant.Tools.Gmail.MailSearch, Assistant.Tools.Gmail.MailSearchResult>(
            user, search => search.FindAsync($"subject:\"{subject}\"", account, null, 5, null, null, TestContext.Current.CancellationToken))).Messages![0].ThreadId!;

    private static string Encoded(string text) => text.All(char.IsAscii) ? text : $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";
}
