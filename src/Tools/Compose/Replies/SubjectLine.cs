using System.Text.RegularExpressions;

namespace Assistant.Tools.Compose.Replies;

/// <summary>Subjects of answers: Gmail keeps a thread together only while the subject is the same behind its prefix.</summary>
internal static partial class SubjectLine
{
    public static string Reply(string subject) => ReplyPrefix().IsMatch(subject) ? subject : $"Re: {subject}".TrimEnd();

    public static string Forward(string subject) => ForwardPrefix().IsMatch(subject) ? subject : $"Fwd: {subject}".TrimEnd();

    // What mail programs of several languages write in front.
    [GeneratedRegex(@"^\s*(re|aw|antw|sv|vs|rv|res|r|odp|ynt|bls|vá|rif)\s*(\[\d+\])?\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReplyPrefix();

    [GeneratedRegex(@"^\s*(fwd?|wg|tr|enc|rv|vl|pd|i|doorst)\s*(\[\d+\])?\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForwardPrefix();
}
