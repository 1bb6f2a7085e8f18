using System.Net;
using Assistant.EndToEnd.Tests.Staging;

namespace Assistant.EndToEnd.Tests.BadInput;

public sealed class HealthTests
{
    [Fact]
    public async Task A_server_whose_store_cannot_be_read_is_alive_but_not_healthy_and_says_no_more()
    {
        await using var stage = await Stage.SetAsync();
        var server = await stage.ServeAsync();
        using var client = new HttpClient { BaseAddress = server.Endpoint };
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync("/health"));

        await server.Get<IDatabase>().WriteAsync(Durability.Full, session => session.ExecuteAsync("ALTER TABLE sessions RENAME TO lost"), Stage.Stop);

        var (status, text) = await AskAsync("/health");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.DoesNotContain("session", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(stage.Data, text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync("/alive"));

        await server.Get<IDatabase>().WriteAsync(Durability.Full, session => session.ExecuteAsync("ALTER TABLE lost RENAME TO sessions"), Stage.Stop);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await AskAsync("/health"));

        async Task<(HttpStatusCode, string)> AskAsync(string path)
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Stage.Stop);
            return (response.StatusCode, await response.Content.ReadAsStringAsync(Stage.Stop));
        }
    }
}
