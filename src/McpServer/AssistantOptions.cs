using Assistant.GoogleClients;
using Assistant.Server.GoogleLogin;
using Assistant.Tools;
using Assistant.Tools.Conversations;
using Assistant.Tools.Models;

namespace Assistant.Server;

/// <summary>What one process of the server or of the command line works with.</summary>
internal sealed record AssistantOptions
{
    /// <summary>Folder of the database.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Folder of the master key and of <c>client_secret.json</c>; never inside <see cref="DataFolder"/>.</summary>
    public required string ConfigurationFolder { get; init; }

    /// <summary>Folder of the master key where several data folders share one configuration folder; null is <see cref="ConfigurationFolder"/>.</summary>
    public string? MasterKeyFolder { get; init; }

    /// <summary>Google, or a stand-in for it.</summary>
    public GoogleEndpoints Google { get; init; } = new();

    /// <summary>The OAuth client to use; null reads it from the environment or the configuration folder.</summary>
    public OAuthClient? OAuthClient { get; init; }

    /// <summary>Environment variables by name.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The upper bound of what any key may do.</summary>
    public ServerPolicy Policy { get; init; } = new();

    /// <summary>How the search indexes are kept.</summary>
    public SearchSettings Search { get; init; } = new();

    /// <summary>How mail is written.</summary>
    public WritingSettings Writing { get; init; } = new();

    /// <summary>How long conversations are kept.</summary>
    public ConversationSettings Conversations { get; init; } = new();

    /// <summary>Toolsets that are served.</summary>
    public IReadOnlyList<string> Toolsets { get; init; } = ToolCatalogue.DefaultToolsets;

    /// <summary>Whether a process that serves keeps the search indexes up to date.</summary>
    public bool KeepsIndexes => Search.InBackground && Toolsets.Contains("search");
}
