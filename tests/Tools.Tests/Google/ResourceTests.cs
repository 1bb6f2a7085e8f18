using Assistant.Tools.Calendar;
using Assistant.Tools.Gmail;
using Assistant.Tools.Google;
using Assistant.Tools.Prompts;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;

namespace Assistant.Tools.Tests.Google;

public sealed class ResourceTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_resource_of_another_persons_account_answers_like_an_unknown_one()
    {
        await using var place = await Workplace.OpenAsync();
        var id = place.Sandbox.Deliver(Workplace.AnnHome, Letters.Plain("Private", "x"));
        Task<string> Message(string user, string account) => place.AsAsync<IServiceProvider, string>(
            user, services => ActivatorUtilities.CreateInstance<MailResources>(services).Message(account, id, Cancel));
        Assert.Contains("Private", await Message("ann", "home"), StringComparison.Ordinal);
        var foreign = await Assert.ThrowsAsync<ToolFailure>(() => Message("bob", "home"));
        var unknown = await Assert.ThrowsAsync<ToolFailure>(() => Message("bob", "nowhere"));
        Assert.Equal(unknown.Message.Replace("nowhere", "home", StringComparison.Ordinal), foreign.Message);
        var calendar = await Assert.ThrowsAsync<ToolFailure>(() => place.AsAsync<IServiceProvider, string>(
            "bob", services => ActivatorUtilities.CreateInstance<CalendarResources>(services).Event("home", Workplace.AnnHome, "x", Cancel)));
        Assert.Equal(foreign.Message, calendar.Message);
    }

    [Fact]
    public async Task The_profile_names_the_callers_own_accounts_and_zones()
    {
        await using var place = await Workplace.OpenAsync();
        var text = await place.AsAsync<IServiceProvider, string>(
            "bob", services => ActivatorUtilities.CreateInstance<ProfileResources>(services).Profile(Cancel));
        Assert.Equal("User: bob\n- work <bob@work.example>, Europe/Berlin: read mail, change, draft and send mail, change mail settings, read calendar, change events, share and manage calendars", text);
    }

    [Fact]
    public async Task Account_names_are_completed_with_the_callers_own()
    {
        await using var place = await Workplace.OpenAsync();
        Task<CompleteResult> Complete(string user, string value) => place.AsAsync<Completions, CompleteResult>(user, completion => completion.CompleteAsync(
            new CompleteRequestParams { Ref = new PromptReference { Name = "daily_brief" }, Argument = new Argument { Name = "account", Value = value } }, Cancel));
        Assert.Equal(["home", "work"], (await Complete("ann", "")).Completion.Values);
        Assert.Equal(["home"], (await Complete("ann", "H")).Completion.Values);
        Assert.Empty((await Complete("bob", "h")).Completion.Values);
    }

    [Fact]
    public async Task The_daily_brief_brings_the_day_and_the_unread_mail_marked_as_untrusted()
    {
        await using var place = await Workplace.OpenAsync();
        place.Sandbox.Deliver(Workplace.Bob, Letters.Plain("Urgent", "Do it", labels: ["INBOX", "UNREAD", "IMPORTANT"]));
        var message = await place.AsAsync<IServiceProvider, PromptMessage>(
            "bob", services => ActivatorUtilities.CreateInstance<DailyBriefPrompt>(services).Brief(Cancel));
        var text = Assert.IsType<TextContentBlock>(message.Content).Text;
        Assert.Contains("Brief me for 2026-11-20", text, StringComparison.Ordinal);
        Assert.Contains("Urgent", text, StringComparison.Ordinal);
        Assert.Contains("<untrusted-", text, StringComparison.Ordinal);
    }
}
