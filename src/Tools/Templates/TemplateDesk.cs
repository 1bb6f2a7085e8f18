using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Google;

namespace Assistant.Tools.Templates;

/// <summary>The built-in templates and the caller's own.</summary>
internal sealed class TemplateDesk(IUserDocuments documents, CurrentCall call)
{
    private const string Kind = "template";
    private const int LongestName = 80;

    private string UserId => call.Caller.UserId;

    /// <exception cref="ToolFailure">No such template, or values that do not fit it.</exception>
    public async Task<TemplateList> GetAsync(string? name, string? language, IReadOnlyDictionary<string, string>? values, CancellationToken cancellationToken)
    {
        if (values is not null && name is null)
            throw new ToolFailure("bad_template", "Values fill one template: name it.");
        var all = await AllAsync(cancellationToken);
        if (name is null)
            return new([.. all.Where(one => language is null || Same(one.Template.Language, language)).Select(one => TemplateShown.Of(one.Template, one.IsOwn))]);
        var fitting = all.Where(one => Same(one.Template.Name, name) && (language is null || one.Template.Language is null || Same(one.Template.Language, language))).ToList();
        if (fitting.Count == 0)
            throw await UnknownAsync(name, language, cancellationToken);

        if (values is null)
            return new([.. fitting.Select(one => TemplateShown.Full(one.Template, one.IsOwn))]);
        if (fitting.Count > 1)
            throw new ToolFailure("which_template", $"'{name}' is there in {string.Join(", ", fitting.Select(one => one.Template.Language))}: say which language.");
        var (template, isOwn) = fitting[0];
        var (subject, body) = template.Fill(values);
        return new([TemplateShown.Of(template, isOwn) with { Subject = subject, Body = body, IsFilled = true }]);
    }

    /// <summary>The template of that name for a language: in it, in any, else the only one there is.</summary>
    /// <exception cref="ToolFailure">There is none.</exception>
    public async Task<MailTemplate> FindAsync(string name, string language, CancellationToken cancellationToken)
    {
        var named = (await AllAsync(cancellationToken)).Select(one => one.Template).Where(one => Same(one.Name, name)).ToList();
        return named.FirstOrDefault(one => Same(one.Language, language)) ?? named.FirstOrDefault(one => one.Language is null) ?? named.FirstOrDefault()
            ?? throw await UnknownAsync(name, null, cancellationToken);
    }

    /// <exception cref="ToolFailure">A brace that is no placeholder, no name or body, or too many templates.</exception>
    public async Task<TemplateList> SaveAsync(string name, string subject, string body, string? language, CancellationToken cancellationToken)
    {
        var title = UntrustedText.Line(name);
        if (title.Length is 0 or > LongestName || string.IsNullOrWhiteSpace(body))
            throw new ToolFailure("bad_template", $"A template needs a name of at most {LongestName} characters and a body.");
        var template = new MailTemplate(title, string.IsNullOrWhiteSpace(language) ? null : language.Trim().ToLowerInvariant(), UntrustedText.Line(subject), body);
        template.Placeholders();
        var content = JsonSerializer.Serialize(template);
        var known = (await OwnAsync(cancellationToken)).FirstOrDefault(own => IsSame(own.Template, template));
        if (known.Id is { } id)
            await documents.ReplaceAsync(UserId, Kind, id, content, cancellationToken);
        else if (await documents.AddAsync(UserId, Kind, content, cancellationToken) is null)
            throw new ToolFailure("too_many", $"You have {IUserDocuments.Most} templates: delete one first.");
        return new([TemplateShown.Full(template, isOwn: true)]);
    }

    /// <exception cref="ToolFailure">The caller has no template of that name.</exception>
    public async Task<TemplateList> DeleteAsync(string name, string? language, CancellationToken cancellationToken)
    {
        var gone = (await OwnAsync(cancellationToken)).Where(own => Same(own.Template.Name, name) && (language is null || Same(own.Template.Language, language))).ToList();
        if (gone.Count == 0)
        {
            throw new ToolFailure(
                "unknown_template",
                $"You have no template '{UntrustedText.Line(name)}' of your own{(BuiltInTemplates.All.Any(one => Same(one.Name, name)) ? "; a built-in one cannot be deleted, but your own of that name takes its place" : "")}.");
        }

        foreach (var (id, _) in gone)
            await documents.DeleteAsync(UserId, Kind, id, cancellationToken);
        return new([.. gone.Select(own => TemplateShown.Of(own.Template, isOwn: true) with { IsDeleted = true })]);
    }

    private async Task<ToolFailure> UnknownAsync(string name, string? language, CancellationToken cancellationToken) => new(
        "unknown_template",
        $"There is no template '{UntrustedText.Line(name)}'{(language is null ? "" : $" in '{UntrustedText.Line(language)}'")}. There are: {string.Join(", ", (await AllAsync(cancellationToken)).Select(one => one.Template.Name).Distinct())}.");

    private static bool Same(string? one, string? other) => string.Equals(one, other?.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(MailTemplate one, MailTemplate other) => Same(one.Name, other.Name) && Same(one.Language, other.Language);

    private async Task<IReadOnlyList<(string Id, MailTemplate Template)>> OwnAsync(CancellationToken cancellationToken) =>
        [.. (await documents.ListAsync(UserId, Kind, cancellationToken)).Select(document => (document.Id, JsonSerializer.Deserialize<MailTemplate>(document.Content)!))];

    private async Task<IReadOnlyList<(MailTemplate Template, bool IsOwn)>> AllAsync(CancellationToken cancellationToken)
    {
        var own = (await OwnAsync(cancellationToken)).Select(one => one.Template).ToList();
        return [.. own.Select(one => (one, true)), .. BuiltInTemplates.All.Where(one => !own.Exists(mine => IsSame(mine, one))).Select(one => (one, false))];
    }
}
