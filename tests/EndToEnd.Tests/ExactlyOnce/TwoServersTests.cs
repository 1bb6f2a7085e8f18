using System.Text;
using Assistant.EndToEnd.Tests.Staging;

namespace Assistant.EndToEnd.Tests.ExactlyOnce;

public sealed class TwoServersTests
{
    private const int Letters = 40;

    [Theory]
    [MemberData(nameof(Stage.Databases), MemberType = typeof(Stage))]
    public async Task A_letter_that_is_given_to_two_server_processes_at_once_goes_out_once(bool onPostgres)
    {
        await using var stage = await Stage.SetAsync(onPostgres: onPostgres);
        IWire[] wires =
        [
            stage.OverHttp(stage.Ada, Era.Stateless, await OtherServer.StartAsync(stage, Allowed)),
            stage.OverHttp(stage.Ada, Era.Stateless, await OtherServer.StartAsync(stage, Allowed)),
        ];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Letters),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Stage.Stop },
            async (number, _) => await Task.WhenAll(wires.Select(wire => wire.CallAsync(number + 1, "gmail_send", Sending.Letters.To("carl@elsewhere.example", $"letter {number}")))));

        string[] expected = [.. Enumerable.Range(0, Letters).Select(number => $"letter {number}").Order(StringComparer.Ordinal)];
        await Deadline.UntilAsync(() => Task.FromResult(stage.Sandbox.Deliveries.Count >= Letters), "all letters are out");
        Assert.Equal(expected, stage.Sandbox.Deliveries.Select(delivery => Subject(delivery.Raw)).Order(StringComparer.Ordinal));
    }

    private static IReadOnlyDictionary<string, string> Allowed { get; } = new Dictionary<string, string> { ["ASSISTANT_SEND_POLICY"] = "allow" };

    private static string Subject(byte[] raw) => Encoding.UTF8.GetString(raw).Split("\r\n").First(line => line.StartsWith("Subject: ", StringComparison.Ordinal))["Subject: ".Length..];
}
