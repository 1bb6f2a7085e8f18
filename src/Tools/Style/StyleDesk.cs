using System.Globalization;
using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Google;

namespace Assistant.Tools.Style;

/// <summary>The style profiles of the caller's accounts: learned, shown, edited, erased. They are sealed under the caller's key.</summary>
internal sealed class StyleDesk(GoogleAccounts accounts, SentMailReader sent, IUserDocuments documents, TimeProvider time)
{
    private const string Kind = "style";
    private const int MailsToLearnFrom = 200;

    /// <summary>Enough for a habit to show, and few enough that whoever waits for a mail hardly notices.</summary>
    private const int MailsOfFirstLook = 60;
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(30);

    private sealed record Stored(DateTimeOffset LearnedAt, int Mails, IReadOnlyList<StyleEntry> Learned, IReadOnlyList<StyleEntry> Edits);

    /// <summary>The profile as it is; learned anew where asked for, or where there is none.</summary>
    /// <exception cref="ToolFailure">Unknown account, or its mail cannot be read.</exception>
    public async Task<StyleProfile> ReadAsync(string? account, bool refresh, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        var (id, stored) = await FindAsync(owner, cancellationToken);
        if (refresh || stored is null || stored.Learned.Count == 0)
            stored = await LearnAsync(owner, id, stored, MailsToLearnFrom, cancellationToken);
        return Show(owner, stored);
    }

    /// <summary>For whoever writes a mail: what is known; a first look at the sent mail where nothing is, and null where that fails.</summary>
    public async Task<StyleProfile?> ForWritingAsync(GoogleAccount owner, CancellationToken cancellationToken)
    {
        var (id, stored) = await FindAsync(owner, cancellationToken);
        if (stored is not null && time.GetUtcNow() - stored.LearnedAt < Fresh)
            return Show(owner, stored);
        try
        {
            return Show(owner, await LearnAsync(owner, id, stored, MailsOfFirstLook, cancellationToken));
        }
        catch (ToolFailure)
        {
            return stored is null ? null : Show(owner, stored);
        }
    }

    /// <summary>Sets what is given of an entry; it stays so when the profile is learned anew. What is empty is a habit to forget.</summary>
    /// <exception cref="ToolFailure">Something that a mail could not have, or nothing to set.</exception>
    public async Task<StyleProfile> EditAsync(StyleEntry edit, string? account, CancellationToken cancellationToken)
    {
        edit = StyleEdits.Checked(edit);
        var owner = await accounts.OneAsync(account, cancellationToken);
        var (id, stored) = await FindAsync(owner, cancellationToken);
        stored ??= new(DateTimeOffset.MinValue, 0, [], []);
        var before = stored.Edits.FirstOrDefault(one => IsSame(one, edit));
        stored = stored with { Edits = [.. stored.Edits.Where(one => !IsSame(one, edit)), StyleEdits.Over(before ?? new(edit.Language, edit.Kind, 0), edit)] };
        await SaveAsync(owner, id, stored, cancellationToken);
        return Show(owner, stored) with { Note = StyleEdits.Forgotten(edit) };
    }

    /// <summary>Forgets what was learned and edited.</summary>
    public async Task<StyleProfile> EraseAsync(string? account, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        // Two that were learned at the same moment go both.
        foreach (var document in await documents.ListAsync(owner.UserId, KindOf(owner), cancellationToken))
            await documents.DeleteAsync(owner.UserId, KindOf(owner), document.Id, cancellationToken);
        return new(owner.Nickname, null, 0, [], "Erased. It is learned again when a mail is written or style_profile is called.");
    }

    private static bool IsSame(StyleEntry one, StyleEntry other) => one.Language == other.Language && one.Kind == other.Kind;

    private static StyleProfile Show(GoogleAccount owner, Stored stored)
    {
        var entries = stored.Learned.Select(entry => stored.Edits.FirstOrDefault(edit => IsSame(edit, entry)) is { } edit ? StyleEdits.Over(entry, edit) : entry)
            .Concat(stored.Edits.Where(edit => !stored.Learned.Any(entry => IsSame(entry, edit)))).Select(StyleEdits.Shown).ToList();
        return new(owner.Nickname, stored.LearnedAt == DateTimeOffset.MinValue ? null : stored.LearnedAt.ToString("u", CultureInfo.InvariantCulture), stored.Mails, entries);
    }

    private async Task<Stored> LearnAsync(GoogleAccount owner, string? id, Stored? before, int mails, CancellationToken cancellationToken)
    {
        var read = await sent.NewestAsync(owner, mails, cancellationToken);
        // What was edited or erased while the mail was read counts.
        var (idNow, now) = await FindAsync(owner, cancellationToken);
        var stored = new Stored(time.GetUtcNow(), read.Count, StyleLearner.Learn(read, owner.Email), (now ?? (id is null ? before : null))?.Edits ?? []);
        if (id is null || idNow is not null)
            await SaveAsync(owner, idNow, stored, cancellationToken);
        return stored;
    }

    private async Task SaveAsync(GoogleAccount owner, string? id, Stored stored, CancellationToken cancellationToken)
    {
        var content = JsonSerializer.Serialize(stored);
        if (id is null || !await documents.ReplaceAsync(owner.UserId, KindOf(owner), id, content, cancellationToken))
            await documents.AddAsync(owner.UserId, KindOf(owner), content, cancellationToken);
    }

    private async Task<(string? Id, Stored? Stored)> FindAsync(GoogleAccount owner, CancellationToken cancellationToken) =>
        await documents.ListAsync(owner.UserId, KindOf(owner), cancellationToken) is [.., var newest] ? (newest.Id, JsonSerializer.Deserialize<Stored>(newest.Content)) : (null, null);

    private static string KindOf(GoogleAccount owner) => IUserDocuments.OfAccount(Kind, owner.Id);
}
