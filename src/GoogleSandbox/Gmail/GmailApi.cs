using System.Globalization;
using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary>Gmail v1: one handler for each method that it serves.</summary>
internal sealed class GmailApi : IApi, IDisposable
{
    private readonly Dictionary<string, Func<ApiCall, Mailbox, JsonObject>> _handlers;
    private readonly TokenSeal _seal = new();
    private readonly Dictionary<string, Mailbox> _mailboxes;

    public GmailApi(SeedWorld world, TimeProvider time)
    {
        var ids = new MessageIds();
        _mailboxes = world.People.ToDictionary(person => person.Email, person => new Mailbox(person, ids, time), StringComparer.OrdinalIgnoreCase);
        var view = new MessageView(_seal);
        var pages = new Pages(_seal);
        var filter = new MessageFilter(time);
        var messages = new MessageMethods(view, pages, filter);
        var threads = new ThreadMethods(view, pages, filter);
        _handlers = new()
        {
            ["gmail.users.getProfile"] = Profile,
            ["gmail.users.messages.list"] = messages.List,
            ["gmail.users.messages.get"] = messages.Get,
            ["gmail.users.messages.attachments.get"] = messages.GetAttachment,
            ["gmail.users.threads.list"] = threads.List,
            ["gmail.users.threads.get"] = threads.Get,
            ["gmail.users.labels.list"] = LabelMethods.List,
            ["gmail.users.labels.get"] = LabelMethods.Get,
            ["gmail.users.history.list"] = new HistoryMethods(pages).List,
            ["gmail.users.settings.sendAs.list"] = SendAs,
        };
    }

    public Mailbox Mailbox(string person) => _mailboxes.TryGetValue(person, out var mailbox)
        ? mailbox
        : throw new ArgumentException($"Nobody in this sandbox has the address {person}.", nameof(person));

    public JsonObject Answer(ApiCall call) => _handlers.TryGetValue(call.Method, out var handler)
        ? handler(call, Mailbox(call.Person))
        : throw new ApiException(501, "notImplemented", $"The sandbox does not serve {call.Method} yet.");

    public void Dispose() => _seal.Dispose();

    private static JsonObject SendAs(ApiCall call, Mailbox mailbox) => new()
    {
        ["sendAs"] = new JsonArray(new JsonObject
        {
            ["sendAsEmail"] = mailbox.Person.Email,
            ["displayName"] = mailbox.Person.Name,
            ["replyToAddress"] = "",
            ["signature"] = "",
            ["isPrimary"] = true,
            ["isDefault"] = true,
        }),
    };

    private static JsonObject Profile(ApiCall call, Mailbox mailbox)
    {
        var messages = mailbox.Messages;
        return new JsonObject
        {
            ["emailAddress"] = mailbox.Person.Email,
            ["messagesTotal"] = messages.Count,
            ["threadsTotal"] = messages.Select(message => message.ThreadId).Distinct().Count(),
            ["historyId"] = mailbox.HistoryId.ToString(CultureInfo.InvariantCulture),
        };
    }
}
