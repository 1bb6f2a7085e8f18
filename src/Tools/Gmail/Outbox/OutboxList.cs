using System.Text;

namespace Assistant.Tools.Gmail.Outbox;

public sealed record OutboxList(IReadOnlyList<OutboxItem>? Entries = null) : IToolResult
{
    public string ToText()
    {
        if (Entries is not { Count: > 0 })
            return "The outbox is empty.";
        var text = new StringBuilder();
        foreach (var entry in Entries)
            text.Append(entry.Id).Append(' ').Append(entry.State).Append(' ').Append(entry.At).Append(' ').Append(entry.What).Append(": ").Append(entry.Message).Append('\n');
        return text.ToString().TrimEnd();
    }
}

public sealed record OutboxItem(string? Id = null, string? State = null, string? At = null, string? What = null, string? Message = null);
