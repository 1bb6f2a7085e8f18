using Npgsql;

namespace Assistant.Database.Postgres;

/// <summary>
/// A PostgreSQL database that several processes share. Everything is read from the server that is written to, so nobody reads an older token or an
/// entry of the outbox that is already taken.
/// </summary>
public sealed class PostgresDatabase : IDatabase, IAsyncDisposable
{
    private const int Attempts = 4;

    private readonly NpgsqlDataSource _source;
    private readonly Migrations _migrations;

    // With the password, which the data source does not tell.
    private readonly string _alone;
    private readonly SemaphoreSlim _opening = new(1);
    private volatile bool _ready;

    /// <param name="connectionString">As Npgsql reads it: <c>Host=...;Database=...;Username=...;Password=...</c>.</param>
    /// <param name="migrations">The schema.</param>
    /// <exception cref="StoreUnavailableException">The connection string cannot be read.</exception>
    public PostgresDatabase(string connectionString, Migrations migrations)
    {
        _migrations = migrations;
        try
        {
            var builder = new NpgsqlDataSourceBuilder(connectionString);
            builder.ConnectionStringBuilder.ApplicationName ??= "assistant";
            if (builder.ConnectionStringBuilder.MaxAutoPrepare == 0)
                builder.ConnectionStringBuilder.MaxAutoPrepare = 100;
            // Workers of one question take the processors from the questions of others, and start slower than most questions take.
            builder.ConnectionStringBuilder.Options ??= "-c max_parallel_workers_per_gather=0";
            Place = $"{builder.ConnectionStringBuilder.Host}/{builder.ConnectionStringBuilder.Database}";
            _alone = new NpgsqlConnectionStringBuilder(builder.ConnectionString) { Pooling = false }.ToString();
            builder.UseVector();
            _source = builder.Build();
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or KeyNotFoundException)
        {
            // The message of the library may repeat what was written, password included.
            throw new StoreUnavailableException("ASSISTANT_DATABASE cannot be read: write it as 'Host=db.example.com;Database=assistant;Username=assistant;Password=...'.");
        }
    }

    public string Place { get; }

    /// <inheritdoc/>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (_ready)
            return;
        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_ready)
                return;
            await PostgresMigrations.ApplyAsync(_source, _migrations, Place, cancellationToken).ConfigureAwait(false);
            _ready = true;
        }
        catch (Exception failure) when (PostgresFailure.IsOne(failure))
        {
            throw PostgresFailure.Explain(failure, Place);
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> query, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await using var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            return await query(new PostgresSession(connection, waits: false, cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception failure) when (PostgresFailure.IsOne(failure))
        {
            throw PostgresFailure.Explain(failure, Place);
        }
    }

    /// <inheritdoc/>
    public async Task<T> WriteAsync<T>(Durability durability, Func<DbSession, Task<T>> work, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken).ConfigureAwait(false);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
                var session = new PostgresSession(connection, waits: false, cancellationToken);
                if (durability == Durability.Normal)
                    await session.ExecuteAsync("SET LOCAL synchronous_commit = off").ConfigureAwait(false);
                var result = await work(session).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
                return result;
            }
            catch (PostgresException failure) when (attempt < Attempts && failure.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure)
            {
                // The database has undone all of it and asks to try again.
            }
            catch (Exception failure) when (PostgresFailure.IsOne(failure))
            {
                throw PostgresFailure.Explain(failure, Place);
            }
        }
    }

    /// <inheritdoc/>
    public T Read<T>(Func<DbSession, Task<T>> query)
    {
        OpenAsync(CancellationToken.None).GetAwaiter().GetResult();
        try
        {
            using var connection = new NpgsqlConnection(_alone);
            connection.Open();
            return query(new PostgresSession(connection, waits: true, CancellationToken.None)).GetAwaiter().GetResult();
        }
        catch (Exception failure) when (PostgresFailure.IsOne(failure))
        {
            throw PostgresFailure.Explain(failure, Place);
        }
    }

    /// <inheritdoc/>
    public T Write<T>(Func<DbSession, Task<T>> work)
    {
        OpenAsync(CancellationToken.None).GetAwaiter().GetResult();
        try
        {
            using var connection = new NpgsqlConnection(_alone);
            connection.Open();
            using var transaction = connection.BeginTransaction();
            var result = work(new PostgresSession(connection, waits: true, CancellationToken.None)).GetAwaiter().GetResult();
            transaction.Commit();
            return result;
        }
        catch (Exception failure) when (PostgresFailure.IsOne(failure))
        {
            throw PostgresFailure.Explain(failure, Place);
        }
    }

    /// <inheritdoc/>
    /// <remarks>PostgreSQL's vacuum does it in its own time.</remarks>
    public Task ForgetDeletedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _source.Dispose();

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
