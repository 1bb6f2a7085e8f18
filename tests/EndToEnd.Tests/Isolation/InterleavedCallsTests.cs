using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;

namespace Assistant.EndToEnd.Tests.Isolation;

public sealed class InterleavedCallsTests
{
    /// <summary>Two people on three connections each: 1,002 calls.</summary>
    private const int CallsPerConnection = 167;

    [Theory]
    [MemberData(nameof(Stage.Databases), MemberType = typeof(Stage))]
    public async Task Two_people_with_identical_ids_over_both_transports_and_eras_and_two_servers_get_their_own_answers_only(bool onPostgres)
    {
        await using var stage = await Stage.SetAsync(onPostgres: onPostgres);
        var other = await OtherServer.StartAsync(stage);
        (StagePerson Owner, IWire Wire)[] connections =
        [
            (stage.Ada, stage.OverHttp(stage.Ada, Era.Stateless)),
            (stage.Bruno, stage.OverHttp(stage.Bruno, Era.Stateless, other)),
            (stage.Ada, stage.OverHttp(stage.Ada, Era.Session, other)),
            (stage.Bruno, stage.OverHttp(stage.Bruno, Era.Session)),
            (stage.Ada, stage.OverStdio(stage.Ada, Era.Session)),
            (stage.Bruno, stage.OverStdio(stage.Bruno, Era.Stateless)),
        ];
        var firstMails = new Dictionary<StagePerson, string>
        {
            [stage.Ada] = await FirstMailAsync(stage.OverHttp(stage.Ada, Era.Stateless)),
            [stage.Bruno] = await FirstMailAsync(stage.OverHttp(stage.Bruno, Era.Stateless)),
        };

        var answers = await Task.WhenAll(connections.Select(connection => AskAsync(connection.Wire, firstMails[connection.Owner])));

        foreach (var ((owner, _), texts) in connections.Zip(answers))
        {
            var somebodyElse = owner == stage.Ada ? stage.Bruno : stage.Ada;
            Assert.Equal(CallsPerConnection, texts.Length);
            for (var i = 0; i < texts.Length; i++)
            {
                Assert.Equal(i + 1, (int)JsonNode.Parse(texts[i])!["id"]!);
                Assert.True(Names(texts[i], owner), $"Not {owner.Name}'s own: {texts[i]}");
                Assert.False(Names(texts[i], somebodyElse), $"{somebodyElse.Name}'s, given to {owner.Name}: {texts[i]}");
            }
        }
    }

    private static async Task<string[]> AskAsync(IWire wire, string mail)
    {
        var texts = new string[CallsPerConnection];
        await Parallel.ForEachAsync(
            Enumerable.Range(1, CallsPerConnection),
            new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Stage.Stop },
            async (id, _) => texts[id - 1] = await ((id % 6) switch
            {
                0 => wire.CallAsync(id, "gmail_search", new JsonObject { ["max_results"] = 1, ["account"] = "work" }),
                1 => wire.CallAsync(id, "calendar_list_events", new JsonObject { ["account"] = "work" }),
                2 => wire.CallAsync(id, "gmail_read", new JsonObject { ["ids"] = new JsonArray(mail), ["account"] = "work" }),
                3 => wire.CallAsync(id, "gmail_list_labels", new JsonObject { ["account"] = "work" }),
                _ => wire.CallAsync(id, "account_list"),
            }));
        return texts;
    }

    private static bool Names(string answer, StagePerson person) => person.Mailboxes.Any(mailbox =>
        answer.Contains(mailbox, StringComparison.OrdinalIgnoreCase) || answer.Contains(SmallWorld.Marker(mailbox), StringComparison.OrdinalIgnoreCase));

    private static async Task<string> FirstMailAsync(IWire wire) =>
        (string)(await wire.ResultAsync("gmail_search", new JsonObject { ["account"] = "work", ["max_results"] = 1 }))["messages"]![0]!["id"]!;
}
