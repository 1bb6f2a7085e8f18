using System.Buffers.Text;
using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Gmail.Outbox;
using Assistant.Tools.Undo;

namespace Assistant.Tools.Gmail.Drafts;

/// <summary>What it takes to take back a change of a draft.</summary>
/// <param name="Id">The draft, or null.</param>
/// <param name="MessageId">Message-ID that finds it where its id is not known.</param>
/// <param name="Raw">The message as it was, base64url.</param>
/// <param name="ThreadId">Its thread.</param>
internal sealed record DraftChange(string? Id, string? MessageId = null, string? Raw = null, string? ThreadId = null)
{
    public const string Created = "draft.create";
    public const string Updated = "draft.update";
    public const string Deleted = "draft.delete";

    /// <summary>Larger drafts are not kept for undo.</summary>
    public const int LargestKept = 2 * 1024 * 1024;

    public static string Write(DraftChange change) => JsonSerializer.Serialize(change);

    public static DraftChange Read(string undo) => JsonSerializer.Deserialize<DraftChange>(undo)!;

    /// <summary>False where what was created is not there any more.</summary>
    public async Task<bool> TakeBackAsync(DraftMaker maker, GoogleAccount account, CancellationToken cancellationToken) =>
        (Id ?? (await maker.FindAsync(account, MessageId!, cancellationToken))?.Id) is { } id && await maker.DeleteAsync(account, id, cancellationToken);

    public MemoryStream Content() => new(Base64Url.DecodeFromChars(Raw), writable: false);
}

internal sealed class DraftCreatedReversal(DraftMaker maker) : IReversal
{
    public string Kind => DraftChange.Created;

    public PermissionLevel Level => PermissionLevel.Draft;

    public async Task<string> UndoAsync(GoogleAccount account, string undo, CancellationToken cancellationToken) =>
        await DraftChange.Read(undo).TakeBackAsync(maker, account, cancellationToken)
            ? "The draft was deleted."
            : throw new ToolFailure("cannot_undo", "The draft is not there any more: it was sent or deleted.");
}

internal sealed class DraftUpdatedReversal(DraftDesk desk) : IReversal
{
    public string Kind => DraftChange.Updated;

    public PermissionLevel Level => PermissionLevel.Draft;

    public async Task<string> UndoAsync(GoogleAccount account, string undo, CancellationToken cancellationToken)
    {
        var change = DraftChange.Read(undo);
        await desk.ReplaceAsync(account, change.Id!, change.Content(), change.ThreadId, cancellationToken);
        return "The draft is as it was before.";
    }
}

internal sealed class DraftDeletedReversal(DraftMaker maker) : IReversal
{
    public string Kind => DraftChange.Deleted;

    public PermissionLevel Level => PermissionLevel.Draft;

    public async Task<string> UndoAsync(GoogleAccount account, string undo, CancellationToken cancellationToken)
    {
        var change = DraftChange.Read(undo);
        using var content = change.Content();
        try
        {
            return $"The draft is back, as {(await maker.CreateAsync(account, () => content, change.ThreadId, cancellationToken)).Id}.";
        }
        catch (ToolFailure gone) when (gone.Code == "not_found")
        {
            // Its thread is not there any more.
            content.Position = 0;
            return $"The draft is back, as {(await maker.CreateAsync(account, () => content, null, cancellationToken)).Id}, in a thread of its own.";
        }
    }
}
