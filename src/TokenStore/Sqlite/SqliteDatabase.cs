using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Assistant.TokenStore.Sqlite;

/// <summary>The database file: opened and migrated on first use, many readers, one writer per process.</summary>
internal sealed class SqliteDatabase(TokenStoreOptions options) : IDisposable
{
    private readonly Lock _opening = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private SqliteConnection? _writer;
    private Durability _writerDurability;
    private volatile bool _ready;
    private volatile bool _disposed;

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetFullPath(options.DataFolder), "assistant.db");

    /// <summary>How long a writer of another process is waited for.</summary>
    public int BusyMilliseconds { get; set; } = 5000;

    /// <summary>Opens, creates and migrates; does nothing when done already.</summary>
    public void Open()
    {
        if (_ready)
            return;
        lock (_opening)
        {
            if (_ready)
                return;
            _ = SqliteLibrary.Current;
            StoreFolders.CreateFile(Path);
            Guarded(() =>
            {
                using var connection = Connect();
                Migrations.Apply(connection, Path);
                return 0;
            });
            _ready = true;
        }
    }

    /// <summary>Runs one statement, or several that need not agree, on a connection of their own.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> query, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(Read(query));
        }
        catch (Exception failure)
        {
            return Task.FromException<T>(failure);
        }
    }

    /// <summary>Runs all of it in one transaction, or none of it.</summary>
    public async Task<T> WriteAsync<T>(Durability durability, Func<SqliteConnection, T> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return WriteAlone(durability, work);
        }
        finally
        {
            _writing.Release();
        }
    }

    public T Read<T>(Func<SqliteConnection, T> query)
    {
        Open();
        return Guarded(() =>
        {
            if (!_idle.TryTake(out var connection))
                connection = Connect();
            try
            {
                var result = query(connection);
                Return(connection);
                return result;
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        });
    }

    /// <summary>For the key ring, whose interface knows no tasks.</summary>
    public void Write(Durability durability, Action<SqliteConnection> work)
    {
        _writing.Wait();
        try
        {
            WriteAlone(durability, connection =>
            {
                work(connection);
                return 0;
            });
        }
        finally
        {
            _writing.Release();
        }
    }

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

    private T WriteAlone<T>(Durability durability, Func<SqliteConnection, T> work)
    {
        Open();
        ObjectDisposedException.ThrowIf(_disposed, this);
        return Guarded(() =>
        {
            try
            {
                var connection = Writer(durability);
                connection.Execute("BEGIN IMMEDIATE");
                var result = work(connection);
                connection.Execute("COMMIT");
                return result;
            }
            catch
            {
                // Closing rolls back, whatever state the failure left.
                _writer?.Dispose();
                _writer = null;
                throw;
            }
        });
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
            _writer.Execute(durability == Durability.Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
            _writerDurability = durability;
        }

        return _writer;
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            // SQLite's own busy handler waits; the library's loop around it should not start a second round.
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            connection.Open();
            connection.Execute($"PRAGMA busy_timeout={BusyMilliseconds}; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON");
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

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode != raw.SQLITE_CONSTRAINT)
        {
            throw SqliteFailure.Explain(failure, Path);
        }
    }
}

/// <summary>What survives a power cut; both survive the end of the process.</summary>
internal enum Durability
{
    /// <summary>On the disk before the call returns: grants, keys, tokens.</summary>
    Full,

    /// <summary>The last moments may be lost with the power: audit, sessions, leases.</summary>
    Normal,
}
