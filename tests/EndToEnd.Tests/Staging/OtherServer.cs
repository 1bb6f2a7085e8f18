using System.Net;
using System.Net.Sockets;

namespace Assistant.EndToEnd.Tests.Staging;

/// <summary>The HTTP server as a process of its own.</summary>
internal static class OtherServer
{
    public static async Task<Uri> StartAsync(Stage stage, IReadOnlyDictionary<string, string>? variables = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        stage.Start(variables ?? new Dictionary<string, string>(), ["serve", "--http", address.GetLeftPart(UriPartial.Authority)]);
        using var http = new HttpClient();
        await Deadline.UntilAsync(() => IsAliveAsync(http, new Uri(address, "/alive")), "the server answers");
        return new Uri(address, "/mcp");
    }

    private static async Task<bool> IsAliveAsync(HttpClient http, Uri alive)
    {
        try
        {
            using var response = await http.GetAsync(alive, Stage.Stop);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
