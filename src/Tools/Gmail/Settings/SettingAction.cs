using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Google;

namespace Assistant.Tools.Gmail.Settings;

/// <param name="Wanted">What it is to become.</param>
/// <param name="Undoes">The journalled change that it takes back, or null.</param>
internal sealed record SettingWork<T>(T Wanted, string? Undoes = null)
{
    public string ToJson() => JsonSerializer.Serialize(this, ToolJson.Options);
}

/// <summary>
/// Carries out one kind of change of settings that was agreed to. It looks first, so that it is safe to run again after a lost answer, and journals before
/// it changes.
/// </summary>
internal abstract class SettingAction<T>(IChangeJournal journal) : IAgreedAction
{
    public abstract string Kind { get; }

    public async Task<ActionOutcome> RunAsync(AgreedWork work, CancellationToken cancellationToken)
    {
        var (wanted, undoes) = JsonSerializer.Deserialize<SettingWork<T>>(work.Payload, ToolJson.Options)!;
        if (await LookAsync(work.Account, wanted, cancellationToken) is { } already)
            return await DoneAsync(work, undoes, work.Progress, already);
        var change = undoes is null ? work.Progress ?? await BeginAsync(work, wanted, cancellationToken) : null;
        try
        {
            return await DoneAsync(work, undoes, change, await DoAsync(work.Account, wanted, cancellationToken));
        }
        catch (ToolFailure failure) when (failure.IsLostAnswer())
        {
            return await LookAgainAsync(work, wanted, undoes, change, failure, cancellationToken);
        }
        catch (ToolFailure failure) when (change is not null && failure.Code != "google_limit")
        {
            await journal.MarkUndoneAsync(work.Account.UserId, change, CancellationToken.None);
            throw;
        }
    }

    /// <summary>A sentence where it is so already, else null.</summary>
    protected abstract Task<string?> LookAsync(GoogleAccount account, T wanted, CancellationToken cancellationToken);

    /// <summary>What to journal: kind, summary, and what takes it back.</summary>
    protected abstract Task<(string Kind, string Summary, string? Undo)> IntentAsync(GoogleAccount account, T wanted, CancellationToken cancellationToken);

    /// <summary>Makes the change and says so in a sentence.</summary>
    protected abstract Task<string> DoAsync(GoogleAccount account, T wanted, CancellationToken cancellationToken);

    private async Task<string> BeginAsync(AgreedWork work, T wanted, CancellationToken cancellationToken)
    {
        var (kind, summary, undo) = await IntentAsync(work.Account, wanted, cancellationToken);
        var change = await journal.RecordAsync(new(work.Account.UserId, work.Account.Id, kind, summary, undo), cancellationToken);
        await work.NoteAsync(change, cancellationToken);
        return change;
    }

    private async Task<ActionOutcome> DoneAsync(AgreedWork work, string? undoes, string? change, string said)
    {
        if (undoes is not null)
            await journal.MarkUndoneAsync(work.Account.UserId, undoes, CancellationToken.None);
        return new(OutboxState.Done, change is null ? said : $"{said} Undo: change_undo {change}.");
    }

    private async Task<ActionOutcome> LookAgainAsync(
        AgreedWork work, T wanted, string? undoes, string? change, ToolFailure lost, CancellationToken cancellationToken)
    {
        string? said;
        try
        {
            said = await LookAsync(work.Account, wanted, cancellationToken);
        }
        catch (ToolFailure)
        {
            return new(OutboxState.Unknown, $"{lost.Message} Whether it was changed could not be seen; look before trying again.");
        }

        if (said is not null)
            return await DoneAsync(work, undoes, change, said);
        if (change is not null)
            await journal.MarkUndoneAsync(work.Account.UserId, change, CancellationToken.None);
        return new(OutboxState.NotDone, $"{lost.Message} Nothing was changed.");
    }
}
