using Assistant.TokenStore;
using ModelContextProtocol.Server;

namespace Assistant.Server.Filters;

/// <summary>Resources and prompts show what tools read, so a key may use one only with every tool that it stands for; what the table does not name is for nobody.</summary>
internal static class ReadingGrants
{
    private static readonly Dictionary<string, string[]> Schemes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["assistant"] = ["account_list"],
        ["calendar"] = ["calendar_get_event"],
        ["gmail"] = ["gmail_read"],
    };

    private static readonly Dictionary<string, string[]> Prompts = new(StringComparer.Ordinal)
    {
        ["daily_brief"] = ["gmail_search", "calendar_list_events"],
        ["inbox_triage"] = ["gmail_search"],
        ["weekly_review"] = ["gmail_search", "calendar_list_events"],
        ["meeting_prep"] = ["calendar_list_events", "retrieve_context"],
        ["find_and_book"] = ["calendar_find_time"],
        ["professional_email"] = ["generate_email"],
        ["reply_in_my_style"] = ["generate_email"],
        ["follow_up"] = ["generate_email", "analyze_context"],
    };

    /// <summary>By the end of the address: lists stand for the tool that lists, the bytes of an attachment for the one that reads attachments.</summary>
    private static readonly (string Part, string Tool)[] Parts =
    [
        ("/part/", "gmail_read_attachment"), ("/inbox", "gmail_search"), ("/sent", "gmail_search"), ("/upcoming", "calendar_list_events"),
        ("://templates", "get_templates"), ("://style/", "style_profile"), ("://conversations", "conversation_get"),
    ];

    public static bool Allows(this Caller caller, McpServerResource resource) => Allows(caller, resource.ProtocolResourceTemplate.UriTemplate);

    /// <summary>Whether the caller may be told of changes of a resource: as for reading it.</summary>
    public static bool Allows(Caller caller, string uri) => Array.Find(Parts, part => uri.Contains(part.Part, StringComparison.Ordinal)).Tool is { } tool
        ? caller.Grants.AllowTool(tool, PermissionLevel.Read)
        : Allows(caller, Schemes, uri.Split("://")[0]);

    public static bool Allows(this Caller caller, McpServerPrompt prompt) => Allows(caller, Prompts, prompt.ProtocolPrompt.Name);

    private static bool Allows(Caller caller, Dictionary<string, string[]> table, string name) =>
        table.TryGetValue(name, out var tools) && Array.TrueForAll(tools, tool => caller.Grants.AllowTool(tool, PermissionLevel.Read));
}
