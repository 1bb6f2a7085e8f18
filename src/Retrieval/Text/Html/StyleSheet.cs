using System.Buffers;
using AngleSharp.Dom;

namespace Assistant.Retrieval.Text.Html;

/// <summary>The rules of a mail's style elements that apply everywhere and select by tag, class or id; conditional ones (@media) are left out.</summary>
internal sealed class StyleSheet
{
    private static readonly SearchValues<char> Combining = SearchValues.Create(" >+~:[");

    private readonly Dictionary<string, Declarations> _rules = new(StringComparer.OrdinalIgnoreCase);

    public static StyleSheet Of(IDocument document)
    {
        var sheet = new StyleSheet();
        foreach (var style in document.GetElementsByTagName("style"))
            sheet.Add(style.TextContent);
        return sheet;
    }

    /// <summary>What applies to the element by these rules and its style attribute, or null where nothing does.</summary>
    public Declarations? For(IElement element)
    {
        var inline = element.GetAttribute("style");
        if (_rules.Count == 0)
            return inline is null ? null : Declarations.Parse(inline);
        var merged = new Declarations();
        Apply(merged, "*");
        Apply(merged, element.LocalName);
        foreach (var name in element.GetAttribute("class")?.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            Apply(merged, "." + name);
            Apply(merged, element.LocalName + "." + name);
        }

        if (element.GetAttribute("id") is { Length: > 0 } id)
            Apply(merged, "#" + id);
        if (inline is not null)
            merged.Merge(Declarations.Parse(inline));
        return merged;
    }

    private void Apply(Declarations merged, string selector)
    {
        if (_rules.TryGetValue(selector, out var rule))
            merged.Merge(rule);
    }

    private void Add(string css)
    {
        var rest = WithoutComments(css).AsSpan();
        while (rest.IndexOfAny('{', ';') is var at && at >= 0)
        {
            var selectors = rest[..at].Trim();
            if (rest[at] == ';')
            {
                rest = rest[(at + 1)..];
                continue;
            }

            var end = BlockEnd(rest, at);
            if (!selectors.StartsWith("@"))
                AddRule(selectors.ToString(), rest[(at + 1)..end].ToString());
            rest = rest[Math.Min(end + 1, rest.Length)..];
        }
    }

    private void AddRule(string selectors, string body)
    {
        var declarations = Declarations.Parse(body);
        foreach (var selector in selectors.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (selector.AsSpan().IndexOfAny(Combining) >= 0)
                continue;
            if (!_rules.TryGetValue(selector, out var rule))
                _rules[selector] = rule = new Declarations();
            rule.Merge(declarations);
        }
    }

    private static int BlockEnd(ReadOnlySpan<char> css, int open)
    {
        var depth = 0;
        for (var i = open; i < css.Length; i++)
        {
            depth += css[i] switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0)
                return i;
        }

        return css.Length;
    }

    private static string WithoutComments(string css)
    {
        var at = css.IndexOf("/*", StringComparison.Ordinal);
        if (at < 0)
            return css;
        var output = new System.Text.StringBuilder(css.Length);
        var from = 0;
        for (; at >= 0; at = css.IndexOf("/*", from, StringComparison.Ordinal))
        {
            output.Append(css, from, at - from);
            var end = css.IndexOf("*/", at + 2, StringComparison.Ordinal);
            from = end < 0 ? css.Length : end + 2;
        }

        return output.Append(css, from, css.Length - from).ToString();
    }
}
