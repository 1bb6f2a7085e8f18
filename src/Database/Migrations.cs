using System.Reflection;

namespace Assistant.Database;

/// <summary>Numbered SQL files, embedded in the assembly of the room that owns the schema; a number in the database says how many were applied.</summary>
/// <param name="Assembly">Where the files are.</param>
/// <param name="Prefix">What the names of its resources begin with, the last dot included; <c>Sqlite.</c> or <c>Postgres.</c> follows.</param>
/// <param name="Schema">A name for the schema, where one database holds several.</param>
public sealed record Migrations(Assembly Assembly, string Prefix, string Schema)
{
    internal string[] Names(string dialect) =>
    [
        .. Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix + dialect + ".", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    internal string Text(string name)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    internal static void RefuseNewer(int version, int latest, string place)
    {
        if (version > latest)
        {
            throw new StoreUnavailableException(
                $"The database {place} was written by a newer version of assistant (schema {version}, this one knows {latest}): update this program.");
        }
    }
}
