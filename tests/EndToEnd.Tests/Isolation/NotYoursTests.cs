using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Assistant.EndToEnd.Tests.Staging;

namespace Assistant.EndToEnd.Tests.Isolation;

/// <summary>What belongs to somebody else answers like what does not exist, to the byte.</summary>
public sealed class NotYoursTests
{
    [Theory]
    [MemberData(nameof(Belongings.Kinds), MemberType = typeof(Belongings))]
    public Task What_is_Adas_does_not_exist_for_Bruno(string kind) => AskAsync(kind, onPostgres: false);

    [Theory]
    [MemberData(nameof(Belongings.Kinds), MemberType = typeof(Belongings))]
    public Task What_is_Adas_does_not_exist_for_Bruno_on_PostgreSQL(string kind) => AskAsync(kind, onPostgres: true);

    private static async Task AskAsync(string kind, bool onPostgres)
    {
        await using var stage = await Stage.SetAsync(onPostgres: onPostgres);
        var ada = stage.OverHttp(stage.Ada, Era.Stateless);
        var (question, hers, nobodys) = await Belongings.FindAsync(kind, ada);
        IWire[] wires =
        [
            stage.OverHttp(stage.Bruno, Era.Stateless),
            stage.OverHttp(stage.Bruno, Era.Session),
            stage.OverStdio(stage.Bruno, Era.Session),
        ];

        var own = await question.AskAsync(ada, hers);
        Assert.False(own.Contains("\"isError\":true", StringComparison.Ordinal) || own.Contains("\"error\":", StringComparison.Ordinal), own);
        foreach (var wire in wires)
        {
            var answer = await question.AskAsync(wire, hers);
            Assert.Contains(question.Tool is null ? "\"error\":" : "\"isError\":true", answer, StringComparison.Ordinal);
            Assert.Equal(Without(await question.AskAsync(wire, nobodys), nobodys), Without(answer, hers));
        }
    }

    [Fact]
    public async Task A_cursor_of_Adas_is_for_Bruno_like_one_that_was_made_up()
    {
        await using var stage = await Stage.SetAsync();
        var ada = stage.OverHttp(stage.Ada, Era.Stateless);
        var bruno = stage.OverHttp(stage.Bruno, Era.Stateless);
        var question = new JsonObject { ["account"] = "work", ["max_results"] = 2 };
        var cursor = (string)(await ada.ResultAsync("gmail_search", question))["next_cursor"]!;

        await ada.ResultAsync("gmail_search", With(question, cursor));
        var hers = await bruno.CallAsync(7, "gmail_search", With(question, cursor));
        var madeUp = await bruno.CallAsync(7, "gmail_search", With(question, "bm90aGluZw"));

        Assert.Contains("\"isError\":true", hers, StringComparison.Ordinal);
        Assert.Equal(madeUp, hers);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task A_session_of_Adas_is_for_Bruno_like_one_that_never_was(string method)
    {
        await using var stage = await Stage.SetAsync();
        var ada = stage.OverHttp(stage.Ada, Era.Session);
        var bruno = stage.OverHttp(stage.Bruno, Era.Session);
        var session = (await ada.SessionAsync())!;

        var (hers, nobodys) = (await AskAsync(session), await AskAsync(new string('A', session.Length)));

        Assert.StartsWith("404", hers, StringComparison.Ordinal);
        Assert.Equal(nobodys, hers);
        await ada.ResultAsync("account_list");

        async Task<string> AskAsync(string id)
        {
            using var response = await (method switch
            {
                "GET" => bruno.GetAsync(id),
                "DELETE" => bruno.DeleteAsync(id),
                _ => bruno.PostAsync(Encoding.UTF8.GetBytes(JsonRpc.Request(7, "tools/list", null, Era.Session)), session: id),
            });
            return await WholeAsync(bruno, response);
        }
    }

    [Fact]
    public async Task Neither_a_keys_id_nor_a_Google_token_opens_the_door_and_both_are_refused_like_nothing_at_all()
    {
        await using var stage = await Stage.SetAsync();
        var google = stage.Sandbox.GrantTokens(SmallWorld.Ada, "https://www.googleapis.com/auth/gmail.readonly").AccessToken;
        var mistyped = stage.Ada.Key[..^1] + (stage.Ada.Key[^1] == 'A' ? 'B' : 'A');
        var answers = new List<string>();
        foreach (var key in new[] { "nothing", stage.Ada.KeyId, google, mistyped })
        {
            foreach (var era in Enum.GetValues<Era>())
            {
                var wire = stage.OverHttp(stage.Ada, key, era);
                var body = era == Era.Session ? JsonRpc.Initialize(7) : JsonRpc.Request(7, "tools/list", null, era);
                using var response = await wire.PostAsync(Encoding.UTF8.GetBytes(body), era == Era.Session ? "initialize" : "tools/list");
                Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
                answers.Add(await WholeAsync(wire, response));
            }
        }

        Assert.Single(answers.Distinct());
    }

    private static string Without(string answer, string id) => answer.Replace(id, "ID", StringComparison.OrdinalIgnoreCase);

    private static JsonObject With(JsonObject question, string cursor)
    {
        var next = question.DeepClone().AsObject();
        next["cursor"] = cursor;
        return next;
    }

    /// <summary>Status, headers and body: everything but the time of day.</summary>
    private static async Task<string> WholeAsync(HttpWire wire, HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Date")
            .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal);
        return $"{(int)response.StatusCode}\n{string.Join('\n', headers)}\n{await wire.ReadAsync(response)}";
    }
}
