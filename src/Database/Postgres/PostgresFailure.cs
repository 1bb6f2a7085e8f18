using System.Net.Sockets;
using Npgsql;

namespace Assistant.Database.Postgres;

/// <summary>Says what a person can do about PostgreSQL's error codes (https://www.postgresql.org/docs/15/errcodes-appendix.html).</summary>
internal static class PostgresFailure
{
    public static bool IsOne(Exception failure) => failure is NpgsqlException or SocketException or TimeoutException;

    public static Exception Explain(Exception failure, string place) => failure is PostgresException { SqlState: var state } && state.StartsWith("23", StringComparison.Ordinal)
        ? new ConstraintException(failure)
        : new StoreUnavailableException(Message(failure, place), failure);

    private static string Message(Exception failure, string place) => (failure as PostgresException)?.SqlState switch
    {
        null => $"The PostgreSQL server of {place} cannot be reached. Check that it runs and that ASSISTANT_DATABASE names it, then try again; nothing was changed.",
        "28P01" or "28000" => $"The PostgreSQL server of {place} refused the user or the password in ASSISTANT_DATABASE.",
        "3D000" => $"There is no database {place}: create it (CREATE DATABASE), then try again.",
        "42501" => $"The user of ASSISTANT_DATABASE may not do this in {place}: it has to own the schema, and 'CREATE EXTENSION vector' has to be run once by an administrator.",
        "0A000" or "58P01" => $"The PostgreSQL server of {place} has no extension 'vector': install pgvector 0.7 or newer there.",
        "53100" => $"The disk of the PostgreSQL server of {place} is full. Free some space and try again; nothing that was stored before is lost.",
        "53300" or "53400" => $"The PostgreSQL server of {place} has no connection left. Raise max_connections there, or lower 'Maximum Pool Size' in ASSISTANT_DATABASE.",
        "25006" => $"The PostgreSQL server of {place} is read-only (a standby): name the primary in ASSISTANT_DATABASE.",
        "57P01" or "57P02" or "57P03" => $"The PostgreSQL server of {place} is stopping or starting. Try again in a moment; nothing was changed.",
        var state => $"The PostgreSQL server of {place} refused to work (SQLSTATE {state}). Run 'assistant doctor' for details.",
    };
}
