using System.Text;

namespace Assistant.Tools.Templates;

/// <summary>A mail with gaps: <c>{name}</c> in subject or body is filled in; <c>{{</c> and <c>}}</c> are braces.</summary>
/// <param name="Name">What it is called; without case.</param>
/// <param name="Language">Of its text, such as <c>en</c>; null for any.</param>
/// <param name="Subject">May have gaps.</param>
/// <param name="Body">May have gaps.</param>
internal sealed record MailTemplate(string Name, string? Language, string Subject, string Body)
{
    private const int LongestPlaceholder = 40;

    /// <summary>The names of the gaps, in the order in which they come.</summary>
    /// <exception cref="ToolFailure">A brace that opens or closes nothing, or a name that is none.</exception>
    public IReadOnlyList<string> Placeholders()
    {
        var names = new List<string>();
        Walk($"{Subject}\n{Body}", _ => { }, names.Add);
        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Subject and body with every gap filled.</summary>
    /// <exception cref="ToolFailure">A value is missing, or one fits no gap.</exception>
    public (string Subject, string Body) Fill(IReadOnlyDictionary<string, string> values)
    {
        var names = Placeholders();
        if (names.Where(name => !values.ContainsKey(name)).ToList() is { Count: > 0 } missing)
            throw new ToolFailure("missing_value", $"The template '{Name}' needs {Listed(missing)}: give a value for each.");
        CheckNames(values.Keys);
        return (Filled(Subject, values).ReplaceLineEndings(" "), Filled(Body, values));
    }

    /// <exception cref="ToolFailure">A value fits no gap.</exception>
    public void CheckNames(IEnumerable<string> given)
    {
        var names = Placeholders();
        if (given.Where(name => !names.Contains(name)).ToList() is { Count: > 0 } unknown)
            throw new ToolFailure("unknown_value", $"The template '{Name}' has no {Listed(unknown)}. It has: {(names.Count == 0 ? "none" : Listed(names))}.");
    }

    // What a value says is text: braces in it are not gaps.
    private static string Filled(string text, IReadOnlyDictionary<string, string> values)
    {
        var filled = new StringBuilder(text.Length);
        Walk(text, piece => filled.Append(piece), name => filled.Append(values[name]));
        return filled.ToString();
    }

    public static string Listed(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"{{{name}}}"));

    private static void Walk(string text, Action<string> plain, Action<string> gap)
    {
        for (var at = 0; at < text.Length;)
        {
            var brace = text.AsSpan(at).IndexOfAny('{', '}');
            if (brace < 0)
            {
                plain(text[at..]);
                return;
            }

            plain(text.Substring(at, brace));
            at += brace;
            if (at + 1 < text.Length && text[at + 1] == text[at])
            {
                plain(text[at].ToString());
                at += 2;
                continue;
            }

            var end = text[at] == '{' ? text.IndexOf('}', at) : -1;
            var name = end < 0 ? "" : text[(at + 1)..end];
            if (name.Length is 0 or > LongestPlaceholder || !name.All(letter => char.IsLetterOrDigit(letter) || letter == '_'))
                throw new ToolFailure("bad_template", $"There is a brace that is no placeholder near '{Near(text, at)}': write {{name}} with letters, digits and _, or {{{{ and }}}} for braces.");
            gap(name);
            at = end + 1;
        }
    }

    private static string Near(string text, int at) => text.Substring(at, Math.Min(20, text.Length - at)).ReplaceLineEndings(" ");
}
