using System.Globalization;
using Assistant.TokenStore;
using Assistant.Tools.Gmail;
using Assistant.Tools.Google;
using Assistant.Tools.Tests.Google;

namespace Assistant.Tools.Tests.Gmail;

public sealed class MailSearchTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<MailSearchResult> Search(
        Workplace place, string user, string? query = null, string? account = null, string? label = null, int? max = null, int? tokens = null, string? cursor = null, Grants? grants = null) =>
        place.AsAsync<MailSearch, MailSearchResult>(user, search => search.FindAsync(query, account, label, max, tokens, cursor, Cancel), grants);

    private static Task<Workplace> OpenAsync() => Workplace.OpenAsync(
    [
        Workplace.Person(Workplace.AnnWork, [Letters.Plain("Budget", "The plan\u200B for you", 1), Letters.Plain("Lunch", "Pizza?", 3, labels: ["INBOX", "Project X"])]),
        Workplace.Person(Workplace.AnnHome, [Letters.Plain("Dentist", "Tomorrow", 2)]),
        Workplace.Person(Workplace.Bob, [Letters.Plain("Secret of Bob", "Budget", 4)]),
    ]);

    [Fact]
    public async Task A_hit_says_enough_to_decide_what_to_read()
    {
        await using var place = await OpenAsync();
        var result = await Search(place, "ann", "subject:Budget", "work");
        var hit = Assert.Single(result.Messages!);
        Assert.Equal(("work", "Budget", "Cy <cy@other.example>", "The plan for you"), (hit.Account, hit.Subject, hit.From, hit.Snippet));
        Assert.Equal("2026-11-20T09:01:00+01:00", hit.Date);
        Assert.Equal("Europe/Berlin", result.TimeZone);
        Assert.True(hit.Unread);
        Assert.False(hit.HasAttachment);
        Assert.True(hit.Size > 0);
        Assert.True(result.Untrusted);
        Assert.Contains(hit.Id!, result.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_account_all_of_the_callers_are_merged_by_date_and_no_one_elses()
    {
        await using var place = await OpenAsync();
        Assert.Equal(["Lunch", "Dentist", "Budget"], (await Search(place, "ann")).Messages!.Select(hit => hit.Subject));
        Assert.Equal(["Secret of Bob"], (await Search(place, "bob")).Messages!.Select(hit => hit.Subject));
    }

    [Fact]
    public async Task A_label_is_found_by_its_name_and_shown_by_it()
    {
        await using var place = await OpenAsync();
        var hit = Assert.Single((await Search(place, "ann", account: "work", label: "project x")).Messages!);
        Assert.Contains("Project X", hit.Labels!);
        var failure = await Assert.ThrowsAsync<ToolFailure>(() => Search(place, "ann", account: "work", label: "Nothing"));
        Assert.Equal("unknown_label", failure.Code);
    }

    [Fact]
    public async Task Pages_over_several_accounts_show_every_message_once()
    {
        var work = Enumerable.Range(0, 7).Select(i => Letters.Plain($"w{i}", "x", i * 2)).ToList();
        var home = Enumerable.Range(0, 5).Select(i => Letters.Plain($"h{i}", "x", (i * 2) + 1)).ToList();
        await using var place = await Workplace.OpenAsync([Workplace.Person(Workplace.AnnWork, work), Workplace.Person(Workplace.AnnHome, home)]);
        var (seen, cursor) = (new List<string>(), (string?)null);
        do
        {
            var page = await Search(place, "ann", max: 4, cursor: cursor);
            seen.AddRange(page.Messages!.Select(hit => hit.Subject!));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        Assert.Equal(["w6", "w5", "h4", "w4", "h3", "w3", "h2", "w2", "h1", "w1", "h0", "w0"], seen);
    }

    [Fact]
    public async Task A_result_keeps_to_its_budget_and_the_rest_follows()
    {
        var mails = Enumerable.Range(0, 40).Select(i => Letters.Plain($"Number {i} {new string('s', 80)}", new string('x', 300), i)).ToList();
        await using var place = await Workplace.OpenAsync([Workplace.Person(Workplace.AnnWork, mails)]);
        var (seen, cursor) = (new HashSet<string>(), (string?)null);
        do
        {
            var page = await Search(place, "ann", account: "work", max: 40, tokens: 1_500, cursor: cursor);
            Assert.InRange(Budgeted.Size(page), 1, 1_500 * ResultBudget.CharactersPerToken);
            Assert.All(page.Messages!, hit => Assert.True(seen.Add(hit.Id!)));
            cursor = page.NextCursor;
        }
        while (cursor is not null);
        Assert.Equal(40, seen.Count);
    }

    [Fact]
    public async Task A_cursor_serves_only_its_caller_and_its_question()
    {
        var mails = Enumerable.Range(0, 3).Select(i => Letters.Plain($"m{i}", "x", i)).ToList();
        await using var place = await Workplace.OpenAsync([Workplace.Person(Workplace.AnnWork, mails)]);
        var cursor = (await Search(place, "ann", account: "work", max: 1)).NextCursor!;
        Assert.Equal("bad_cursor", (await Assert.ThrowsAsync<ToolFailure>(() => Search(place, "bob", account: "work", max: 1, cursor: cursor))).Code);
        Assert.Equal("bad_cursor", (await Assert.ThrowsAsync<ToolFailure>(() => Search(place, "ann", "from:x", "work", max: 1, cursor: cursor))).Code);
        Assert.Equal("bad_cursor", (await Assert.ThrowsAsync<ToolFailure>(() => Search(place, "ann", account: "work", cursor: "nonsense!"))).Code);
    }

    [Fact]
    public async Task Somebody_elses_account_a_forbidden_one_and_none_at_all_get_the_same_answer()
    {
        await using var place = await OpenAsync();
        var onlyHome = Grants.All with { Accounts = ["home"] };
        string[] names = [Workplace.Bob, "nobody@else.example"];
        var messages = new List<string>();
        foreach (var name in names)
            messages.Add((await Assert.ThrowsAsync<ToolFailure>(() => Search(place, "ann", account: name))).Message.Replace(name, "X", StringComparison.Ordinal));
        Assert.Single(messages.Distinct());
        var forbidden = await Assert.ThrowsAsync<ToolFailure>(() => Search(place, "ann", account: "work", grants: onlyHome));
        var unknown = await Assert.ThrowsAsync<ToolFailure>(() => Search(place, "ann", account: "else", grants: onlyHome));
        Assert.Equal(unknown.Message.Replace("else", "work", StringComparison.Ordinal), forbidden.Message);
        Assert.Equal(["Dentist"], (await Search(place, "ann", grants: onlyHome)).Messages!.Select(hit => hit.Subject));
    }

    [Fact]
    public async Task An_account_that_fails_is_named_and_the_others_answer()
    {
        await using var place = await OpenAsync();
        place.Tokens.Set("a2", "gone");
        var result = await Search(place, "ann");
        Assert.Equal(["Lunch", "Budget"], result.Messages!.Select(hit => hit.Subject));
        Assert.Contains("home", Assert.Single(result.Problems!), StringComparison.Ordinal);
        Assert.Equal("reconnect_needed", (await Assert.ThrowsAsync<ToolFailure>(() => Search(place, "ann", account: "home"))).Code);
    }

    [Fact]
    public async Task An_account_that_failed_once_is_asked_again_on_the_next_page()
    {
        await using var place = await OpenAsync();
        place.Sandbox.Faults.Add(new GoogleSandbox.SandboxFault { Match = "gmail.users.messages.list", Person = Workplace.AnnHome, Status = 503 });
        var first = await Search(place, "ann");
        Assert.DoesNotContain("Dentist", first.Messages!.Select(hit => hit.Subject));
        var second = await Search(place, "ann", cursor: first.NextCursor);
        Assert.Contains("Dentist", second.Messages!.Select(hit => hit.Subject));
    }

    [Fact]
    public async Task An_expired_token_is_renewed_once_and_the_call_goes_on()
    {
        await using var place = await OpenAsync();
        place.Tokens.Set("b1", "expired");
        place.Tokens.OnRenew = account => place.Sandbox.GrantTokens(account.Email, GoogleScopes.GmailReadonly, GoogleScopes.CalendarReadonly).AccessToken;
        Assert.Single((await Search(place, "bob")).Messages!);
        Assert.Equal(1, place.Tokens.Renewals);
    }

    [Fact]
    public async Task Nothing_found_is_said_in_words()
    {
        await using var place = await OpenAsync();
        var result = await Search(place, "ann", "from:nobody" + 7.ToString(CultureInfo.InvariantCulture));
        Assert.Empty(result.Messages!);
        Assert.StartsWith("No message matches.", result.ToText(), StringComparison.Ordinal);
    }
}
