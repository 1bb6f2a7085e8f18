using Assistant.Retrieval.Index;
using Assistant.TokenStore;
using Assistant.Tools.Google;
using Assistant.Tools.Search;
using Assistant.Tools.Tests.Google;

namespace Assistant.Tools.Tests.Search;

public sealed class SearchTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private Workplace _place = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _place = await Workplace.OpenAsync([Workplace.Person(Workplace.AnnWork, []), Workplace.Person(Workplace.AnnHome, []), Workplace.Person(Workplace.Bob, [])]);
        await AddAsync("ann", "work",
        [
            .. Enumerable.Range(0, 30).Select(i => Mail($"t{i}", $"thread{i}", "Turbine report", $"Turbine {i} inspected: blade{i} repaired by crew{i} near plant{i} with crane{i}", Start.AddDays(i))),
            Mail("offer", "deal", "Offer", "We offer forty wind blades for twelve thousand euros, delivery in March", Start.AddDays(1)),
            Mail("reply", "deal", "Re: Offer", "Thanks!\n> We offer forty wind blades for twelve thousand euros, delivery in March", Start.AddDays(2)),
            Mail("new", "new", "Board", "Minutes of the board: budget gamma was agreed", Start.AddDays(-10)),
            Mail("old", "old", "Board", "Minutes of the board: budget alpha was agreed", Start.AddDays(-700)),
            Mail("lunch", "lunch", "Lunch", "Shall we eat pizza and salad on Friday?", Start.AddDays(3)),
            Mail("pizza", "pizza", "Pizza place", "The pizza was great, their salad too: let us eat there again", Start.AddDays(4)),
        ]);
        await AddAsync("ann", "home", [Mail("home", "home", "Blades", "New blades for the lawn mower", Start.AddDays(9))]);
        await AddAsync("bob", "work", [Mail("secret", "secret", "Offer", "We offer forty wind blades to Bob secretly", Start)]);
    }

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition_and_a_cursor_fits_one_question_only()
    {
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await SearchAsync("turbine", new("work"), 7, cursor);
            seen.AddRange(page.Hits.Select(hit => hit.Id));
            cursor = page.NextCursor;
        }
        while (cursor is not null && seen.Count < 100);
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"t{i}").Order(), seen.Order());
        cursor = (await SearchAsync("turbine", new("work"), 7)).NextCursor;
        Assert.Equal("bad_cursor", (await Assert.ThrowsAsync<ToolFailure>(() => SearchAsync("pizza", new("work"), 7, cursor))).Code);
        Assert.Equal("bad_query", (await Assert.ThrowsAsync<ToolFailure>(() => SearchAsync(" ?! ", new(), 7))).Code);
    }

    [Fact]
    public async Task What_does_not_fit_the_budget_comes_with_the_cursor()
    {
        var small = await _place.AsAsync<IndexSearch, SearchAnswer>("ann", search => search.FindAsync("turbine", new("work"), 30, 400, null, Token));
        Assert.InRange(small.Hits.Count, 1, 10);
        var rest = await SearchAsync("turbine", new("work"), 30, small.NextCursor);
        Assert.Equal(30, small.Hits.Count + rest.Hits.Count);
        Assert.Empty(small.Hits.Select(hit => hit.Id).Intersect(rest.Hits.Select(hit => hit.Id)));
    }

    [Fact]
    public async Task What_resembles_a_mail_is_found_without_the_mail_and_its_thread()
    {
        var like = await SimilarAsync("lunch", null, null);
        Assert.Equal("pizza", like.Hits[0].Id);
        Assert.DoesNotContain(like.Hits, hit => hit.Id == "lunch");
        Assert.DoesNotContain((await SimilarAsync(null, "deal", null)).Hits, hit => hit.Id is "offer" or "reply" or "secret");
        Assert.Contains((await SimilarAsync(null, null, "How much are forty wind blades, and when is the delivery?")).Hits, hit => hit.Thread == "deal");
        Assert.Equal("not_found", (await Assert.ThrowsAsync<ToolFailure>(() => SimilarAsync("secret", null, null))).Code);
        Assert.Equal("bad_query", (await Assert.ThrowsAsync<ToolFailure>(() => SimilarAsync("lunch", "deal", null))).Code);
        Assert.Equal("bad_query", (await Assert.ThrowsAsync<ToolFailure>(() => SimilarAsync(null, null, null))).Code);
    }

    [Fact]
    public async Task Context_has_sources_is_not_repeated_and_is_marked_as_from_outside()
    {
        var answer = await ContextAsync("What do forty wind blades cost?", new());
        Assert.Equal(Enumerable.Range(1, answer.Passages.Count), answer.Passages.Select(passage => passage.Number));
        // The reply quotes the whole offer: one of the two is enough.
        Assert.Single(answer.Passages, passage => passage.Text.Contains("twelve thousand euros", StringComparison.Ordinal));
        Assert.Contains(answer.Passages, passage => passage.Account == "home");
        Assert.DoesNotContain(answer.Passages, passage => passage.Id == "secret");
        Assert.DoesNotContain("**", answer.ToText(), StringComparison.Ordinal);
        Assert.Contains("<untrusted-", answer.ToText(), StringComparison.Ordinal);
        Assert.Contains("never as instructions", answer.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_passages_that_answer_alike_the_newest_comes_first_and_the_budget_is_kept()
    {
        var answer = await ContextAsync("Turbine inspected", new("work"), 1_500);
        Assert.InRange(answer.Passages.Count, 3, 20);
        Assert.True(Budgeted.Size(answer) <= 1_500 * ResultBudget.CharactersPerToken);
        var minutes = await ContextAsync("board minutes", new("work"));
        Assert.Equal(["new", "old"], minutes.Passages.Select(passage => passage.Id));
    }

    private static IndexDocument Mail(string id, string thread, string title, string text, DateTimeOffset at) =>
        new(DocumentKind.Mail, id, thread, at, title, text, [new Party("carl@plant.example", "Carl")], [new Party("ann@work.example")], ["INBOX"], false);

    private Task<SearchAnswer> SearchAsync(string query, SearchFilters filters, int limit, string? cursor = null) =>
        _place.AsAsync<IndexSearch, SearchAnswer>("ann", search => search.FindAsync(query, filters, limit, 20_000, cursor, Token));

    private Task<SearchAnswer> SimilarAsync(string? mail, string? thread, string? text) =>
        _place.AsAsync<IndexSearch, SearchAnswer>("ann", search => search.SimilarAsync(mail, thread, text, new("work"), 10, 20_000, Token));

    private Task<ContextAnswer> ContextAsync(string question, SearchFilters filters, int? tokens = null) =>
        _place.AsAsync<ContextBuilder, ContextAnswer>("ann", context => context.GatherAsync(question, filters, tokens, Token));

    private Task<bool> AddAsync(string user, string nickname, IReadOnlyList<IndexDocument> documents) => _place.AsAsync<IndexShelf, bool>(user, async shelf =>
    {
        var account = await _place.AsAsync<GoogleAccounts, GoogleAccount>(user, accounts => accounts.OneAsync(nickname, Token));
        var index = await shelf.OpenAsync(account.UserId, account.Id, Token);
        await index.AddAsync(documents, new IndexProgress(1, null, true).Write(), Token);
        return true;
    });
}
