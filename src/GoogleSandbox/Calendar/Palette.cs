using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>colors.get: the ids and backgrounds of Google's classic palette.</summary>
internal static class Palette
{
    public static readonly string[] Calendar =
    [
        "#ac725e", "#d06b64", "#f83a22", "#fa573c", "#ff7537", "#ffad46", "#42d692", "#16a765", "#7bd148", "#b3dc6c", "#fbe983", "#fad165",
        "#92e1c0", "#9fe1e7", "#9fc6e7", "#4986e7", "#9a9cff", "#b99aff", "#c2c2c2", "#cabdbf", "#cca6ac", "#f691b2", "#cd74e6", "#a47ae2",
    ];

    private static readonly string[] Event =
        ["#a4bdfc", "#7ae7bf", "#dbadff", "#ff887c", "#fbd75b", "#ffb878", "#46d6db", "#e1e1e1", "#5484ed", "#51b749", "#dc2127"];

    public static JsonObject ToJson() => new()
    {
        ["kind"] = "calendar#colors",
        ["updated"] = "2012-02-14T00:00:00.000Z",
        ["calendar"] = Table(Calendar),
        ["event"] = Table(Event),
    };

    private static JsonObject Table(string[] colors) => new(colors.Select((color, i) =>
        KeyValuePair.Create<string, JsonNode?>($"{i + 1}", new JsonObject { ["background"] = color, ["foreground"] = "#1d1d1d" })));
}
