using System.ComponentModel;
using Assistant.Tools.Google;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Gmail;

[McpServerResourceType]
internal sealed class MailResources(MailReader reader, MailSearch search, GoogleAccounts accounts, PartBytes bytes)
{
    /// <summary>A client gets it as base64 in one JSON answer.</summary>
    private const int LargestBlob = 20_000_000;

    [McpServerResource(UriTemplate = "gmail://{account}/inbox", Name = "gmail_inbox", Title = "Inbox", MimeType = "text/plain")]
    [Description("The newest mails of the inbox; can be subscribed to.")]
    public async Task<string> Inbox(string account, CancellationToken cancellationToken) =>
        (await search.FindAsync("in:inbox", account, null, 20, null, null, cancellationToken)).ToText();

    [McpServerResource(UriTemplate = "gmail://{account}/message/{id}", Name = "gmail_message", Title = "Mail", MimeType = "text/plain")]
    [Description("One mail as text, with quoted replies.")]
    public async Task<string> Message(string account, string id, CancellationToken cancellationToken) =>
        (await reader.ReadAsync([id], MailFormat.Markdown, account, includeQuoted: true, ResultBudget.MaxTokens, null, cancellationToken)).ToText();

    [McpServerResource(UriTemplate = "gmail://{account}/message/{id}/part/{part}", Name = "gmail_part", Title = "Attachment")]
    [Description("The bytes of an attachment.")]
    public async Task<BlobResourceContents> Part(string account, string id, string part, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        var found = await bytes.PartAsync(owner, id, part, cancellationToken);
        return Blob($"gmail://{account}/message/{id}/part/{part}", found.MimeType, await bytes.ReadAsync(owner, id, found, cancellationToken));
    }

    [McpServerResource(UriTemplate = "gmail://{account}/message/{id}/raw", Name = "gmail_raw", Title = "Mail source", MimeType = "message/rfc822")]
    [Description("The whole mail as it came (.eml).")]
    public async Task<BlobResourceContents> Raw(string account, string id, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        return Blob($"gmail://{account}/message/{id}/raw", "message/rfc822", await bytes.RawAsync(owner, id, cancellationToken));
    }

    private static BlobResourceContents Blob(string uri, string? type, byte[] content) => content.Length <= LargestBlob
        ? BlobResourceContents.FromBytes(content, uri, type)
        : throw new ToolFailure("too_large", $"It has {content.Length} bytes; {LargestBlob} at most are answered here. Open it in Gmail.");
}
