using System.Text.Json;
using Assistant.GoogleSandbox;
using Assistant.Tools.Gmail.Drafts;
using Assistant.Tools.Tests.Gmail.Organise;
using Assistant.Tools.Tests.Google;
using Assistant.Tools.Writing;

namespace Assistant.Tools.Tests.Writing;

public sealed class MailMergeTests : IAsyncLifetime
{
    private const string Four = "to,name,amount\nmia@contoso.example,Mia,1\nomar@contoso.example,Omar,2\nlea@contoso.example,Lea,3\nkim@contoso.example,Kim,4";

    private Workplace _place = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private int Drafts => _place.Sandbox.Requests.Count(request => request.MethodId == "gmail.users.drafts.create");

    public async ValueTask InitializeAsync() => _place = await Workplace.WithWriterAsync([]);

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task Rows_become_a_preview_and_then_drafts()
    {
        const string Csv = "to;name;amount\n\"Mia Stein <mia@contoso.example>\";Mia;\"1;5\"\nomar@contoso.example;Omar;20\n";
        var preview = await MergeAsync(Debt(Csv));
        Assert.Equal((2, 0), (preview.Rows, preview.Saved));
        Assert.Equal(["Hello Mia, you owe 1;5 euros.", "Hello Omar, you owe 20 euros."], preview.Mails.Select(mail => mail.Body));
        Assert.Equal(["This is a preview: with 'save' each becomes a draft."], preview.Notes);
        Assert.Equal(0, Drafts);

        Assert.Equal(2, (await MergeAsync(Debt(Csv.Replace("to;", "To;", StringComparison.Ordinal)))).Mails.Count(mail => mail.Problem is null));

        var saved = await MergeAsync(Saved("""[{"to":"mia@contoso.example","name":"Mia","amount":15,"other":"x"},{"to":"omar@contoso.example","name":"Omar","amount":"20"}]"""));

        Assert.Equal(2, saved.Saved);
        Assert.All(saved.Mails, mail => Assert.NotNull(mail.DraftId));
        Assert.Null(saved.Notes);
        Assert.Equal(2, Drafts);
        Assert.Empty(_place.Sandbox.Deliveries);
    }

    [Theory]
    [InlineData("to,name\nmia@contoso.example,Mia", "no column for {amount}. The columns are: to, name.")]
    [InlineData("mail,name,amount\nmia@contoso.example,Mia,3", "no column 'to': say with 'to_column' which has the addresses. The columns are: mail, name, amount.")]
    [InlineData("to,name,amount\nmia@contoso.example,Mia,", "needs {amount}")]
    [InlineData("to,name,amount\nnobody,Mia,3", "no mail address")]
    [InlineData("to,name,amount\n,Mia,3", "no address in 'to'")]
    [InlineData("to,name,amount\n,a,1\n,b,1\n,c,1\n,d,1\n,e,1\n,f,1", "Row 5: it has no address in 'to'. 1 more row has a problem.")]
    [InlineData("to,name,amount\nmia@contoso.example,Mia,3\nmia@contoso.example,\"x", "opened and not closed")]
    [InlineData("to,name,amount\nmia@contoso.example,Mia", "Row 1 has 2 fields, the header 3")]
    [InlineData("[{\"to\":1},", "no JSON array")]
    [InlineData("[]", "There is no row")]
    [InlineData("{\"to\":\"mia@contoso.example\"}", "put it into a list")]
    [InlineData("to,name,amount\n\"Stein, Mia <mia@contoso.example>\",Mia,3", "a name with a comma stands in quotes")]
    public async Task One_wrong_row_saves_nothing(string rows, string expected)
    {
        Assert.Contains(expected, (await FailsAsync(Saved(rows))).Message, StringComparison.Ordinal);
        Assert.Equal(0, Drafts);
    }

    [Theory]
    [InlineData("thank you", "Hi", null, "leave out 'template' or 'subject'.")]
    [InlineData("thank you", null, "Text", "leave out 'template' or 'body'.")]
    [InlineData("thank you", "Hi", "Text", "leave out 'template' or 'subject' and 'body'.")]
    [InlineData(null, null, "Text", "'body' needs a 'subject'.")]
    [InlineData(null, " ", "Text", "'body' needs a 'subject'.")]
    [InlineData(null, "Hi", null, "'subject' needs a 'body'.")]
    [InlineData(null, null, null, "Give 'template', or 'subject' and 'body'.")]
    public async Task It_is_a_template_or_a_subject_and_a_body(string? template, string? subject, string? body, string expected) =>
        Assert.EndsWith(expected, (await FailsAsync(new() { Rows = Four, Template = template, Subject = subject, Body = body })).Message, StringComparison.Ordinal);

