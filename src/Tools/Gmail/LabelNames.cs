using System.Collections.Concurrent;
using Assistant.TokenStore;
using Assistant.Tools.Google;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail;

/// <summary>Labels of an account, asked for once in a call.</summary>
internal sealed class LabelNames(GoogleServices google, MailMemory memory)
{
    private readonly ConcurrentDictionary<string, Task<IReadOnlyList<Label>>> _labels = new(StringComparer.Ordinal);

    public Task<IReadOnlyList<Label>> AllAsync(GoogleAccount account, CancellationToken cancellationToken) =>
        _labels.GetOrAdd(account.Id, _ => ListAsync(account, cancellationToken));

    /// <summary>The names of a message's labels; system labels are their own names.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(GoogleAccount account, IList<string>? ids, CancellationToken cancellationToken)
    {
        if (ids is null || !ids.Any(IsUserLabel))
            return [.. ids ?? []];
        var names = (await AllAsync(account, cancellationToken)).ToDictionary(label => label.Id, label => label.Name, StringComparer.Ordinal);
        return [.. ids.Select(id => UntrustedText.Line(names.GetValueOrDefault(id, id)))];
    }

    /// <exception cref="ToolFailure">There is no such label.</exception>
    public async Task<string> IdAsync(GoogleAccount account, string label, CancellationToken cancellationToken)
    {
        return (await FindAsync(account, label, cancellationToken))?.Id
            ?? throw new ToolFailure(
                "unknown_label",
                $"There is no label '{label}' in account {account.Nickname}. {await NearAsync(account, label, cancellationToken)}gmail_list_labels shows them.");
    }

    /// <summary>The label of that id or name (without case), or null.</summary>
    public async Task<Label?> FindAsync(GoogleAccount account, string label, CancellationToken cancellationToken)
    {
        var all = await AllAsync(account, cancellationToken);
        return all.FirstOrDefault(known => known.Id == label) ?? all.FirstOrDefault(known => string.Equals(known.Name, label.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads the labels anew at the next question: they were changed.</summary>
    public void Forget(GoogleAccount account)
    {
        memory.Forget(account);
        _labels.TryRemove(account.Id, out _);
    }

    private async Task<string> NearAsync(GoogleAccount account, string label, CancellationToken cancellationToken)
    {
        var near = NearNames.Of(label, (await AllAsync(account, cancellationToken)).Select(known => known.Name));
        return near.Count == 0 ? "" : $"Near it: {string.Join(", ", near.Select(name => $"'{UntrustedText.Line(name)}'"))}. ";
    }

    private static bool IsUserLabel(string id) => id.StartsWith("Label_", StringComparison.Ordinal);

    private async Task<IReadOnlyList<Label>> ListAsync(GoogleAccount account, CancellationToken cancellationToken) =>
        await memory.LabelsAsync(account, async () =>
            [.. (await google.GmailAsync(account, "labels", service => service.Users.Labels.List("me").ExecuteAsync(cancellationToken))).Labels ?? []]);
}
