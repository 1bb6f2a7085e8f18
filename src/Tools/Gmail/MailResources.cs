using System.ComponentModel;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Gmail;

[McpServerResourceType]
internal sealed class MailResources(MailReader reader)
{
    [McpServerResource(UriTemplate = "gmail://{account}/message/{id}", Name = "gmail_message", Title = "Mail", MimeType = "text/plain")]
    [Description("One mail as text, with quoted replies.")]
    public async Task<string> Message(string account, string id, CancellationToken cancellationToken) =>
        (await reader.ReadAsync([id], MailFormat.Markdown, account, includeQuoted: true, ResultBudget.MaxTokens, null, cancellationToken)).ToText();
}
