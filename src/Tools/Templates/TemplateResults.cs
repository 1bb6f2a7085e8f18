using Assistant.Tools.Google;

namespace Assistant.Tools.Templates;

public sealed record TemplateList(IReadOnlyList<TemplateShown> Templates) : IToolResult
{
    public string ToText() => Templates.Count == 0 ? "No template." : string.Join('\n', Templates.Select(template => template.ToText()));
}

/// <remarks>
/// Placeholders: What values are needed.
/// Subject, Body: Of a template that was asked for by name; filled where values were given.
/// </remarks>
public sealed record TemplateShown(
    string Name, string? Language, IReadOnlyList<string> Placeholders, bool IsOwn, string? Subject = null, string? Body = null, bool? IsFilled = null, bool? IsDeleted = null)
{
    internal static TemplateShown Of(MailTemplate template, bool isOwn) => new(template.Name, template.Language, template.Placeholders(), isOwn);

    internal static TemplateShown Full(MailTemplate template, bool isOwn) => Of(template, isOwn) with { Subject = template.Subject, Body = template.Body };

    internal string ToText()
    {
        var head = $"{Name}{(Language is null ? "" : $" ({Language})")}{(IsOwn ? ", your own" : "")}{(IsDeleted is true ? ", deleted" : "")}";
        if (Body is not null)
            return $"{head}{(IsFilled is true ? "" : Placeholders.Count == 0 ? "" : $": needs {string.Join(", ", Placeholders)}")}\nSubject: {UntrustedText.Line(Subject)}\n\n{Body}\n";
        return Placeholders.Count == 0 ? head : $"{head}: {string.Join(", ", Placeholders)}";
    }
}
