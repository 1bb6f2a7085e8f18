using System.Text.Json;
using System.Text.Json.Serialization;

namespace Assistant.TokenStore;

/// <summary>Grants as they are stored.</summary>
internal static class GrantsText
{
    public static string Write(Grants grants) => JsonSerializer.Serialize(grants, GrantsJson.Default.Grants);

    public static Grants Read(string text) =>
        JsonSerializer.Deserialize(text, GrantsJson.Default.Grants) ?? throw new JsonException("The grants of a key are empty.");
}

[JsonSerializable(typeof(Grants))]
internal sealed partial class GrantsJson : JsonSerializerContext;
