using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Gmail.Organise;
using Assistant.Tools.Google;
using Assistant.Tools.Undo;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail.Settings;

/// <summary>A label that was made is deleted again, as long as nothing is in it.</summary>
internal sealed class LabelCreatedReversal(GoogleServices google, LabelNames names) : IReversal
{
    public string Kind => LabelEdit.Created;

    public async Task<string> UndoAsync(GoogleAccount account, string undo, CancellationToken cancellationToken)
    {
        var made = JsonSerializer.Deserialize<LabelEdit>(undo, ToolJson.Options)!.After!;
        names.Forget(account);
        if (await names.FindAsync(account, made.Id ?? made.Name, cancellationToken) is not { Type: "user" } label)
            return "The label is gone already.";
        var total = (await google.GmailAsync(
            account, $"label {label.Id}", service => service.Users.Labels.Get("me", label.Id).ExecuteAsync(cancellationToken))).MessagesTotal ?? 0;
        if (total > 0)
            throw new ToolFailure(
                "cannot_undo",
                $"The label '{UntrustedText.Line(label.Name)}' is on {total} messages by now; delete it with gmail_delete_label if that is meant.");
        await google.GmailAsync(account, $"label {label.Id}", service => service.Users.Labels.Delete("me", label.Id).ExecuteAsync(cancellationToken));
        names.Forget(account);
        return "The label is deleted.";
    }
}

/// <summary>Name, colour and visibility of a label are set to what they were.</summary>
internal sealed class LabelUpdatedReversal(GoogleServices google, LabelNames names) : IReversal
{
    public string Kind => LabelEdit.Updated;

    public async Task<string> UndoAsync(GoogleAccount account, string undo, CancellationToken cancellationToken)
    {
        var before = JsonSerializer.Deserialize<LabelEdit>(undo, ToolJson.Options)!.Before!;
        // A patch leaves out what is null and so could not take a colour away: the whole label is written.
        await google.GmailAsync(
            account,
            $"label '{before.Name}'",
            service => service.Users.Labels.Update(before.ToLabel(withId: true), "me", before.Id).ExecuteAsync(cancellationToken));
        names.Forget(account);
        return $"The label is '{UntrustedText.Line(before.Name)}' as before.";
    }
}

/// <summary>A label that was deleted is made again and put back on the messages that had it.</summary>
internal sealed class LabelDeletedReversal(GoogleServices google, LabelNames names, LabelWriter writer) : IReversal
{
    public string Kind => LabelEdit.Deleted;

    public async Task<string> UndoAsync(GoogleAccount account, string undo, CancellationToken cancellationToken)
    {
        var edit = JsonSerializer.Deserialize<LabelEdit>(undo, ToolJson.Options)!;
        var (before, messages) = (edit.Before!, edit.Messages ?? []);
        names.Forget(account);
        var label = await names.FindAsync(account, before.Id!, cancellationToken) ?? await AgainAsync(account, before, cancellationToken);
        var targets = new MailTargets(messages, AreThreads: false, AreFound: true);
        var unchanged = await writer.WriteAsync(account, targets, new([label.Id], [], "restore"), cancellationToken);
        names.Forget(account);
        if (unchanged.Any(one => one.Why.Code != "not_found"))
            throw new ToolFailure(
                "undo_incomplete",
                $"The label is there again, but not on all messages; try again. {string.Join('\n', IdProblems.Of(targets, unchanged, isKnown: false)!)}");
        return $"The label '{UntrustedText.Line(label.Name)}' is back on {messages.Count - unchanged.Count} messages (id {label.Id})."
            + (edit.Total > messages.Count ? $" {edit.Total - messages.Count} older ones had it too and were not remembered." : "")
            + " Filters that put it on are not repaired.";
    }

    /// <summary>One of that name that was made meanwhile, or by an undo that stopped half way, serves as well.</summary>
    private async Task<Label> AgainAsync(GoogleAccount account, LabelFacts before, CancellationToken cancellationToken) =>
        await names.FindAsync(account, before.Name, cancellationToken)
        ?? await google.GmailAsync(
            account, $"label '{before.Name}'", service => service.Users.Labels.Create(before.ToLabel(withId: false), "me").ExecuteAsync(cancellationToken));
}
