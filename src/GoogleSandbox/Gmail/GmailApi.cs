using System.Globalization;
using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;
using Assistant.GoogleSandbox.Gmail.Sending;
using Assistant.GoogleSandbox.Gmail.Settings;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary>Gmail v1: one handler for each method that it serves.</summary>
internal sealed class GmailApi : IApi, IDisposable
{
    private readonly Dictionary<string, Func<ApiCall, Mailbox, JsonObject>> _handlers;
    private readonly TokenSeal _seal = new();
    private readonly Dictionary<string, Mailbox> _mailboxes;

    public GmailApi(GoogleSandboxOptions options)
    {
        var (world, time) = (options.World, options.Time);
        var ids = new MessageIds();
        _mailboxes = world.People.ToDictionary(person => person.Email, person => new Mailbox(person, ids, time), StringComparer.OrdinalIgnoreCase);
        var view = new MessageView(_seal);
        var pages = new Pages(_seal);
        var filter = new MessageFilter(time);
        Office = new MailOffice(address => _mailboxes.GetValueOrDefault(address), options);
        var messages = new MessageMethods(view, pages, filter, Office);
        var drafts = new DraftMethods(view, pages, filter, Office);
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
            ["gmail.users.messages.send"] = messages.Send,
            ["gmail.users.messages.modify"] = MessageChanges.Modify,
            ["gmail.users.messages.batchModify"] = MessageChanges.BatchModify,
            ["gmail.users.messages.trash"] = MessageChanges.Trash,
            ["gmail.users.messages.untrash"] = MessageChanges.Untrash,
            ["gmail.users.threads.modify"] = MessageChanges.ModifyThread,
            ["gmail.users.threads.trash"] = MessageChanges.TrashThread,
            ["gmail.users.threads.untrash"] = MessageChanges.UntrashThread,
            ["gmail.users.drafts.create"] = DraftMethods.Create,
            ["gmail.users.drafts.update"] = DraftMethods.Update,
            ["gmail.users.drafts.delete"] = DraftMethods.Delete,
            ["gmail.users.drafts.get"] = drafts.Get,
            ["gmail.users.drafts.list"] = drafts.List,
            ["gmail.users.drafts.send"] = drafts.Send,
            ["gmail.users.labels.create"] = LabelMethods.Create,
            ["gmail.users.labels.patch"] = LabelMethods.Patch,
            ["gmail.users.labels.update"] = LabelMethods.Update,
            ["gmail.users.labels.delete"] = LabelMethods.Delete,
            ["gmail.users.settings.sendAs.list"] = SendAsAddresses.List,
            ["gmail.users.settings.sendAs.get"] = SendAsAddresses.Get,
            ["gmail.users.settings.sendAs.patch"] = SendAsAddresses.Patch,
            ["gmail.users.settings.sendAs.update"] = SendAsAddresses.Update,
            ["gmail.users.settings.filters.list"] = Filters.List,
            ["gmail.users.settings.filters.get"] = Filters.Get,
            ["gmail.users.settings.filters.create"] = Filters.Create,
            ["gmail.users.settings.filters.delete"] = Filters.Delete,
            ["gmail.users.settings.getVacation"] = Vacation.Get,
            ["gmail.users.settings.updateVacation"] = Vacation.Update,
        };
    }

    public MailOffice Office { get; }

    public Mailbox Mailbox(string person) => _mailboxes.TryGetValue(person, out var mailbox)
        ? mailbox
        : throw new ArgumentException($"Nobody in this sandbox has the address {person}.", nameof(person));

    public JsonObject Answer(ApiCall call) => _handlers.TryGetValue(call.Method, out var handler)
        ? handler(call, Mailbox(call.Person))
        : throw new ApiException(501, "notImplemented", $"The sandbox does not serve {call.Method} yet.");

    public void Dispose() => _seal.Dispose();

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
