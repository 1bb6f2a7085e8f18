namespace Assistant.Tools.Writing;

/// <summary>Where sentences begin and end.</summary>
internal static class Prose
{
    /// <summary>With a capital, unless it begins with a link.</summary>
    public static string Capital(string text) => text.Length == 0 || !char.IsLower(text[0]) || text.StartsWith("http", StringComparison.Ordinal) ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>With a full stop, where nothing else ends it.</summary>
    public static string End(string text) => text.Length == 0 || ".!?:…".Contains(text[^1], StringComparison.Ordinal) ? text : text + ".";
}
