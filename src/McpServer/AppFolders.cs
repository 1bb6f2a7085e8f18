using System.Security.Cryptography;
using System.Text;
using Assistant.Server.Commands;

namespace Assistant.Server;

/// <summary>Where this program keeps things, by each platform's convention.</summary>
/// <param name="Data">The database.</param>
/// <param name="Configuration"><c>client_secret.json</c>.</param>
/// <param name="MasterKey">The master key: never inside <paramref name="Data"/>, and one folder for each data folder.</param>
internal sealed record AppFolders(string Data, string Configuration, string MasterKey)
{
    public const string DataVariable = "ASSISTANT_DATA";
    public const string ConfigurationVariable = "ASSISTANT_CONFIG";

    /// <param name="data">As given with <c>--data</c>, or null.</param>
    /// <param name="sandbox">Whether a sandbox takes Google's place: then the default data folder is another, so that no real token is sent to it.</param>
    /// <param name="variable">Environment variables by name.</param>
    /// <exception cref="CliException">The folders lie inside each other.</exception>
    public static AppFolders Find(string? data, bool sandbox, Func<string, string?> variable)
    {
        var chosenData = NotEmpty(data) ?? NotEmpty(variable(DataVariable));
        var chosenConfiguration = NotEmpty(variable(ConfigurationVariable));
        var dataFolder = Full(chosenData ?? DefaultData(variable) + (sandbox ? "-sandbox" : ""));
        var configuration = Full(chosenConfiguration ?? DefaultConfiguration(variable));
        // Who names the configuration folder decides where the key is; otherwise each data folder has a key of its own.
        var masterKey = chosenConfiguration is not null || (chosenData is null && !sandbox)
            ? configuration
            : Path.Combine(configuration, "keys", Named(dataFolder));
        if (IsInside(masterKey, dataFolder))
        {
            throw new CliException(
                $"The configuration folder {configuration} lies inside the data folder {dataFolder}: a copy of the data would carry its key. Set {ConfigurationVariable} to another folder.");
        }
        return new(dataFolder, configuration, masterKey);
    }

    private static string DefaultData(Func<string, string?> variable)
    {
        if (OperatingSystem.IsWindows())
            return Path.Combine(Special(Environment.SpecialFolder.LocalApplicationData), "Assistant");
        if (OperatingSystem.IsMacOS())
            return Path.Combine(Home, "Library", "Application Support", "Assistant");
        return Path.Combine(NotEmpty(variable("XDG_DATA_HOME")) ?? Path.Combine(Home, ".local", "share"), "assistant");
    }

    private static string DefaultConfiguration(Func<string, string?> variable)
    {
        if (OperatingSystem.IsWindows())
            return Path.Combine(Special(Environment.SpecialFolder.ApplicationData), "Assistant");
        return Path.Combine(NotEmpty(variable("XDG_CONFIG_HOME")) ?? Path.Combine(Home, ".config"), "assistant");
    }

    private static string Home => Special(Environment.SpecialFolder.UserProfile);

    private static string Special(Environment.SpecialFolder folder) => Environment.GetFolderPath(folder, Environment.SpecialFolderOption.DoNotVerify);

    /// <summary>A name a person recognises, and enough of a digest that two folders of the same name do not meet.</summary>
    private static string Named(string dataFolder)
    {
        var path = OperatingSystem.IsLinux() ? dataFolder : dataFolder.ToUpperInvariant();
        return $"{Path.GetFileName(dataFolder)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12]}";
    }

    private static string Full(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    private static bool IsInside(string path, string folder) =>
        (path + Path.DirectorySeparatorChar).StartsWith(
            folder + Path.DirectorySeparatorChar, OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    private static string? NotEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
