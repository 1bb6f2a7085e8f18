using Assistant.TokenStore;
using Assistant.Tools.Google;

namespace Assistant.Tools.Gmail.Settings;

/// <summary>The filters of an account at Gmail.</summary>
internal sealed class FilterStore(GoogleServices google)
{
    public async Task<IReadOnlyList<FilterSpec>> AllAsync(GoogleAccount account, CancellationToken cancellationToken) =>
    [
        .. ((await google.GmailAsync(
            account, "the filters", service => service.Users.Settings.Filters.List("me").ExecuteAsync(cancellationToken))).Filter ?? [])
            .Select(FilterSpec.Of),
    ];

    /// <summary>The one of that id, or of the same effect where it has none.</summary>
    public async Task<FilterSpec?> FindAsync(GoogleAccount account, FilterSpec filter, CancellationToken cancellationToken) =>
        (await AllAsync(account, cancellationToken)).FirstOrDefault(one => filter.Id is null ? one.Same(filter) : one.Id == filter.Id);

    public Task CreateAsync(GoogleAccount account, FilterSpec filter, CancellationToken cancellationToken)
    {
        var made = filter.ToFilter();
        return google.GmailAsync(account, "the filter", service => service.Users.Settings.Filters.Create(made, "me").ExecuteAsync(cancellationToken));
    }

    public Task DeleteAsync(GoogleAccount account, string id, CancellationToken cancellationToken) =>
        google.GmailAsync(account, $"filter {id}", service => service.Users.Settings.Filters.Delete("me", id).ExecuteAsync(cancellationToken));
}
