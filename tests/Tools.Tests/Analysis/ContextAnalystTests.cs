using Assistant.Tools.Insight;
using Assistant.Tools.Tests.Google;
using Assistant.Tools.Tests.Writing;

namespace Assistant.Tools.Tests.Analysis;

public sealed class ContextAnalystTests : IAsyncLifetime
{
    private Workplace _place = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var (first, second) = (Correspondence.NewId(), Correspondence.NewId());
        // The 20th of November 2026 is a Friday.
        var start = Correspondence.Now.AddDays(-2);
        _place = await Workplace.WithWriterAsync([Workplace.Person(Workplace.AnnWork,
        [
            Correspondence.Mail("Carl Weiss <carl@contoso.example>", $"Ann <{Workplace.AnnWork}>, Mia <mia@contoso.example>", "Stand", "Hello Ann,\n\ngreat news, the board approved the plan. Could you send me the budget by Friday?\n\nCarl", start, first),
            Correspondence.Mail(Workplace.AnnWork, "Carl Weiss <carl@contoso.example>", "Re: Stand", "Hi Carl,\n\nI'll send you the budget tomorrow. Please tell Ms. Okafor about it.\n\nAnn", start.AddHours(2), second, first, sent: true),
            Correspondence.Mail("Carl Weiss <carl@contoso.example>", Workplace.AnnWork, "Re: Stand", "Thanks. We will pay the deposit by 27 November. Who signs the contract?\n\n> I'll send you the budget tomorrow.\n\nCarl", start.AddHours(4), Correspondence.NewId(), second),
        ])]);
    }

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task A_thread_says_who_wants_what_until_when_and_what_is_left()
    {
        var thread = await Correspondence.ThreadAsync(_place, "Stand");

        var found = await AnalyseAsync(thread, null);

        Assert.True(found.Asked is not null, found.ToText());
        var asked = Assert.Single(found.Asked!);
        Assert.Equal(("Could you send me the budget by Friday?", "Carl Weiss", "2026-11-20T23:59:00+01:00", true), (asked.Quote, asked.By, asked.Until, asked.Passed));
        Assert.Equal("Please tell Ms. Okafor about it.", Assert.Single(found.AskedByMe!).Quote);
        var question = Assert.Single(found.Questions!);
        Assert.Equal(("Who signs the contract?", null), (question.Quote, question.Passed));
        Assert.Equal([("me", "2026-11-19T23:59:00+01:00"), ("Carl Weiss", "2026-11-27T23:59:00+01:00")], found.Commitments!.Select(task => (task.By, task.Until)));
        Assert.Contains("approved", Assert.Single(found.Decisions!).Quote, StringComparison.Ordinal);
        Assert.Contains("Ms. Okafor", found.People!);
        Assert.Contains("Mia <mia@contoso.example>", found.People!);
        Assert.Equal("positive", found.Sentiment!.Mood);
        Assert.Equal(
        [
            "Answer Carl Weiss: \"Who signs the contract?\"", "Keep your word until 2026-11-19T23:59:00+01:00: \"I'll send you the budget tomorrow.\"",
            "Expect of Carl Weiss until 2026-11-27T23:59:00+01:00: \"We will pay the deposit by 27 November.\"",
        ], found.NextSteps);
        Assert.All(found.Asked!.Concat(found.Questions!), task => Assert.NotNull(task.Mail));
    }

    [Fact]
    public async Task A_text_of_nobodys_is_read_too_and_one_of_nothing_says_so()
    {
        var text = await AnalyseAsync(null, "Bitte schick mir den Plan bis morgen. Leider ist der alte falsch.");
        Assert.Equal("2026-11-21T23:59:00+01:00", Assert.Single(text.Asked!).Until);
        Assert.Equal("negative", text.Sentiment!.Mood);
        var nothing = await AnalyseAsync(null, "The sky is blue.");
        Assert.Null(nothing.Asked);
        Assert.Contains("neutral", nothing.ToText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("id", "text")]
    public async Task One_of_id_and_text_is_needed(string? id, string? text) =>
        Assert.Equal("bad_argument", (await Assert.ThrowsAsync<ToolFailure>(() => AnalyseAsync(id, text))).Code);

    [Fact]
    public async Task A_long_text_keeps_to_its_budget()
    {
        var found = await AnalyseAsync(null, string.Concat(Enumerable.Range(0, 300).Select(i => $"Could you send me the paper number {i} by Friday? ")), 1_000);
        Assert.InRange(found.ToText().Length + Workplace.Json(found).Length, 1_000, 4_100);
        Assert.Contains(found.Notes!, note => note.Contains("cut", StringComparison.Ordinal));
    }

    private Task<ContextAnalysis> AnalyseAsync(string? id, string? text, int? maxTokens = null) =>
        _place.AsAsync<ContextAnalyst, ContextAnalysis>("ann", analyst => analyst.AnalyseAsync(id, text, "work", null, false, maxTokens, Stop));
}
