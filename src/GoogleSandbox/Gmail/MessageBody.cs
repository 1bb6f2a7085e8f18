using System.Buffers.Text;
using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary>The message that a call brings: as an upload, or base64url in <c>raw</c>.</summary>
internal static class MessageBody
{
    private const int LargestMessage = 36_700_160;

    /// <param name="call">The call.</param>
    /// <param name="message">Its message resource, or null.</param>
    /// <returns>The message, or null where the call brings none.</returns>
    /// <exception cref="ApiException">400: it is no base64url, or too large.</exception>
    public static MessageContent? Read(ApiCall call, JsonObject? message)
    {
        var raw = call.Media ?? (message?["raw"]?.GetValue<string>() is { Length: > 0 } text ? Decode(text) : null);
        if (raw is null)
            return null;
        return raw.Length > LargestMessage
            ? throw new ApiException(413, "uploadTooLarge", "Message too large")
            : new MessageContent(raw);
    }

    /// <summary>The thread that the message resource asks for, which has to be there.</summary>
    public static string? Thread(Mailbox mailbox, JsonObject? message)
    {
        if (message?["threadId"]?.GetValue<string>() is not { Length: > 0 } thread)
            return null;
        return mailbox.Messages.Any(known => known.ThreadId == thread) ? thread : throw GmailErrors.NotFound();
    }

    private static byte[] Decode(string text)
    {
        try
        {
            return Base64Url.DecodeFromChars(text.Replace('+', '-').Replace('/', '_').TrimEnd('='));
        }
        catch (FormatException)
        {
            throw GmailErrors.Invalid("Invalid value at 'message.raw' (TYPE_BYTES), Base64 decoding failed");
        }
    }
}
