using Assistant.Server.Commands;
using Assistant.Tools.Conversations;
using Assistant.Tools.Models;

namespace Assistant.Server;

/// <summary>How mail is written and conversations are kept, from the environment.</summary>
internal static class WriterSettings
{
    private const string Order = "ASSISTANT_WRITER";
    private const int LongestDays = 36_500;

    /// <exception cref="CliException">A variable has no value that it may have; the message names it.</exception>
    public static WritingSettings Read(Variables variables)
    {
        var settings = new WritingSettings { TokensPerDay = variables.Number("ASSISTANT_CHAT_TOKENS_PER_DAY") };
        if (variables.Service("ASSISTANT_CHAT_URL", "ASSISTANT_CHAT_MODEL") is var (url, model))
        {
            var chat = new ChatEndpoint(url, model) { Key = variables.Secret("ASSISTANT_CHAT_KEY") };
            settings = settings with { Chat = variables.Number("ASSISTANT_CHAT_TIMEOUT") is { } seconds ? chat with { Timeout = TimeSpan.FromSeconds(seconds) } : chat };
        }

        if (variables.Number("ASSISTANT_WRITER_REMEMBERS") is { } minutes)
            settings = settings with { Kept = TimeSpan.FromMinutes(minutes) };
        return variables.Text(Order) is { } order ? settings with { Order = [.. order.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Way)] } : settings;
    }

    /// <exception cref="CliException">The days are no number.</exception>
    public static ConversationSettings ReadConversations(Variables variables) =>
        new(variables.Number("ASSISTANT_CONVERSATION_DAYS") is { } days ? TimeSpan.FromDays(Math.Min(days, LongestDays)) : null);

    private static WritingWay Way(string word) => Enum.TryParse<WritingWay>(word, ignoreCase: true, out var way) && Enum.IsDefined(way) && char.IsLetter(word[0])
        ? way
        : throw Variables.Wrong($"{Order} has '{word}': write client, sampling, service and rules in the order to try, separated by commas.");
}