    [Fact]
    public void Rows_that_are_no_text_are_told_how_to_be_written()
    {
        var arguments = ToolCatalogue.Create().Find("mail_merge")!.Arguments;
        Assert.Equal(
            "The argument 'rows' must be a text of 1 to 500000 characters (CSV with a header line, or a JSON array of objects written as text).",
            arguments.Problem([new("rows", JsonSerializer.SerializeToElement(new[] { new { to = "mia@contoso.example" } }))]));
        Assert.Equal("The argument 'rows' must be a text of 1 to 500000 characters.", arguments.Problem([new("rows", JsonSerializer.SerializeToElement(5))]));
    }

    [Fact]
    public async Task Who_writes_and_who_is_written_to_needs_no_column_but_may_have_one()
    {
        var wish = new MergeWish { Rows = "to,reason\nMia Stein <mia@contoso.example>,the cake\nOmar <omar@work.example>,the help", Template = "thank you", Account = "work" };
        var written = await MergeAsync(wish);
        Assert.StartsWith("Hello Mia,\n\nthank you very much for the cake.", written.Mails[0].Body, StringComparison.Ordinal);
        Assert.StartsWith("Hello Omar,", written.Mails[1].Body, StringComparison.Ordinal);
        Assert.All(written.Mails, mail => Assert.EndsWith("\nann", mail.Body, StringComparison.Ordinal));

        var given = await MergeAsync(wish with { Rows = "to,reason,sender\noffice@contoso.example,the cake,The board" });
        Assert.Contains("needs {recipient}", given.Mails[0].Problem, StringComparison.Ordinal);
        given = await MergeAsync(wish with { Rows = "to,reason,sender,recipient\nmia@contoso.example,the cake,The board,you" });
        Assert.StartsWith("Hello you,", given.Mails[0].Body, StringComparison.Ordinal);
        Assert.EndsWith("\nThe board", given.Mails[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_says_what_it_does_not_show_and_what_is_there_twice()
    {
        var preview = await MergeAsync(Debt(Four + "\n\"MIA@contoso.example, omar@contoso.example\",Both,5\nmia@contoso.example,Mia,\n\"x@contoso.example, x@contoso.example\",X,1"));
        Assert.Equal(3, preview.Mails.Count(mail => mail.Body is not null));
        Assert.Equal(
            [
                "1 row has a problem: as long as one has, none is saved.", "Only the first 3 rows are shown with their bodies.",
                "Rows 1 and 5 have the same address: mia@contoso.example.", "Rows 2 and 5 have the same address: omar@contoso.example.",
            ],
            preview.Notes);
        Assert.StartsWith("1 row, 1 draft saved", (await MergeAsync(Saved("to,name,amount\nmia@contoso.example,Mia,1"))).ToText(), StringComparison.Ordinal);
        Assert.Contains("Rows 1, 2 and 3 have the same address: mia@contoso.example.", (await MergeAsync(Saved("to,name,amount\nmia@contoso.example,a,1\nmia@contoso.example,b,1\nmia@contoso.example,c,1"))).Notes!);
    }

    [Fact]
    public async Task One_undo_takes_all_drafts_back()
    {
        var saved = await MergeAsync(Saved(Four));
        Assert.Contains($"Undo of all: change_undo {saved.UndoId}", saved.ToText(), StringComparison.Ordinal);
        await _place.AsAsync<DraftDesk, Undo.ChangeResult>("ann", desk => desk.DeleteAsync(saved.Mails[1].DraftId!, "work", Stop));

        var undone = await _place.UndoAsync(saved.UndoId);

        Assert.Equal("Undone: 4 drafts made, the first 'Your account'. 3 drafts were deleted. 1 of them is not there any more: sent or deleted.", undone.Done);
        Assert.Empty(await LeftAsync());
        // Who took it back and asks for it again wants it.
        Assert.Equal(4, (await MergeAsync(Saved(Four))).Saved);
        Assert.Equal(4, (await LeftAsync()).Count);
    }

    [Fact]
    public async Task Drafts_that_are_all_gone_cannot_be_taken_back()
    {
        var saved = await MergeAsync(Saved("to,name,amount\nmia@contoso.example,Mia,1"));
        await _place.AsAsync<DraftDesk, Undo.ChangeResult>("ann", desk => desk.DeleteAsync(saved.Mails[0].DraftId!, "work", Stop));
        Assert.Equal("cannot_undo", (await Assert.ThrowsAsync<ToolFailure>(() => _place.UndoAsync(saved.UndoId))).Code);
    }

    [Fact]
    public async Task The_same_key_makes_the_same_drafts_once()
    {
        var wish = Saved(Four) with { IdempotencyKey = "april" };
        var first = await MergeAsync(wish);
        _place.Time.Advance(TimeSpan.FromMinutes(50));

        var again = await MergeAsync(wish);

        Assert.Equal(4, Drafts);
        Assert.Equal((first.UndoId, first.Saved), (again.UndoId, again.Saved));
        Assert.Equal(first.Mails, again.Mails);
        Assert.Contains("another idempotency_key", Assert.Single(again.Notes!), StringComparison.Ordinal);
        var other = await FailsAsync(wish with { Subject = "Your account in May" });
        Assert.Equal("idempotency_conflict", other.Code);
        Assert.Contains(first.UndoId!, other.Message, StringComparison.Ordinal);
        Assert.Equal(4, (await MergeAsync(wish with { IdempotencyKey = "may" })).Saved);
        Assert.Equal(8, Drafts);
    }

    [Fact]
    public async Task Without_a_key_the_same_call_is_the_same_for_ten_minutes()
    {
        await MergeAsync(Saved(Four));
        _place.Time.Advance(TimeSpan.FromMinutes(9));
        Assert.Contains("give an idempotency_key", Assert.Single((await MergeAsync(Saved(Four))).Notes!), StringComparison.Ordinal);
        Assert.Equal(4, Drafts);
        Assert.Null((await MergeAsync(Saved(Four) with { Body = "Hello {name}, {amount} are due." })).Notes);
        _place.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Null((await MergeAsync(Saved(Four))).Notes);
        Assert.Equal(12, Drafts);
    }

    [Fact]
    public async Task Equal_calls_at_the_same_time_make_each_draft_once()
    {
        var both = await Task.WhenAll(MergeAsync(Saved(Four)), MergeAsync(Saved(Four)));
        Assert.Equal(4, Drafts);
        Assert.Equal(both[0].UndoId, both[1].UndoId);
    }

    /// <summary>Before and after Gmail made the third.</summary>
    [Theory]
    [InlineData("gmail.users.drafts.create", 2, null)]
    [InlineData("gmail.users.drafts.get", 3, null)]
    [InlineData("gmail.users.drafts.get", 3, "april")]
    public async Task What_was_killed_half_way_goes_on_without_a_draft_twice(string method, int made, string? key)
    {
        var wish = Saved(Four) with { IdempotencyKey = key };
        await KilledAsync(wish, method, made);
        _place.Time.Advance(TimeSpan.FromMinutes(30));

        var again = await MergeAsync(wish);

        Assert.Equal(4, again.Saved);
        Assert.Equal([$"An equal call that did not end made the first {made} before; this one went on after them."], again.Notes);
        Assert.Equal(again.Mails.Select(mail => mail.DraftId!).Order(), await LeftAsync());
        Assert.Equal(4, Drafts);
        await _place.UndoAsync(again.UndoId);
        Assert.Empty(await LeftAsync());
    }

    [Fact]
    public async Task Half_a_merge_is_taken_back_whole()
    {
        await KilledAsync(Saved(Four), "gmail.users.drafts.get", 3);

        Assert.Contains("3 drafts were deleted.", (await _place.UndoAsync()).Done, StringComparison.Ordinal);

        Assert.Empty(await LeftAsync());
    }

    [Fact]
    public async Task What_Gmail_refuses_stops_it_and_the_same_call_goes_on_there()
    {
        _place.Fails("drafts.create", from: 3);
        var stopped = await MergeAsync(Saved(Four));
        Assert.Equal((2, 3), (stopped.Saved, stopped.Mails[^1].Row));
        Assert.NotNull(stopped.Mails[^1].Problem);
        Assert.Equal(["It stopped at row 3: the same call again goes on there."], stopped.Notes);

        Assert.Equal(4, (await MergeAsync(Saved(Four))).Saved);

        Assert.Equal(4, (await LeftAsync()).Count);
    }

    private static MergeWish Debt(string rows) => new() { Rows = rows, Subject = "Your account", Body = "Hello {name}, you owe {amount} euros.", Account = "work" };

    private static MergeWish Saved(string rows) => Debt(rows) with { Save = true };

    private Task<MergeResult> MergeAsync(MergeWish wish, CancellationToken? stop = null) => _place.AsAsync<MailMerge, MergeResult>(
        "ann", merge => merge.RunAsync(wish, stop ?? Stop), request: new(wish.ToString(), CanAsk: false, null, null));

    /// <summary>Ends a merge in the third call of a method, when Gmail made so many drafts.</summary>
    private async Task KilledAsync(MergeWish wish, string method, int made)
    {
        using var killed = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        _place.Sandbox.Faults.Add(new SandboxFault { Match = method, FromCall = 3, Delay = TimeSpan.FromDays(1) });
        var merge = MergeAsync(wish, killed.Token);
        while (Drafts < made || (await BatchAsync()).Drafts.Count < 3)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Stop);
        await killed.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => merge);
        // It may have ended before the call was on its way.
        _place.Sandbox.Faults.Clear();
    }

    private Task<ToolFailure> FailsAsync(MergeWish wish) => Assert.ThrowsAsync<ToolFailure>(() => MergeAsync(wish));

    private async Task<DraftBatch> BatchAsync() =>
        await _place.Journal.ListAsync("ann", DraftBatch.Created, Stop) is [var change, ..] ? DraftBatch.Read(change.Undo!) : new(null, null, 0, []);

    private async Task<IReadOnlyList<string>> LeftAsync() =>
        [.. ((await _place.AsAsync<DraftReader, DraftList>("ann", reader => reader.ListAsync(null, "work", null, Stop))).Drafts ?? []).Select(draft => draft.Id!).Order()];
}
