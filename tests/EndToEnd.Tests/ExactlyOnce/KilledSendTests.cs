using System.Text;
using Assistant.EndToEnd.Tests.Sending;
using Assistant.EndToEnd.Tests.Staging;
using Assistant.GoogleSandbox;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;

namespace Assistant.EndToEnd.Tests.ExactlyOnce;

public sealed class KilledSendTests
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(20);

    /// <summary>What Google was asked when the process ended; whether it carries it out nevertheless; and what the mail has to end as.</summary>
    private static readonly (string Method, int LateSeconds, OutboxState Ends)[] Deaths =
    [
        // Later than anybody looks: the draft was taken away by then. First, so that the others pass meanwhile.
        ("gmail.users.drafts.send", 42, OutboxState.NotDone),
        ("gmail.users.drafts.create", 0, OutboxState.Done),
        ("gmail.users.drafts.create", 12, OutboxState.Done),
        ("gmail.users.drafts.get", 0, OutboxState.Done),
        ("gmail.users.getProfile", 0, OutboxState.Done),
        ("gmail.users.drafts.send", 0, OutboxState.NotDone),
        ("gmail.users.drafts.send", 12, OutboxState.Done),
    ];

    [Theory]
    [MemberData(nameof(Stage.Databases), MemberType = typeof(Stage))]
    public async Task A_process_that_is_killed_at_any_step_sends_nothing_twice_and_another_one_settles_it(bool onPostgres)
    {
        await using var stage = await Stage.SetAsync(onPostgres: onPostgres);
        var started = TimeProvider.System.GetTimestamp();
        for (var number = 0; number < Deaths.Length; number++)
            await DieAsync(stage, number);

        var store = stage.Server.Get<IOutboxStore>();
        var entries = await SettledAsync(store, stage.Ada.User.Id);
        var latest = TimeSpan.FromSeconds(Deaths.Max(death => death.LateSeconds) + 10) - TimeProvider.System.GetElapsedTime(started);
        if (latest > TimeSpan.Zero)
            await Task.Delay(latest, TimeProvider.System, Stage.Stop);

        for (var number = 0; number < Deaths.Length; number++)
        {
            var entry = entries.Single(one => Is(one, number));
            var delivered = stage.Sandbox.Deliveries.Count(delivery => Encoding.UTF8.GetString(delivery.Raw).Contains($"Subject: {Name(number)}\r\n", StringComparison.Ordinal));
            Assert.Equal(entry.State == OutboxState.Done ? 1 : 0, delivered);
            Assert.True(entry.State == Deaths[number].Ends, $"{Deaths[number]} ended as {entry.State}");
        }
    }

    /// <summary>A stdio server in the middle of a send, and then no more (SIGKILL).</summary>
    private static async Task DieAsync(Stage stage, int number)
    {
        var (method, late, _) = Deaths[number];
        var delay = late > 0 ? TimeSpan.FromSeconds(late) : Hang;
        stage.Sandbox.Faults.Clear();
        var struck = stage.Sandbox.Faults.Strikes;
        stage.Sandbox.Faults.Add(new SandboxFault { Match = method, Delay = delay, Late = late > 0 });
        var process = stage.Start(
            new Dictionary<string, string> { [PolicyVariable] = "allow" }, ["serve", "--stdio", "--user", "ada"]);
        using var wire = new StdioWire(process, Era.Stateless, _ => { });
        var call = wire.CallAsync(1, "gmail_send", Letters.To("carl@elsewhere.example", Name(number)));
        // The entry is being worked on, and Google is being asked.
        for (var tries = 0; tries < 600 && !(stage.Sandbox.Faults.Strikes > struck && (await OpenAsync(stage)).Any(entry => entry.State == OutboxState.Working && Is(entry, number))); tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Stage.Stop);
        await process.KillAsync();
        // On a machine that is very busy a late answer may be there before the end comes.
        await Record.ExceptionAsync(() => call);
        stage.Sandbox.Faults.Clear();
    }

    private static bool Is(OutboxEntry entry, int number) => StoredCard.Of(entry).Card.Lines.Any(line => line.Value == Name(number));

    private static Task<IReadOnlyList<OutboxEntry>> OpenAsync(Stage stage) => stage.Server.Get<IOutboxStore>().ListAsync(stage.Ada.User.Id, open: true, 100, Stage.Stop);

    private static async Task<IReadOnlyList<OutboxEntry>> SettledAsync(IOutboxStore store, string userId)
    {
        // The dead processes' leases are of half a minute.
        for (var tries = 0; tries < 600; tries++)
        {
            var all = await store.ListAsync(userId, open: false, 100, Stage.Stop);
            if (all.Count == Deaths.Length && all.All(entry => entry.IsFinal))
                return all;
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Stage.Stop);
        }

        throw new TimeoutException("An entry did not become final.");
    }

    private const string PolicyVariable = "ASSISTANT_SEND_POLICY";

    private static string Name(int number) => $"killed {number}";
}
