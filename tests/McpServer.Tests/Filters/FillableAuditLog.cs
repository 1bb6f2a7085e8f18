using Assistant.Tests.Shared;
using Assistant.TokenStore;

namespace Assistant.Server.Tests.Filters;

/// <summary>An audit log in memory that can be made full.</summary>
internal sealed class FillableAuditLog : IAuditLog
{
    private readonly RecordingAuditLog _log = new();

    public StoreUnavailableException? Failure { get; set; }

    public IReadOnlyList<AuditEntry> Entries => _log.Entries;

    public void Record(AuditEntry entry)
    {
        if (Failure is not null)
            throw Failure;
        _log.Record(entry);
    }

    public Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<AuditEntry>> ReadAsync(string userId, int limit, CancellationToken cancellationToken) =>
        _log.ReadAsync(userId, limit, cancellationToken);
}
