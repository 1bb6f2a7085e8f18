using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Google;
using Assistant.Tools.Undo;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail.Settings;

/// <summary>Makes, changes and deletes labels; each change is journalled before it is made.</summary>
internal sealed class LabelEditor(GoogleAccounts accounts, GoogleServices google, LabelNames names, IChangeJournal journal)
{
    /// <summary>Messages of a deleted label that are remembered, so that it can be put back on them.</summary>
    public const int MostRemembered = 5_000;

    private const int PageSize = 500;

    public async Task<ChangeResult> CreateAsync(string? account, string name, string? colour, LabelVisibility? visibility, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        var wanted = new LabelFacts(null, Checked(name), null, null, LabelFacts.InGmail(visibility ?? LabelVisibility.Show), "show");
        if (colour is not null && LabelColours.Read(colour) is var chosen)
            wanted = wanted with { Background = chosen.BackgroundColor, Text = chosen.TextColor };
        await CheckFreeAsync(owner, wanted.Name, cancellationToken);
        var summary = $"label '{wanted.Name}' created";
        var id = await RecordAsync(owner, LabelEdit.Created, summary, new(null, wanted), cancellationToken);
        var made = await DoAsync(
            owner, id, $"label '{wanted.Name}'", labels => labels.Create(wanted.ToLabel(withId: false), "me").ExecuteAsync(cancellationToken));
        await journal.CompleteAsync(owner.UserId, id, summary, Json(new(null, LabelFacts.Of(made))), CancellationToken.None);
        return new($"Label '{UntrustedText.Line(made.Name)}' created.", Id: made.Id, UndoId: id);
    }

    public async Task<ChangeResult> UpdateAsync(
        string? account, string label, string? name, string? colour, LabelVisibility? visibility, CancellationToken cancellationToken)
    {
        if (name is null && colour is null && visibility is null)
            throw new ToolFailure("bad_argument", "Say what to change, with 'name', 'color' or 'visibility'.");
        var owner = await accounts.OneAsync(account, cancellationToken);
        var before = await OwnAsync(owner, label, cancellationToken);
        var patch = new Label { Color = colour is null ? null : LabelColours.Read(colour) };
        if (visibility is { } shown)
            patch.LabelListVisibility = LabelFacts.InGmail(shown);
        if (name is not null && Checked(name) is var wanted && wanted != before.Name)
        {
            if (!string.Equals(wanted, before.Name, StringComparison.OrdinalIgnoreCase))
                await CheckFreeAsync(owner, wanted, cancellationToken);
            patch.Name = wanted;
        }

        var summary = $"label '{before.Name}' changed";
        var id = await RecordAsync(owner, LabelEdit.Updated, summary, new(before, before), cancellationToken);
        var after = await DoAsync(owner, id, $"label '{before.Name}'", labels => labels.Patch(patch, "me", before.Id).ExecuteAsync(cancellationToken));
        await journal.CompleteAsync(owner.UserId, id, summary, Json(new(before, LabelFacts.Of(after))), CancellationToken.None);
        var said = patch.Name is null ? "changed" : $"renamed to '{UntrustedText.Line(after.Name)}'";
        return new($"Label '{UntrustedText.Line(before.Name)}' {said}.", Id: after.Id, UndoId: id);
    }

    public async Task<ChangeResult> DeleteAsync(string? account, string label, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        var before = await OwnAsync(owner, label, cancellationToken);
        var total = (await google.GmailAsync(
            owner, $"label '{before.Name}'", service => service.Users.Labels.Get("me", before.Id).ExecuteAsync(cancellationToken))).MessagesTotal ?? 0;
        var messages = await MessagesAsync(owner, before.Id!, cancellationToken);
        total = Math.Max(total, messages.Count);
        var summary = $"label '{before.Name}' deleted from {total} messages";
        var id = await RecordAsync(owner, LabelEdit.Deleted, summary, new(before, null, messages, total), cancellationToken);
        await DoAsync(owner, id, $"label '{before.Name}'", labels => labels.Delete("me", before.Id).ExecuteAsync(cancellationToken));
        var bound = total > messages.Count ? $" Undo could put it back on the {messages.Count} newest only." : "";
        return new($"Label '{UntrustedText.Line(before.Name)}' deleted; it was on {total} messages, which stay.{bound}", total, UndoId: id);
    }

    private static string Checked(string name) => UntrustedText.Line(name) is { Length: > 0 and <= 225 } line
        ? line
        : throw new ToolFailure("bad_argument", "The argument 'name' must be 1 to 225 characters.");

    private async Task CheckFreeAsync(GoogleAccount account, string name, CancellationToken cancellationToken)
    {
        names.Forget(account);
        if (await names.FindAsync(account, name, cancellationToken) is { } taken)
            throw new ToolFailure(
                "label_exists",
                $"There is a label '{UntrustedText.Line(taken.Name)}' already in account {account.Nickname} (id {taken.Id}).");
    }

    /// <summary>A label that the user made; Gmail's own cannot be changed.</summary>
    private async Task<LabelFacts> OwnAsync(GoogleAccount account, string label, CancellationToken cancellationToken)
    {
        names.Forget(account);
        var id = await names.IdAsync(account, label, cancellationToken);
        var found = (await names.FindAsync(account, id, cancellationToken))!;
        return found.Type == "user"
            ? LabelFacts.Of(found)
            : throw new ToolFailure("bad_argument", $"{found.Name} is Gmail's own label; only labels that the person made can be changed or deleted.");
    }

    /// <summary>Ids of messages that have the label, newest first, up to <see cref="MostRemembered"/>.</summary>
    private async Task<IReadOnlyList<string>> MessagesAsync(GoogleAccount account, string label, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        string? page = null;
        do
        {
            var list = await google.GmailAsync(account, "messages", service =>
            {
                var request = service.Users.Messages.List("me");
                (request.LabelIds, request.IncludeSpamTrash, request.MaxResults, request.PageToken) = (label, true, PageSize, page);
                request.Fields = "messages(id),nextPageToken";
                return request.ExecuteAsync(cancellationToken);
            });
            ids.AddRange((list.Messages ?? []).Select(message => message.Id));
            page = list.NextPageToken;
        }
        while (page is not null && ids.Count < MostRemembered);
        return ids;
    }

    private Task<string> RecordAsync(GoogleAccount account, string kind, string summary, LabelEdit edit, CancellationToken cancellationToken) =>
        journal.RecordAsync(new(account.UserId, account.Id, kind, summary, Json(edit)), cancellationToken);

    /// <summary>A refusal takes the journal's entry back; where the answer was lost it stays, because the change may have happened.</summary>
    private async Task<T> DoAsync<T>(
        GoogleAccount account, string changeId, string what, Func<global::Google.Apis.Gmail.v1.UsersResource.LabelsResource, Task<T>> change)
    {
        try
        {
            return await google.GmailAsync(account, what, service => change(service.Users.Labels));
        }
        catch (ToolFailure failure) when (!failure.IsLostAnswer())
        {
            await journal.MarkUndoneAsync(account.UserId, changeId, CancellationToken.None);
            throw;
        }
        catch (ToolFailure failure)
        {
            throw new ToolFailure(
                failure.Code,
                $"{failure.Message} It may have been done all the same: look with gmail_list_labels, or take it back with change_undo {changeId}.",
                failure);
        }
        finally
        {
            names.Forget(account);
        }
    }

    private static string Json(LabelEdit edit) => JsonSerializer.Serialize(edit, ToolJson.Options);
}
