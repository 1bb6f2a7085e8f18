using System.ComponentModel;
using Assistant.Tools.Insight;
using Assistant.Tools.Writing;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Prompts;

/// <summary>Mails to be written by the client's model, with everything it needs to write them.</summary>
[McpServerPromptType]
internal sealed class WritingPrompts(EmailWriter writer, ContextAnalyst analyst)
{
    private const string Then = " Show it first; save it with gmail_create_draft when I say so.";

    [McpServerPrompt(Name = "professional_email", Title = "Professional mail")]
    [Description("A mail to somebody, from earlier mail with them and the way you write.")]
    public Task<IReadOnlyList<PromptMessage>> Professional(
        [Description("Addresses, separated by commas")] string to,
        [Description("What it shall say")] string purpose,
        CancellationToken cancellationToken,
        [Description("formal, neutral or friendly")] string? tone = null,
        [Description("Such as en or de")] string? language = null,
        [Description("Name of a template")] string? template = null,
        [Description("Nickname")] string? account = null) => WriteAsync(
            "Write this mail." + Then,
            new() { Wish = purpose, To = [to], Tone = tone ?? "formal", Language = language, Template = template, Account = account },
            cancellationToken);

    [McpServerPrompt(Name = "reply_in_my_style", Title = "Reply in my style")]
    [Description("An answer to a thread the way you write.")]
    public Task<IReadOnlyList<PromptMessage>> Reply(
        [Description("Id of the thread or message")] string thread,
        CancellationToken cancellationToken,
        [Description("What it shall say")] string? wish = null,
        [Description("formal, neutral or friendly")] string? tone = null,
        [Description("Nickname")] string? account = null) => WriteAsync(
            "Write the answer." + Then, new() { Wish = wish ?? "Answer what is asked; where you do not know, leave [...].", Thread = thread, Tone = tone, Account = account }, cancellationToken);

    [McpServerPrompt(Name = "follow_up", Title = "Follow up")]
    [Description("A friendly reminder in a thread that nobody answered.")]
    public async Task<IReadOnlyList<PromptMessage>> FollowUp(
        [Description("Id of the thread or message")] string thread, CancellationToken cancellationToken, [Description("Nickname")] string? account = null)
    {
        var open = await analyst.AnalyseAsync(thread, null, account, "rules", fresh: false, PromptParts.TokensOfEach, cancellationToken);
        var mail = await WriteAsync(
            "Write a short, friendly reminder of what is still open in this thread." + Then, new() { Wish = "Remind them kindly of what is open.", Thread = thread, Length = "short", Account = account }, cancellationToken);
        return [.. mail, .. PromptParts.Of("What is open, found by rules:", (PromptParts.Own("open"), open.ToText()))];
    }

    private async Task<IReadOnlyList<PromptMessage>> WriteAsync(string task, EmailWish wish, CancellationToken cancellationToken) =>
        PromptParts.Of(task, (PromptParts.Own("what-to-write"), await writer.PromptAsync(wish, PromptParts.LongestText, cancellationToken)));
}
