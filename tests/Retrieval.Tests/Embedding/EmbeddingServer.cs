using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assistant.Retrieval.Tests.Embedding;

/// <summary>A small server with OpenAI's embeddings interface: texts that share words are near each other. It records what it is sent.</summary>
internal sealed class EmbeddingServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private EmbeddingServer(WebApplication application) => _application = application;

    public Uri Url => new(_application.Urls.First() + "/v1");

    public ConcurrentQueue<string[]> Requests { get; } = [];

    public string? Authorization { get; private set; }

    public string? Model { get; private set; }

    public int Dimensions { get; set; } = 2039;

    /// <summary>The length of vectors of a model that is not the usual one.</summary>
    public Dictionary<string, int> DimensionsOf { get; } = [];

    /// <summary>Whether vectors are sent as numbers, as some services do whatever is asked.</summary>
    public bool AsNumbers { get; set; }

    /// <summary>What the next requests are answered, in place of vectors.</summary>
    public ConcurrentQueue<int> Refusals { get; } = [];

    public static async Task<EmbeddingServer> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var server = new EmbeddingServer(application);
        application.Run(server.AnswerAsync);
        await application.StartAsync(cancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var input = body.RootElement.GetProperty("input");
        string[] texts = input.ValueKind == JsonValueKind.Array ? [.. input.EnumerateArray().Select(text => text.GetString()!)] : [input.GetString()!];
        Requests.Enqueue(texts);
        Authorization = context.Request.Headers.Authorization;
        Model = body.RootElement.GetProperty("model").GetString();
        if (Refusals.TryDequeue(out var status))
        {
            context.Response.StatusCode = status == 0 ? 200 : status;
            context.Response.Headers.RetryAfter = "0";
            await context.Response.WriteAsync(status == 0 ? "{\"data\": 7" : "{\"error\":{\"message\":\"no: " + texts[0] + "\"}}");
            return;
        }

        await context.Response.WriteAsJsonAsync(new
        {
            @object = "list",
            model = Model,
            data = texts.Select((text, index) => new { @object = "embedding", index, embedding = Show(Vector(text, DimensionsOf.GetValueOrDefault(Model!, Dimensions))) }),
            usage = new { prompt_tokens = texts.Sum(text => text.Length / 4), total_tokens = texts.Sum(text => text.Length / 4) },
        });
    }

    private object Show(float[] vector) => AsNumbers ? vector : Convert.ToBase64String(MemoryMarshal.AsBytes(vector.AsSpan()));

    private static float[] Vector(string text, int dimensions)
    {
        var vector = new float[dimensions];
        foreach (var word in text.Split([' ', '\n', '.'], StringSplitOptions.RemoveEmptyEntries))
            vector[(uint)word.Aggregate(7, (hash, letter) => (hash * 31) + letter) % (uint)dimensions] += 1;
        return vector;
    }
}
