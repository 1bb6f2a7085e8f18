using System.ComponentModel;
using Assistant.Tools.Conversations;
using Assistant.Tools.Gmail;
using Assistant.Tools.Style;
using Assistant.Tools.Templates;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Prompts;

[McpServerResourceType]
internal sealed class WritingResources(TemplateDesk templates, StyleDesk styles, ConversationDesk conversations, MailSearch search)
{
    [McpServerResource(UriTemplate = "assistant://templates", Name = "templates", Title = "Mail templates", MimeType = "text/plain")]
    [Description("Built-in templates and the caller's own, by name.")]
    public async Task<string> Templates(CancellationToken cancellationToken) => (await templates.GetAsync(null, null, null, cancellationToken)).ToText();

    [McpServerResource(UriTemplate = "assistant://templates/{template}", Name = "template", Title = "Mail template", MimeType = "text/plain")]
    [Description("The text of one template, in each of its languages.")]
    public async Task<string> Template(string template, CancellationToken cancellationToken) => (await templates.GetAsync(template, null, null, cancellationToken)).ToText();

    [McpServerResource(UriTemplate = "assistant://style/{account}", Name = "style", Title = "Writing style", MimeType = "text/plain")]
    [Description("How the caller writes, learned from sent mail.")]
    public async Task<string> Style(string account, CancellationToken cancellationToken) => (await styles.ReadAsync(account, refresh: false, cancellationToken)).ToText();

    [McpServerResource(UriTemplate = "assistant://conversations", Name = "conversations", Title = "Recent conversations", MimeType = "text/plain")]
    [Description("The caller's conversations, last used first.")]
    public async Task<string> Conversations(CancellationToken cancellationToken) => (await conversations.ListAsync(null, null, null, cancellationToken)).ToText();

    [McpServerResource(UriTemplate = "assistant://conversations/{conversation}", Name = "conversation", Title = "Conversation", MimeType = "text/plain")]
    [Description("One conversation from its beginning.")]
    public async Task<string> Conversation(string conversation, CancellationToken cancellationToken) =>
        (await conversations.GetAsync(conversation, null, ResultBudget.MaxTokens, cancellationToken)).ToText();

    [McpServerResource(UriTemplate = "gmail://{account}/sent", Name = "gmail_sent", Title = "Sent mail", MimeType = "text/plain")]
    [Description("The newest mails that the caller sent.")]
    public async Task<string> Sent(string account, CancellationToken cancellationToken) => (await search.FindAsync("in:sent", account, null, 20, null, null, cancellationToken)).ToText();
}
