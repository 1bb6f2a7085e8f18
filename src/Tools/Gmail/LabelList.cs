using System.Globalization;

namespace Assistant.Tools.Gmail;

public sealed record LabelList(IReadOnlyList<LabelEntry>? Labels = null, IReadOnlyList<string>? Problems = null) : IToolResult
{
    public string ToText() => string.Join('\n', (Labels ?? []).Select(label => label.ToText()).Concat(Problems ?? []));
}

/// <remarks>
/// Total: Messages, where counts were asked for.
/// Unread: Unread messages, where counts were asked for.
/// </remarks>
public sealed record LabelEntry(string? Account = null, string? Id = null, string? Name = null, int? Total = null, int? Unread = null)
{
    internal string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Account}: {Name} (id {Id}{(Total is null ? "" : $", {Total} messages, {Unread} unread")})");
}
