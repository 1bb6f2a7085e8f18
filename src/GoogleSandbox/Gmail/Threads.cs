using System.Text.RegularExpressions;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary>Finds the thread of a message: one that it answers, by References or In-Reply-To, with the same subject.</summary>
internal sealed partial class Threads
{
    private readonly Dictionary<string, (string Thread, string Subject)> _byMessageId = new(StringComparer.Ordinal);

    /// <summary>The message's thread; one that it starts has its id.</summary>
    /// <param name="id">The message's id.</param>
    /// <param name="content">The message.</param>
    /// <param name="wanted">
    /// The thread that a client asked for. Gmail wants the subject to match as well, and References to name a message of the thread
    /// (https://developers.google.com/workspace/gmail/api/guides/threads).
    /// </param>
    public string Join(string id, MessageContent content, string? wanted = null)
    {
        var subject = Plain(content.Subject);
        var thread = content.Ancestors
            .Select(ancestor => _byMessageId.GetValueOrDefault(ancestor))
            .FirstOrDefault(known => known.Thread is not null && known.Subject == subject && (wanted is null || known.Thread == wanted))
            .Thread ?? id;
        if (content.MessageId is { } messageId)
            _byMessageId.TryAdd(messageId, (thread, subject));
        return thread;
    }

    /// <summary>Keeps a message in a thread that it is known to be of.</summary>
    public string Keep(string thread, MessageContent content)
    {
        if (content.MessageId is { } messageId)
            _byMessageId.TryAdd(messageId, (thread, Plain(content.Subject)));
        return thread;
    }

    private static string Plain(string subject) => Prefix().Replace(subject, "").Trim().ToUpperInvariant();

    // Replies and forwards of several languages.
    [GeneratedRegex(@"^(\s*(re|fwd?|aw|wg|antw|sv|vs|rv|res|tr|odp|ynt)\s*(\[\d+\])?\s*:)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();
}
