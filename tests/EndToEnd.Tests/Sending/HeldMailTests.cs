using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;
using Assistant.TokenStore;

namespace Assistant.EndToEnd.Tests.Sending;

public sealed class HeldMailTests
{
    private const string Carl = "carl@elsewhere.example";

    [Fact]
    public async Task A_held_mail_can_be_taken_back_and_then_never_leaves()
    {
        await using var stage = await Stage.SetAsync();
        var wire = await AllowedAsync(stage);
        var held = await wire.ResultAsync("gmail_send", Held(60));

        Assert.Equal("held", held["state"]!.GetValue<string>());
        Assert.NotNull(held["due_at"]);
        var cancelled = await wire.ResultAsync("outbox_cancel", new JsonObject { ["id"] = held["outbox_id"]!.GetValue<string>() });
        Assert.Equal("cancelled", cancelled["state"]!.GetValue<string>());
        Assert.Equal(0, (await stage.RunAsync("outbox", "run")).ExitCode);
        Assert.Empty(stage.Sandbox.Deliveries);
        Assert.Contains("cannot be taken back", await SentAndCancelledAsync(wire), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_held_mail_goes_out_from_another_process_once_it_is_due()
    {
        await using var stage = await Stage.SetAsync();
        using var wire = Stdio(stage);
        Assert.Equal("held", (await wire.ResultAsync("gmail_send", Held(4)))["state"]!.GetValue<string>());
        await wire.Process.KillAsync();

        for (var tries = 0; tries < 150 && stage.Sandbox.Deliveries.Count == 0; tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Stage.Stop);

        Assert.Equal([Carl], Assert.Single(stage.Sandbox.Deliveries).Recipients);
    }

    [Fact]
    public async Task What_is_ten_minutes_overdue_asks_again_instead_of_leaving()
    {
        await using var stage = await Stage.SetAsync();
        var wire = await AllowedAsync(stage);
        var id = (await wire.ResultAsync("gmail_send", Held(3_600)))["outbox_id"]!.GetValue<string>();

        var later = await stage.ServeAsync(time: new ShiftedTime(TimeSpan.FromMinutes(75)));
        for (var tries = 0; tries < 100 && (await EntryAsync(stage, id)).State != OutboxState.Waiting; tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Stage.Stop);

        Assert.Equal(OutboxState.Waiting, (await EntryAsync(stage, id)).State);
        Assert.Empty(stage.Sandbox.Deliveries);
        Assert.NotNull(later);
    }

    [Fact]
    public async Task A_scheduled_mail_leaves_at_its_time_unless_its_key_was_revoked_by_then()
    {
        await using var stage = await Stage.SetAsync();
        var generous = await stage.ServeAsync(change: options => options with { Policy = new(Sending: SendPolicy.Allow) });
        var key = await generous.Get<IKeyStore>().CreateAsync(stage.Ada.User.Id, "second", Grants.All, expiresAt: null, Stage.Stop);
        var at = TimeProvider.System.GetUtcNow().AddMinutes(30).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

        async Task<string> ScheduleAsync(string bearer, string subject)
        {
            var letter = Letters.To(Carl, subject);
            letter["send_at"] = at;
            var result = await stage.OverHttp(stage.Ada, bearer, Era.Stateless, generous).ResultAsync("gmail_send", letter);
            Assert.Equal("held", result["state"]!.GetValue<string>());
            return result["outbox_id"]!.GetValue<string>();
        }

        var (kept, revoked) = (await ScheduleAsync(stage.Ada.Key, "kept"), await ScheduleAsync(key.Secret.Value, "revoked"));
        await generous.Get<IKeyStore>().RevokeAsync(key.Key.Id, Stage.Stop);
        await stage.ServeAsync(
            time: new ShiftedTime(TimeSpan.FromMinutes(31)), change: options => options with { Policy = new(Sending: SendPolicy.Allow) });
        for (var tries = 0; tries < 150 && !((await EntryAsync(stage, kept)).IsFinal && (await EntryAsync(stage, revoked)).IsFinal); tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Stage.Stop);

        Assert.Equal(OutboxState.Done, (await EntryAsync(stage, kept)).State);
        Assert.Equal(OutboxState.NotDone, (await EntryAsync(stage, revoked)).State);
        Assert.Single(stage.Sandbox.Deliveries);
    }

    [Fact]
    public async Task The_same_key_answers_the_stored_result_another_mail_under_it_is_refused_and_the_same_mail_with_a_new_key_is_new()
    {
        await using var stage = await Stage.SetAsync();
        var wire = await AllowedAsync(stage);

        var first = await wire.ResultAsync("gmail_send", Letters.To(Carl, "Reminder", "week 1"));
        var again = await wire.ResultAsync("gmail_send", Letters.To(Carl, "Reminder", "week 1"));
        var conflict = await wire.FailureAsync("gmail_send", Letters.To(Carl, "Something else", "week 1"));
        var next = await wire.ResultAsync("gmail_send", Letters.To(Carl, "Reminder", "week 2"));
        var parallel = await Task.WhenAll(Enumerable.Range(0, 12).Select(id => wire.CallAsync(id, "gmail_send", Letters.To(Carl, "In parallel"))));

        Assert.Equal(first["id"]!.GetValue<string>(), again["id"]!.GetValue<string>());
        Assert.Contains("idempotency_key", conflict, StringComparison.Ordinal);
        Assert.NotEqual(first["id"]!.GetValue<string>(), next["id"]!.GetValue<string>());
        Assert.All(parallel, answer => Assert.Equal("sent", Letters.StateOf(answer)));
        Assert.Equal(3, stage.Sandbox.Deliveries.Count);
    }

    [Fact]
    public async Task Another_person_neither_sees_nor_cancels_what_is_in_the_outbox()
    {
        await using var stage = await Stage.SetAsync();
        var id = (await (await AllowedAsync(stage)).ResultAsync("gmail_send", Held(600)))["outbox_id"]!.GetValue<string>();
        var bruno = stage.OverHttp(stage.Bruno, Era.Stateless);

        var cancel = await bruno.FailureAsync("outbox_cancel", new JsonObject { ["id"] = id });
        var unknown = await bruno.FailureAsync("outbox_cancel", new JsonObject { ["id"] = "0" + id[1..] });

        Assert.Equal(unknown.Replace("0" + id[1..], id, StringComparison.Ordinal), cancel);
        Assert.Empty((await bruno.ResultAsync("outbox_list"))["entries"]?.AsArray() ?? []);
        Assert.Equal(OutboxState.Held, (await EntryAsync(stage, id)).State);
    }

    private static async Task<string> SentAndCancelledAsync(IWire wire)
    {
        var sent = await wire.ResultAsync("gmail_send", Letters.To(Carl, "Too late"));
        return await wire.FailureAsync("outbox_cancel", new JsonObject { ["id"] = sent["outbox_id"]!.GetValue<string>() });
    }

    private static JsonObject Held(int seconds)
    {
        var letter = Letters.To(Carl, "Held");
        letter["hold_seconds"] = seconds;
        return letter;
    }

    private static async Task<HttpWire> AllowedAsync(Stage stage) =>
        stage.OverHttp(stage.Ada, Era.Stateless, await stage.ServeAsync(change: options => options with { Policy = new(Sending: SendPolicy.Allow) }));

    private static StdioWire Stdio(Stage stage) => new(
        stage.Start(new Dictionary<string, string> { ["ASSISTANT_SEND_POLICY"] = "allow" }, ["serve", "--stdio", "--user", "ada"]), Era.Stateless, _ => { });

    private static async Task<OutboxEntry> EntryAsync(Stage stage, string id) => (await stage.Server.Get<IOutboxStore>().FindAsync(stage.Ada.User.Id, id, Stage.Stop))!;
}
