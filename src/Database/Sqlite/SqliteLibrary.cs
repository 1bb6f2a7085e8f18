using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Assistant.Database.Sqlite;

/// <summary>The SQLite in use by this process: the system's where it is new enough, else the bundled one.</summary>
/// <param name="Version">As SQLite names it, such as <c>3.40.1</c>.</param>
/// <param name="Source"><c>system</c> or <c>bundled</c>.</param>
/// <param name="FullTextSearch">Whether FTS5 is compiled in.</param>
public sealed record SqliteLibrary(string Version, string Source, bool FullTextSearch)
{
    /// <summary><c>system</c> or <c>bundled</c> forces one; anything else chooses.</summary>
    public const string Variable = "ASSISTANT_SQLITE";

    private const int OldestGood = 3_040_000;

    private static readonly Lazy<SqliteLibrary> Chosen = new(Choose);

    /// <summary>Chooses on first use; the choice holds for the life of the process.</summary>
    /// <exception cref="StoreUnavailableException"><see cref="Variable"/> asks for a system library that is not there or too old.</exception>
    public static SqliteLibrary Current => Chosen.Value;

    private static SqliteLibrary Choose()
    {
        var wanted = Environment.GetEnvironmentVariable(Variable);
        var system = wanted == "bundled" ? IntPtr.Zero : LoadSystem();
        if (wanted == "system" && system == IntPtr.Zero)
            throw new StoreUnavailableException($"{Variable}=system, but this machine has no SQLite 3.40 or newer with FTS5: install it, or unset {Variable}.");
        var provider = typeof(SQLite3Provider_e_sqlite3).Assembly;
        // Zero lets the runtime look for the bundled file beside the program.
        NativeLibrary.SetDllImportResolver(provider, (name, _, _) => name == "e_sqlite3" ? system : IntPtr.Zero);
        raw.SetProvider(new SQLite3Provider_e_sqlite3());
        raw.FreezeProvider();
        return new SqliteLibrary(
            raw.sqlite3_libversion().utf8_to_string(),
            system == IntPtr.Zero ? "bundled" : "system",
            raw.sqlite3_compileoption_used("ENABLE_FTS5") != 0);
    }

    private static IntPtr LoadSystem()
    {
        var name = OperatingSystem.IsWindows() ? "winsqlite3.dll" : OperatingSystem.IsMacOS() ? "libsqlite3.dylib" : "libsqlite3.so.0";
        const DllImportSearchPath System32 = DllImportSearchPath.System32;
        if (!NativeLibrary.TryLoad(name, Assembly.GetExecutingAssembly(), System32, out var library))
            return IntPtr.Zero;
        if (IsGood(library))
            return library;
        NativeLibrary.Free(library);
        return IntPtr.Zero;
    }

    private static bool IsGood(IntPtr library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var version)
        && Marshal.GetDelegateForFunctionPointer<VersionNumber>(version)() >= OldestGood
        && NativeLibrary.TryGetExport(library, "sqlite3_compileoption_used", out var option)
        && Marshal.GetDelegateForFunctionPointer<OptionUsed>(option)("ENABLE_FTS5") != 0;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int OptionUsed([MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
