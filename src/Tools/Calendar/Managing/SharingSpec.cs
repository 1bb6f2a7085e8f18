using Google.Apis.Calendar.v3.Data;

namespace Assistant.Tools.Calendar.Managing;

/// <summary>Who may do what with a calendar, as it is to become.</summary>
/// <param name="Calendar">Its id.</param>
/// <param name="Name">Its name, for people.</param>
/// <param name="Type"><c>user</c>, <c>group</c>, <c>domain</c> or <c>default</c> (everybody).</param>
/// <param name="Value">Address or domain; null for everybody.</param>
/// <param name="Role"><c>freeBusyReader</c>, <c>reader</c>, <c>writer</c>, <c>owner</c>; <c>none</c> ends it.</param>
/// <param name="Tell">Google mails them.</param>
internal sealed record SharingSpec(string Calendar, string Name, string Type, string? Value, string Role, bool Tell)
{
    public const string Kind = "sharing";

    public string RuleId => Value is null ? Type : $"{Type}:{Value}";

    public string Who => Type switch { "default" => "everybody", "domain" => $"everybody of {Value}", _ => Value! };

    public bool Is(AclRule rule) => rule.Scope?.Type == Type && string.Equals(rule.Scope.Value, Value, StringComparison.OrdinalIgnoreCase);

    public static string InWords(string role) => role switch
    {
        "none" => "nothing",
        "freeBusyReader" => "see when it is busy",
        "reader" => "see all events",
        "writer" => "see and change all events",
        _ => "see and change everything, and share it",
    };
}

/// <summary>What takes a change of sharing back.</summary>
internal sealed record SharingUndo(SharingSpec Before, SharingSpec After);
