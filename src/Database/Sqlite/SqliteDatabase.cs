using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Assistant.Database.Sqlite;

/// <summary>The database file: opened and migrated on first use, many readers, one writer per process.</summary>
public sealed class SqliteDatabase(string path, Migrations migrations) : IDatabase
{
    private readonly Lock _opening = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private SqliteConnection? _writer;
    private Durability _writerDurability;
    private volatile bool _ready;
    private volatile bool _disposed;

    /// <summary>Of the database file.</summary>
    public string Place { get; } = Path.GetFullPath(path);

    /// <summary>How long a writer of another process is waited for.</summary>
    public int BusyMilliseconds { get; set; } = 5000;

    /// <inheritdoc/>
    public Task OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Open();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task<T> ReadAsync<T>(Func<DbSession, Task<T>> query, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Open();
        SqliteConnection? connection = null;
        try
        {
            if (!_idle.TryTake(out connection))
                connection = Connect();
            var result = await query(new SqliteSession(connection, cancellationToken)).ConfigureAwait(false);
            Return(connection);
            connection = null;
            return result;
        }
        catch (SqliteException failure)
        {
            throw Explained(failure);
        }
        finally
        {
            connection?.Dispose();
        }
    }

    /// <inheritdoc/>
    public async Task<T> WriteAsync<T>(Durability durability, Func<DbSession, Task<T>> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await WriteAloneAsync(durability, work, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    public T Read<T>(Func<DbSession, Task<T>> query) => ReadAsync(query, CancellationToken.None).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public T Write<T>(Func<DbSession, Task<T>> work)
    {
        _writing.Wait();
        try
        {
            return WriteAloneAsync(Durability.Full, work, CancellationToken.None).GetAwaiter().GetResult();
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    /// <remarks>Takes it out of the write-ahead log too; a reader at work postpones that, which is no failure.</remarks>
    public async Task ForgetDeletedAsync(CancellationToken cancellationToken) => await ReadAsync(
        session => session.ExecuteAsync($"PRAGMA busy_timeout=0; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout={BusyMilliseconds}"), cancellationToken).ConfigureAwait(false);

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var connection))
            connection.Dispose();
        _writing.Wait();
        _writer?.Dispose();
        _writer = null;
        _writing.Release();
    }

    private void Open()
    {
        if (_ready)
            return;
        lock (_opening)
        {
            if (_ready)
                return;
            _ = SqliteLibrary.Current;
            OwnerFolders.CreateFile(Place);
            try
            {
                using var connection = Connect();
                SqliteMigrations.Apply(connection, migrations, Place);
            }
            catch (SqliteException failure)
            {
                throw Explained(failure);
            }

            _ready = true;
        }
    }

    private async Task<T> WriteAloneAsync<T>(Durability durability, Func<DbSession, Task<T>> work, CancellationToken cancellationToken)
    {
        Open();
        ObjectDisposedException.ThrowIf(_disposed, this);
        try
        {
            var connection = Writer(durability);
            SqliteMigrations.Execute(connection, "BEGIN IMMEDIATE");
            var result = await work(new SqliteSession(connection, cancellationToken)).ConfigureAwait(false);
            SqliteMigrations.Execute(connection, "COMMIT");
            return result;
        }
        catch (Exception failure)
        {
            // Closing rolls back, whatever state the failure left.
            _writer?.Dispose();
            _writer = null;
            if (failure is SqliteException refused)
                throw Explained(refused);
            throw;
        }
    }

    private SqliteConnection Writer(Durability durability)
    {
        if (_writer is null)
        {
            _writer = Connect();
            _writerDurability = Durability.Full;
        }

        if (_writerDurability != durability)
        {
            SqliteMigrations.Execute(_writer, durability == Durability.Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
            _writerDurability = durability;
        }

        return _writer;
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Place,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            // SQLite's own busy handler waits; the library's loop around it should not start a second round.
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            connection.Open();
            SqliteMigrations.Execute(connection, $"PRAGMA busy_timeout={BusyMilliseconds}; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Return(SqliteConnection connection)
    {
        if (_disposed || _idle.Count >= Environment.ProcessorCount * 2)
            connection.Dispose();
        else
            _idle.Add(connection);
    }

    private Exception Explained(SqliteException failure) =>
        failure.SqliteErrorCode == raw.SQLITE_CONSTRAINT ? new ConstraintException(failure) : SqliteFailure.Explain(failure, Place);
}
