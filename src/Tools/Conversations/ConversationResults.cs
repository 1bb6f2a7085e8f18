using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Google;

namespace Assistant.Tools.Conversations;

/// <summary>One message as a caller gives it.</summary>
public sealed record ConversationTurn(
    [property: AllowedValues("user", "assistant", "system", "tool")] string Role,
    [property: StringLength(ConversationTurn.LongestText, MinimumLength = 1)] string Text,
    [property: Description("JSON of your own")] JsonElement? Metadata = null)
{
    internal const int LongestText = 50_000;

    internal static readonly string[] Roles = ["user", "assistant", "system", "tool"];
}

/// <remarks>
/// Searchable: False where search does not know the newest messages yet.
/// </remarks>
public sealed record ConversationResult(string Id, string Title, int Messages, string UsedAt, bool Searchable = true) : IToolResult
{
    public static ConversationResult Of(Conversation conversation, bool searchable = true) => new(
        conversation.Id, conversation.Title, conversation.Messages, conversation.UsedAt.ToString("u", CultureInfo.InvariantCulture), searchable);

    public string ToText() => string.Create(
        CultureInfo.InvariantCulture, $"{Id}: {Title} ({Messages} messages, last used {UsedAt}){(Searchable ? "" : "; search does not know the newest messages yet")}");
}

public sealed record ConversationList(IReadOnlyList<ConversationResult> Conversations, string? NextCursor = null) : IToolResult
{
    public string ToText() => Conversations.Count == 0
        ? "No conversation."
        : string.Join('\n', Conversations.Select(conversation => conversation.ToText()).Concat(NextCursor is null ? [] : [$"More with cursor {NextCursor}"]));
}

public sealed record ConversationLine(int Number, string Role, string At, string Text, JsonElement? Metadata = null);

/// <remarks>
/// NextFrom: The message to go on with.
/// </remarks>
public sealed record ConversationText(string Id, string Title, IReadOnlyList<ConversationLine> Messages, int? NextFrom = null) : IToolResult
{
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var message in Messages)
            text.Append(CultureInfo.InvariantCulture, $"[{message.Number}] {message.Role}, {message.At}\n{message.Text}\n\n");
        // A conversation may repeat what mail says.
        var said = Messages.Count == 0 ? "No messages." : UntrustedText.Fence(text.ToString());
        return string.Create(CultureInfo.InvariantCulture, $"{Title}\n{said}{(NextFrom is { } next ? $"\nMore from message {next}" : "")}");
    }
}

public sealed record ConversationGone(string Id) : IToolResult
{
    public string ToText() => $"{Id} is deleted.";
}
