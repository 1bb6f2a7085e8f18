using Assistant.TokenStore;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Gmail;
using Assistant.Tools.Google;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Compose;

/// <summary>Files for a mail: of an earlier message, or as they were given. Never from this machine's disk.</summary>
internal sealed class AttachmentSource(PartBytes bytes)
{
    /// <summary>Gmail's own limit for what is attached.</summary>
    public const long MostBytes = 25_000_000;

    private const string Unknown = "application/octet-stream";

    public async Task<IReadOnlyList<MailFile>> OpenAsync(GoogleAccount account, IReadOnlyList<FileWish> wishes, CancellationToken cancellationToken)
    {
        var files = new List<MailFile>();
        for (var i = 0; i < wishes.Count; i++)
            files.Add(await OneAsync(account, wishes[i], $"attachments[{i}]", cancellationToken));
        return files;
    }

    /// <summary>All that is attached to a message, pictures in its text among it.</summary>
    public IReadOnlyList<MailFile> Of(GoogleAccount account, Message message) => [.. MessageParts.Of(message.Payload).Attachments.Select(part => Of(account, message.Id, part, null))];

    /// <exception cref="ToolFailure">Together they are larger than Gmail takes.</exception>
    public static void CheckSize(IEnumerable<MailFile> files)
    {
        var bytes = files.Sum(file => file.Size ?? 0);
        if (bytes > MostBytes)
            throw new ToolFailure("too_large", $"The attachments have {bytes} bytes together; Gmail takes {MostBytes} at most. Leave some out.");
    }

    private async Task<MailFile> OneAsync(GoogleAccount account, FileWish wish, string argument, CancellationToken cancellationToken)
    {
        if (wish.MessageId is { } messageId && wish.ContentBase64 is null)
        {
            var message = await bytes.MessageAsync(account, messageId, cancellationToken);
            var part = MessageParts.Of(message.Payload).Attachments.FirstOrDefault(one => one.PartId == wish.Part)
                ?? throw new ToolFailure("not_found", $"{argument}: message {messageId} has no attachment with the part '{wish.Part}'. gmail_read names the parts.");
            return Of(account, messageId, part, wish);
        }

        if (wish.MessageId is null && wish.ContentBase64 is { } content && !string.IsNullOrWhiteSpace(wish.Name))
            return MailFile.Of(wish.Name.Trim(), wish.Type?.Trim() is { Length: > 0 } type ? type : Unknown, Decode(argument, content), wish.ContentId);
        throw new ToolFailure("bad_argument", $"{argument} needs either message_id and part, or name and content_base64.");
    }

    private MailFile Of(GoogleAccount account, string messageId, MessagePart part, FileWish? wish) => new(
        SafeName(wish?.Name ?? part.Filename, part.MimeType),
        part.MimeType is { Length: > 0 } type ? type : Unknown,
        part.Body?.Size,
        async cancellationToken => new MemoryStream(await bytes.ReadAsync(account, messageId, part, cancellationToken), writable: false),
        wish?.ContentId);

    /// <summary>A sender's file name may be anything; a path in it is none of ours.</summary>
    private static string SafeName(string? name, string type)
    {
        var line = UntrustedText.Line(name).Replace('/', '_').Replace('\\', '_').Trim();
        return line.Length > 0 ? line : type == "message/rfc822" ? "message.eml" : "attachment";
    }

    private static byte[] Decode(string argument, string text)
    {
        try
        {
            return Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '='));
        }
        catch (FormatException wrong)
        {
            throw new ToolFailure("bad_argument", $"{argument}.content_base64 is not base64.", wrong);
        }
    }
}
