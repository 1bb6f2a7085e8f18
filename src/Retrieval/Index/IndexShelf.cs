using System.Collections.Concurrent;
using Assistant.Database.Postgres;
using Assistant.Database.Sqlite;
using Assistant.Retrieval.Analysis;
using Assistant.Retrieval.Embedding;
using Assistant.Retrieval.Ranking;

namespace Assistant.Retrieval.Index;

/// <summary>Hands out the key of an account's index; implemented where keys are kept.</summary>
public interface IIndexKeys
{
    /// <summary>32 bytes, always the same for one account.</summary>
    Task<byte[]> GetAsync(string userId, string accountId, CancellationToken cancellationToken);
}

/// <param name="Folder">Where each account has a folder of its own, in SQLite mode.</param>
/// <param name="Database">A PostgreSQL connection string, or null for SQLite.</param>
/// <param name="KeepBodies">
/// Whether the text of mail is kept, sealed. With it passages, feedback and learning anew need no call to Google; without it only the subject, the people
/// and the first 300 characters are there, and passages come from those.
/// </param>
/// <param name="Embeddings">A service that makes vectors in place of the embedded model; null for that. It is sent the text of all mail.</param>
public sealed record IndexShelfOptions(string Folder, string? Database, bool KeepBodies = true, EmbeddingEndpoint? Embeddings = null)
{
    /// <summary>Documents of an account above which PostgreSQL keeps its vectors apart and asks a graph (HNSW) where no filter is given.</summary>
    public int GraphAbove { get; init; } = 200_000;
}

/// <summary>The indexes of all accounts, opened when they are asked for.</summary>
public sealed class IndexShelf(IndexShelfOptions options, IIndexKeys keys, TimeProvider? time = null) : IDisposable
{
    private static readonly Migrations Schema = new(typeof(IndexShelf).Assembly, "Assistant.Retrieval.Migrations.", "index");

    private const string FileName = "index.db";

    private readonly TextAnalyzer _analyzer = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<AccountIndex>>> _open = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<IDatabase> _databases = [];
    private readonly EmbeddingService? _service = options.Embeddings is { } endpoint ? OpenAiEmbeddings.Create(endpoint, time ?? TimeProvider.System) : null;
    private readonly Lazy<PostgresDatabase?> _postgres = new(() => options.Database is { Length: > 0 } connection ? new(connection, Schema) : null);

    /// <summary>Stands for the index of what is of no single account: conversations.</summary>
    public static string OfUser(string userId) => $"user-{userId}";

    /// <summary>The account's index, made at first use.</summary>
    public async Task<AccountIndex> OpenAsync(string userId, string accountId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var opening = _open.GetOrAdd(accountId, id => new(() => MakeAsync(userId, id)));
        try
        {
            return await opening.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            _open.TryRemove(new(accountId, opening));
            throw;
        }
    }

    /// <summary>Everything that is kept of the account goes; its folder too.</summary>
    public async Task DeleteAsync(string accountId, CancellationToken cancellationToken)
    {
        if (_open.TryRemove(accountId, out var open) && open.Value.IsCompletedSuccessfully)
        {
            var index = await open.Value.ConfigureAwait(false);
            await index.Store.DeleteAsync(cancellationToken).ConfigureAwait(false);
            index.Dispose();
            if (_postgres.Value is null)
                index.Store.Database.Dispose();
        }
        else if (_postgres.Value is { } postgres)
        {
            var account = await IndexStore.OpenAsync(postgres, accountId, cancellationToken).ConfigureAwait(false);
            await new IndexStore(postgres, account, (_, _) => []).DeleteAsync(cancellationToken).ConfigureAwait(false);
        }

        if (_postgres.Value is null && Directory.Exists(Folder(accountId)))
            Directory.Delete(Folder(accountId), recursive: true);
    }

    /// <summary>Copies the index of an account from one place to another and checks it; the source stays as it is.</summary>
    /// <returns>Rows that it has (0 for no index), and whether they were copied now or were there already.</returns>
    /// <exception cref="MigrationException">The copy differs.</exception>
    public static async Task<(long Rows, bool IsNew)> MigrateAsync(IndexShelfOptions from, IndexShelfOptions to, string accountId, CancellationToken cancellationToken)
    {
        if (from.Database is not { Length: > 0 } && !File.Exists(Path.Combine(from.Folder, accountId, FileName)))
            return (0, false);
        using IDatabase source = At(from, accountId), target = At(to, accountId);
        return await IndexMigration.CopyAsync(source, target, accountId, cancellationToken).ConfigureAwait(false);

        static IDatabase At(IndexShelfOptions options, string accountId) =>
            options.Database is { Length: > 0 } connection ? new PostgresDatabase(connection, Schema) : new SqliteDatabase(Path.Combine(options.Folder, accountId, FileName), Schema);
    }

    public void Dispose()
    {
        while (_databases.TryTake(out var database))
            database.Dispose();
        _service?.Dispose();
        if (_postgres.IsValueCreated)
            _postgres.Value?.Dispose();
    }

    private string Folder(string accountId) => Path.Combine(options.Folder, accountId);

    private async Task<AccountIndex> MakeAsync(string userId, string accountId)
    {
        var key = await keys.GetAsync(userId, accountId, CancellationToken.None).ConfigureAwait(false);
        IDatabase? database = _postgres.Value;
        if (database is null)
            _databases.Add(database = new SqliteDatabase(Path.Combine(Folder(accountId), FileName), Schema));
        var settings = new IndexSettings(_analyzer, new RankingOptions(), _postgres.Value is null ? Folder(accountId) : null) { KeepBodies = options.KeepBodies, Service = _service, GraphAbove = options.GraphAbove };
        return await AccountIndex.OpenAsync(database, accountId, key, settings, CancellationToken.None).ConfigureAwait(false);
    }
}
