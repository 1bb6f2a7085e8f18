using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Conversations;
using Assistant.Tools.Search;
using Assistant.Tools.Tests.Google;

namespace Assistant.Tools.Tests.Conversations;

public sealed class ConversationTests : IAsyncLifetime
{
    private Workplace _place = null!;
    private string _ann = "";
    private string _bob = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _place = await Workplace.OpenAsync();
        _ann = await UserAsync("ann");
        _bob = await UserAsync("bob");
    }

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task What_was_said_is_read_found_and_used_as_context_by_its_owner_alone()
    {
        var started = await AsAsync(_ann, desk => desk.StartAsync("Trip to Lisbon", [new("user", "We want to see the old tramway and eat custard tarts", JsonSerializer.SerializeToElement(new { mood = "keen" }))], Token));
        await AsAsync(_ann, desk => desk.AppendAsync(started.Id, [new("assistant", "Then take line 28 early in the morning")], Token));
        await AsAsync(_bob, desk => desk.StartAsync("Secret tramway", [new("user", "Bob's tramway secret")], Token));

        var text = await AsAsync(_ann, desk => desk.GetAsync(started.Id, null, null, Token));
        Assert.Equal(["user", "assistant"], text.Messages.Select(message => message.Role));
        Assert.Equal("keen", text.Messages[0].Metadata!.Value.GetProperty("mood").GetString());
        Assert.Contains("<untrusted-", text.ToText(), StringComparison.Ordinal);

        var found = await SearchAsync("tramways");
        var hit = Assert.Single(found.Hits);
        Assert.Equal(("conversation", $"{started.Id}/1", started.Id, "Trip to Lisbon"), (hit.Kind, hit.Id, hit.Thread, hit.Title));
        Assert.Contains("**tramway**", hit.Passage, StringComparison.Ordinal);
        var context = await _place.AsAsync<ContextBuilder, ContextAnswer>(_ann, builder => builder.GatherAsync("which line in the morning?", new(Kind: "conversation"), null, Token));
        Assert.Contains("line 28", Assert.Single(context.Passages, passage => passage.Id == $"{started.Id}/2").Text, StringComparison.Ordinal);

        Assert.Equal("not_found", (await Assert.ThrowsAsync<ToolFailure>(() => AsAsync(_bob, desk => desk.GetAsync(started.Id, null, null, Token)))).Code);
        Assert.Equal("not_found", (await Assert.ThrowsAsync<ToolFailure>(() => AsAsync(_bob, desk => desk.AppendAsync(started.Id, [new("user", "x")], Token)))).Code);
        Assert.Equal("not_found", (await Assert.ThrowsAsync<ToolFailure>(() => AsAsync(_bob, desk => desk.DeleteAsync(started.Id, Token)))).Code);
    }

    [Fact]
    public async Task A_new_title_is_found_a_deleted_one_is_not_and_the_list_goes_on_with_its_cursor()
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add((await AsAsync(_ann, desk => desk.StartAsync($"Budget {i}", [new("user", $"number{i} of the budget")], Token))).Id);
            _place.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await AsAsync(_ann, desk => desk.RenameAsync(ids[2], "Zeppelin", Token));
        Assert.Equal(ids[2], (await SearchAsync("zeppelin")).Hits[0].Thread);
        var first = await AsAsync(_ann, desk => desk.ListAsync("budget", 2, null, Token));
        var rest = await AsAsync(_ann, desk => desk.ListAsync("budget", 10, first.NextCursor, Token));
        Assert.Equal([ids[4], ids[3], ids[1], ids[0]], first.Conversations.Concat(rest.Conversations).Select(one => one.Id));
        await AsAsync(_ann, desk => desk.DeleteAsync(ids[2], Token));
        Assert.Empty((await SearchAsync("zeppelin")).Hits);
        Assert.Equal("bad_title", (await Assert.ThrowsAsync<ToolFailure>(() => AsAsync(_ann, desk => desk.StartAsync(" \n", null, Token)))).Code);
        Assert.Equal("bad_message", (await Assert.ThrowsAsync<ToolFailure>(() => AsAsync(_ann, desk => desk.AppendAsync(ids[0], [new("user", " ")], Token)))).Code);
        Assert.Equal("bad_message", (await Assert.ThrowsAsync<ToolFailure>(() => AsAsync(_ann, desk => desk.AppendAsync(ids[0], [new("robot", "beep")], Token)))).Code);
    }

    [Fact]
    public async Task A_long_conversation_is_read_in_parts_without_gap()
    {
        var id = (await AsAsync(_ann, desk => desk.StartAsync("Long", [.. Enumerable.Range(1, 90).Select(i => new ConversationTurn("user", $"message {i} {new string('x', 300)}"))], Token))).Id;
        var (seen, from) = (new List<int>(), (int?)1);
        while (from is not null)
        {
            var part = await AsAsync(_ann, desk => desk.GetAsync(id, from, 1_000, Token));
            seen.AddRange(part.Messages.Select(message => message.Number));
            from = part.NextFrom;
        }

        Assert.Equal(Enumerable.Range(1, 90), seen);
    }

    private Task<SearchAnswer> SearchAsync(string query) =>
        _place.AsAsync<IndexSearch, SearchAnswer>(_ann, search => search.FindAsync(query, new(Kind: "conversation"), 10, null, null, Token));

    private Task<T> AsAsync<T>(string user, Func<ConversationDesk, Task<T>> run) => _place.AsAsync(user, run);

    private async Task<string> UserAsync(string name) => (await _place.AsAsync<IUserStore, User>("nobody", users => users.AddAsync(name, Token))).Id;
}
