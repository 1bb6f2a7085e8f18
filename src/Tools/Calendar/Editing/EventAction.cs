using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Undo;

namespace Assistant.Tools.Calendar.Editing;

/// <summary>Carries out agreed changes that other people see.</summary>
internal sealed class EventAction(EventRunner runner) : IAgreedAction
{
    public const string Name = "event";

    public string Kind => Name;

    public async Task<ActionOutcome> RunAsync(AgreedWork work, CancellationToken cancellationToken)
    {
        var agreed = EventWork.Read(work.Payload);
        var done = await runner.RunAsync(work.Account, agreed, work.Progress, change => work.NoteAsync(change, cancellationToken), cancellationToken);
        return new(OutboxState.Done, done.ChangeId is null ? agreed.Said : $"{agreed.Said} Undo: change_undo {done.ChangeId}.", done.Event?.Id);
    }
}

/// <summary>Takes back a change of the own calendar.</summary>
internal sealed class EventReversal(EventRunner runner) : IReversal
{
    public string Kind => EventRunner.Own;

    public async Task<string> UndoAsync(GoogleAccount account, string undo, CancellationToken cancellationToken)
    {
        var change = JsonSerializer.Deserialize<EventUndo>(undo, ToolJson.Options)!;
        await runner.RunAsync(account, new(change.Steps, "none", change.What, "", Undoes: ""), null, null, cancellationToken);
        return "The calendar is as it was.";
    }
}

/// <summary>Takes back a change that others saw: they see that too, so the person agrees first.</summary>
internal sealed class SharedEventReversal : IAgreedReversal
{
    public string Kind => EventRunner.Shared;

    public PermissionLevel Level => PermissionLevel.Send;

    public Task<Proposal> ProposeAsync(GoogleAccount account, string changeId, string undo, CancellationToken cancellationToken)
    {
        var change = JsonSerializer.Deserialize<EventUndo>(undo, ToolJson.Options)!;
        return Task.FromResult(new Proposal
        {
            Kind = EventAction.Name,
            Account = account,
            Card = new(
                "Take back this change of the calendar?",
                [new("Account", $"{account.Nickname} <{account.Email}>"), new("Change", change.What), new("Seen by", string.Join(", ", change.People)), new("Mailed to them", change.Notify)]),
            Payload = new EventWork(change.Steps, change.Notify, change.What, "It is taken back.", changeId) { IsShared = true }.ToJson(),
            Recipients = change.People,
        });
    }
}
