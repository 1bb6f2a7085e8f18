using Npgsql;

namespace Assistant.Tests.Shared;

/// <summary>An empty schema of its own in the PostgreSQL that <see cref="Variable"/> names; the test is skipped where there is none.</summary>
public sealed class TestPostgres : IAsyncDisposable
{
    /// <summary>A connection string of a database with the extension <c>vector</c>; <c>eng/postgres.sh</c> starts one.</summary>
    public const string Variable = "ASSISTANT_TEST_DATABASE";

    private readonly string _schema = $"test_{Guid.NewGuid():n}";
    private readonly string _server;

    public TestPostgres()
    {
        // xunit takes an exception with this beginning as "skipped": this project does not refer to xunit.
        _server = Server ?? throw new InvalidOperationException(
            $"$XunitDynamicSkip$There is no PostgreSQL: set {Variable} to the connection string that eng/postgres.sh prints.");
        Run($"CREATE SCHEMA {_schema}");
        ConnectionString = $"{_server};Search Path={_schema},public;Maximum Pool Size=20;Timeout=60;Connection Idle Lifetime=2;Connection Pruning Interval=1";
    }

    public static string? Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server ? server : null;

    public string ConnectionString { get; }

    public ValueTask DisposeAsync()
    {
        Run($"DROP SCHEMA {_schema} CASCADE");
        return ValueTask.CompletedTask;
    }

    private void Run(string sql)
    {
        using var connection = new NpgsqlConnection(_server + ";Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The schema's name is our own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
