using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assistant.TokenStore;

/// <summary>Grants as they are stored. A key of before there were levels said only whether it may read and no more.</summary>
internal static class GrantsText
{
    public static string Write(Grants grants) =>
        JsonSerializer.Serialize(new StoredGrants(grants.Level, grants.Tools, grants.Accounts, grants.Sending, grants.Recipients), GrantsJson.Default.StoredGrants);

    public static Grants Read(string text)
    {
        var stored = JsonSerializer.Deserialize(text, GrantsJson.Default.StoredGrants) ?? throw new JsonException("The grants of a key are empty.");
        var level = stored.Level ?? (stored.ReadOnly is false ? PermissionLevel.Send : PermissionLevel.Read);
        return new Grants(level, stored.Tools, stored.Accounts, stored.Sending ?? SendPolicy.Ask, stored.Recipients);
    }
}

internal sealed record StoredGrants(
    PermissionLevel? Level, IReadOnlyList<string>? Tools, IReadOnlyList<string>? Accounts, SendPolicy? Sending, IReadOnlyList<string>? Recipients, bool? ReadOnly = null);

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StoredGrants))]
internal sealed partial class GrantsJson : JsonSerializerContext;
