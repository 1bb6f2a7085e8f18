using Assistant.TokenStore;

namespace Assistant.Tools.Gmail.Organise;

/// <summary>Reads what a caller wants to change: everyday words, and labels by name.</summary>
internal sealed class LabelChanges(LabelNames names)
{
    private static readonly Dictionary<MailChange, (string[] Add, string[] Remove, string Words)> Everyday = new()
    {
        [MailChange.Archive] = ([], ["INBOX"], "archive"),
        [MailChange.Inbox] = (["INBOX"], [], "move to the inbox"),
        [MailChange.Read] = ([], ["UNREAD"], "mark as read"),
        [MailChange.Unread] = (["UNREAD"], [], "mark as unread"),
        [MailChange.Star] = (["STARRED"], [], "star"),
        [MailChange.Unstar] = ([], ["STARRED"], "take the star off"),
        [MailChange.Important] = (["IMPORTANT"], [], "mark as important"),
        [MailChange.NotImportant] = ([], ["IMPORTANT"], "mark as not important"),
        [MailChange.Spam] = (["SPAM"], ["INBOX"], "move to spam"),
        [MailChange.NotSpam] = (["INBOX"], ["SPAM"], "take out of spam"),
    };

    /// <exception cref="ToolFailure">Nothing is to change, the changes contradict each other, or there is no such label.</exception>
    public async Task<LabelChange> ReadAsync(
        GoogleAccount account,
        IReadOnlyList<MailChange>? changes,
        IReadOnlyList<string>? add,
        IReadOnlyList<string>? remove,
        CancellationToken cancellationToken)
    {
        var everyday = (changes ?? []).Distinct().Select(change => Everyday[change]).ToList();
        var added = await IdsAsync(account, add, cancellationToken);
        var removed = await IdsAsync(account, remove, cancellationToken);
        string[] allAdded = [.. everyday.SelectMany(change => change.Add).Concat(added.Select(label => label.Id)).Distinct()];
        string[] allRemoved = [.. everyday.SelectMany(change => change.Remove).Concat(removed.Select(label => label.Id)).Distinct()];
        // As in Gmail's own "move to inbox", also for mail that is in the trash or in spam.
        if (allAdded.Contains("INBOX"))
            allRemoved = [.. allRemoved.Union(["TRASH", "SPAM"])];
        if (allAdded.Length + allRemoved.Length == 0)
            throw new ToolFailure("bad_argument", "Say what to change, with 'changes', 'add_labels' or 'remove_labels'.");
        if (allAdded.Intersect(allRemoved).FirstOrDefault() is { } both)
            throw new ToolFailure("bad_argument", $"The changes contradict each other: {both} would be put on and taken off.");
        return new(allAdded, allRemoved, string.Join(", ", everyday.Select(change => change.Words)
            .Concat(added.Select(label => $"add label '{label.Name}'")).Concat(removed.Select(label => $"remove label '{label.Name}'"))));
    }

    private async Task<IReadOnlyList<(string Id, string Name)>> IdsAsync(
        GoogleAccount account, IReadOnlyList<string>? labels, CancellationToken cancellationToken)
    {
        var ids = new List<(string, string)>();
        foreach (var label in labels ?? [])
        {
            var id = await names.IdAsync(account, label, cancellationToken);
            if (id == "TRASH")
                throw new ToolFailure("bad_argument", "Use gmail_trash and gmail_untrash for the trash.");
            if (id is "SENT" or "DRAFT" or "CHAT")
                throw new ToolFailure("bad_argument", $"Gmail sets the label {id} itself; it cannot be changed.");
            ids.Add((id, label.Trim()));
        }

        return ids;
    }
}
