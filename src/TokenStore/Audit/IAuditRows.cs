namespace Assistant.TokenStore;

/// <summary>What the audit log needs from a backend.</summary>
internal interface IAuditRows
{
    /// <summary>All of them in one transaction, or none.</summary>
    Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken);

    Task<IReadOnlyList<AuditEntry>> ReadAsync(string userId, int limit, CancellationToken cancellationToken);
}
