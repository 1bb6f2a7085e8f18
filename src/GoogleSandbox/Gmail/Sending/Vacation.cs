using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Gmail.Sending;

/// <summary><c>users.settings</c> of the vacation responder, which answers each sender once, and neither lists nor programs.</summary>
internal sealed class Vacation
{
    public const string Method = "vacation";

    private readonly Lock _gate = new();
    private readonly HashSet<string> _answered = [];
    private JsonObject _settings = new() { ["enableAutoReply"] = false };

    public static JsonObject Get(ApiCall call, Mailbox mailbox) => mailbox.Settings.Vacation.Read();

    public static JsonObject Update(ApiCall call, Mailbox mailbox) => mailbox.Settings.Vacation.Replace(call.Body!);

    /// <summary>The automatic answer (RFC 3834), or null.</summary>
    public byte[]? AnswerTo(StoredMessage message, string sender, SeedPerson owner, TimeProvider time)
    {
        lock (_gate)
        {
            if (_settings["enableAutoReply"]?.GetValue<bool>() is not true || !IsOn(time.GetUtcNow()) || IsAutomatic(message))
                return null;
            if (_settings["restrictToDomain"]?.GetValue<bool>() is true && sender.Split('@')[1] != owner.Email.Split('@')[1])
                return null;
            if (!_answered.Add(sender))
                return null;
            var subject = _settings["responseSubject"]?.GetValue<string>() is { Length: > 0 } own ? own : "Re: " + message.Content.Subject;
            var text = _settings["responseBodyPlainText"]?.GetValue<string>() ?? _settings["responseBodyHtml"]?.GetValue<string>() ?? "";
            return Encoding.UTF8.GetBytes(
                $"From: <{owner.Email}>\r\nTo: <{sender}>\r\nSubject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(subject))}?=\r\n"
                + $"In-Reply-To: {message.Content.MessageId}\r\nReferences: {message.Content.MessageId}\r\nAuto-Submitted: auto-replied\r\n"
                + $"Content-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n");
        }
    }

    private static bool IsAutomatic(StoredMessage message)
    {
        var root = message.Content.Root;
        return root.Header("List-Id") is not null || root.Header("List-Unsubscribe") is not null
            || root.Header("Auto-Submitted") is { } auto && !auto.StartsWith("no", StringComparison.OrdinalIgnoreCase)
            || root.Header("Precedence")?.ToLowerInvariant() is "bulk" or "list" or "junk";
    }

    private bool IsOn(DateTimeOffset now) =>
        (Time("startTime") is not { } start || start <= now) && (Time("endTime") is not { } end || now < end);

    private DateTimeOffset? Time(string name) =>
        _settings[name] is { } value ? DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(value.ToString(), CultureInfo.InvariantCulture)) : null;

    private JsonObject Read()
    {
        lock (_gate)
            return (JsonObject)_settings.DeepClone();
    }

    private JsonObject Replace(JsonObject settings)
    {
        lock (_gate)
        {
            var enabled = settings["enableAutoReply"]?.GetValue<bool>() is true;
            if (enabled && string.IsNullOrEmpty(settings["responseSubject"]?.GetValue<string>())
                && string.IsNullOrEmpty(settings["responseBodyPlainText"]?.GetValue<string>()) && string.IsNullOrEmpty(settings["responseBodyHtml"]?.GetValue<string>()))
                throw GmailErrors.Invalid("Either the response subject or the response body must be nonempty");
            var replaced = (JsonObject)settings.DeepClone();
            if (replaced["responseBodyHtml"] is not null && replaced["responseBodyPlainText"] is not null)
                replaced.Remove("responseBodyPlainText");
            if (Ends(replaced) is { } end && Starts(replaced) is { } start && start >= end)
                throw GmailErrors.Invalid("startTime must precede endTime");
            if (!enabled)
                _answered.Clear();
            _settings = replaced;
            return (JsonObject)_settings.DeepClone();
        }

        static long? Starts(JsonObject settings) => settings["startTime"] is { } value ? long.Parse(value.ToString(), CultureInfo.InvariantCulture) : null;

        static long? Ends(JsonObject settings) => settings["endTime"] is { } value ? long.Parse(value.ToString(), CultureInfo.InvariantCulture) : null;
    }
}
