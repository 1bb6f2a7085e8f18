using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Assistant.Database.Sqlite;

/// <summary>Says what a person can do about SQLite's result codes (https://www.sqlite.org/rescode.html).</summary>
internal static class SqliteFailure
{
    public static StoreUnavailableException Explain(SqliteException failure, string path) => new(Message(failure.SqliteErrorCode, path), failure);

    private static string Message(int code, string path) => code switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED =>
            $"The database {path} is locked by another program. Close what holds it (a backup, a database browser) and try again; nothing was changed.",
        raw.SQLITE_FULL => $"The disk that holds {path} is full. Free some space and try again; nothing that was stored before is lost.",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
            $"The database {path} is damaged or is no database. Stop the program, keep a copy of the file and restore the folder from a backup.",
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH or raw.SQLITE_CANTOPEN =>
            $"The database {path} cannot be opened for writing. Check that the folder exists, is not read-only and belongs to the user that runs this program.",
        raw.SQLITE_IOERR => $"The disk that holds {path} reported an error. Check the disk, then try again; nothing that was stored before is lost.",
        _ => $"The database {path} refused to work (SQLite result {code}). Run 'assistant doctor' for details.",
    };
}
