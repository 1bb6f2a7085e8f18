using System.ComponentModel;
using System.Globalization;
using Assistant.Tools.Calendar;
using Assistant.Tools.Calendar.Finding;
using Assistant.Tools.Gmail;
using Assistant.Tools.Google;
using Assistant.Tools.Search;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Tools.Prompts;

/// <summary>Work with inbox and calendar that a person does again and again.</summary>
[McpServerPromptType]
internal sealed class PlanningPrompts(MailSearch mail, EventFinder events, TimeSearch times, ContextBuilder context, GoogleAccounts accounts, AccountZones zones, TimeProvider time)
{
    private const int Mails = 25;

    [McpServerPrompt(Name = "inbox_triage", Title = "Inbox triage")]
    [Description("Unread mail, to be sorted by what it needs.")]
    public async Task<IReadOnlyList<PromptMessage>> Triage(CancellationToken cancellationToken, [Description("Nickname; default: all accounts")] string? account = null) => PromptParts.Of(
        "Sort this unread mail: needs an answer today, needs one later, only to be read, can be archived. Say why in a few words each, with its id. Propose the calls that would do it (gmail_modify, generate_email, calendar_create) and wait for my yes.",
        (PromptParts.Uri("gmail", account, "inbox"), (await mail.FindAsync("in:inbox is:unread", account, null, Mails, PromptParts.TokensOfEach, null, cancellationToken)).ToText()),
        (PromptParts.Own("starred"), (await mail.FindAsync("in:inbox is:starred", account, null, 10, PromptParts.TokensOfEach / 2, null, cancellationToken)).ToText()));

    [McpServerPrompt(Name = "meeting_prep", Title = "Prepare a meeting")]
    [Description("The next meeting, or one that you name, with the mail about it.")]
    public async Task<IReadOnlyList<PromptMessage>> Meeting(
        CancellationToken cancellationToken, [Description("Words of its title; default: the next one")] string? meeting = null, [Description("Nickname; default: all accounts")] string? account = null)
    {
        var found = await events.FindAsync(new(null, null, meeting, null, account, meeting is null ? 3 : 1, PromptParts.TokensOfEach / 2, null), cancellationToken);
        var about = meeting ?? (found.Events is [var next, ..] ? next.Title : null);
        return PromptParts.Of(
            "Prepare me for this meeting: who comes and what I know of them, what it is about, what is open from earlier mail, what I promised, and three questions to ask.",
            (PromptParts.Uri("calendar", account, "upcoming"), found.ToText()),
            (PromptParts.Own("mail-about-it"), await AboutAsync(about, account, cancellationToken)));
    }

    [McpServerPrompt(Name = "weekly_review", Title = "Weekly review")]
    [Description("The last seven days and the next: events, sent mail, what is not answered.")]
    public async Task<IReadOnlyList<PromptMessage>> Week(CancellationToken cancellationToken, [Description("Nickname; default: all accounts")] string? account = null)
    {
        var zone = await zones.OfAsync((await accounts.SeveralAsync(account, cancellationToken))[0], cancellationToken);
        var today = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone);
        string Day(int days) => today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return PromptParts.Of(
            "Review my week: what was done, what was promised by me and to me and is still open, which mail waits for an answer, what the next week brings and where it is too full. Propose at most five next steps.",
            (PromptParts.Own("last-week"), (await events.FindAsync(new(Day(-7), Day(-1), null, null, account, 40, PromptParts.TokensOfEach, null), cancellationToken)).ToText()),
            (PromptParts.Uri("calendar", account, "upcoming"), (await events.FindAsync(new(Day(0), Day(7), null, null, account, 40, PromptParts.TokensOfEach, null), cancellationToken)).ToText()),
            (PromptParts.Uri("gmail", account, "sent"), (await mail.FindAsync("in:sent newer_than:7d", account, null, Mails, PromptParts.TokensOfEach, null, cancellationToken)).ToText()),
            (PromptParts.Uri("gmail", account, "inbox"), (await mail.FindAsync("in:inbox newer_than:14d", account, null, Mails, PromptParts.TokensOfEach, null, cancellationToken)).ToText()));
    }

    [McpServerPrompt(Name = "find_and_book", Title = "Find a time and book it")]
    [Description("Times that suit you and others, to choose from and book.")]
    public async Task<IReadOnlyList<PromptMessage>> Book(
        [Description("Addresses, separated by commas")] string with,
        [Description("Minutes")] string minutes,
        CancellationToken cancellationToken,
        [Description("Such as 'next week'")] string? when = null,
        [Description("What it is about")] string? title = null,
        [Description("Nickname")] string? account = null)
    {
        if (!int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length is < 1 or > 1440)
            throw new ToolFailure("bad_argument", "'minutes' is a number from 1 to 1440.");
        var people = with.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(address => new FindPerson(address)).ToList();
        var found = await times.FindAsync(new(length, when, null, people, null, null, 0, 0, null, false, null, account, 5), cancellationToken);
        return PromptParts.Of(
            $"Offer me these times for '{title ?? "a meeting"}' with {with}, best first with its reason. When I choose one, book it with calendar_create (attendees: {with}); the invitation is agreed to before it goes out.",
            (PromptParts.Own("free-times"), found.ToText()));
    }

    /// <summary>An index that is not there yet is no reason not to prepare.</summary>
    private async Task<string> AboutAsync(string? about, string? account, CancellationToken cancellationToken)
    {
        try
        {
            return about is null || !about.Any(char.IsLetterOrDigit) ? "There is no meeting ahead." : (await context.GatherAsync(about, new(account), PromptParts.TokensOfEach, cancellationToken)).ToText();
        }
        catch (ToolFailure failure)
        {
            return failure.Message;
        }
    }
}
