using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Assistant.Tests.Shared;

/// <summary>How the chat server answers one request.</summary>
public enum ChatTrouble
{
    None,

    /// <summary>As many requests as it takes are answered 429.</summary>
    TooMany,

    /// <summary>401.</summary>
    WrongKey,

    /// <summary>500.</summary>
    Broken,

    /// <summary>Half of the text, then the connection ends.</summary>
    BreaksOff,

    /// <summary>Half of the text, then nothing more.</summary>
    FallsSilent,

    /// <summary>Half of the text, then it says that this is all that it may write.</summary>
    AtLimit,

    /// <summary>Something that is no answer.</summary>
    Malformed,

    /// <summary>A finish reason of content_filter and no text.</summary>
    Refuses,

    /// <summary>A valid answer with no text.</summary>
    SaysNothing,
}

/// <summary>A small server with OpenAI's chat interface, streaming: it records what it is sent and writes what it is told to.</summary>
public sealed class ChatServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private ChatServer(WebApplication application) => _application = application;

    public Uri Url => new(_application.Urls.First() + "/v1");

    /// <summary>Whole requests, as JSON.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    public string? Authorization { get; private set; }

    /// <summary>What it writes, from the last message that it is sent.</summary>
    public Func<string, string> Writes { get; set; } = _ => "Subject: Hello\n\nHello,\n\nall is well.\n\nSOURCES: none";

    /// <summary>Of the next requests.</summary>
    public ConcurrentQueue<ChatTrouble> Troubles { get; } = [];

    /// <summary>Is told of each piece before it is sent, so that a test can stop the world there.</summary>
    public Func<int, Task> Before { get; set; } = _ => Task.CompletedTask;

    public static async Task<ChatServer> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var server = new ChatServer(application);
        application.Run(server.AnswerAsync);
        await application.StartAsync(cancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
        Requests.Enqueue(body);
        Authorization = context.Request.Headers.Authorization;
        var trouble = Troubles.TryDequeue(out var next) ? next : ChatTrouble.None;
        var status = trouble switch { ChatTrouble.TooMany => 429, ChatTrouble.WrongKey => 401, ChatTrouble.Broken => 500, _ => 200 };
        context.Response.StatusCode = status;
        if (status != 200)
        {
            context.Response.Headers.RetryAfter = "0";
            await context.Response.WriteAsync("{\"error\":{\"message\":\"no: " + JsonEncodedText.Encode(body) + "\"}}");
            return;
        }

        context.Response.ContentType = "text/event-stream";
        if (trouble == ChatTrouble.Malformed)
        {
            await context.Response.WriteAsync("data: {\"choices\": 7}\n\ndata: {{{\n\n");
            return;
        }

        var messages = JsonNode.Parse(body)!["messages"]!.AsArray();
        var text = trouble is ChatTrouble.Refuses or ChatTrouble.SaysNothing ? "" : Writes(TextOf(messages[^1]!));
        var pieces = text.Chunk(24).Select(piece => new string(piece)).ToList();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (i >= pieces.Count / 2 && trouble == ChatTrouble.BreaksOff)
            {
                // What was sent has to arrive first.
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
                context.Abort();
                return;
            }

            if (i >= pieces.Count / 2 && trouble == ChatTrouble.FallsSilent)
                await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
            if (i >= pieces.Count / 2 && trouble == ChatTrouble.AtLimit)
                break;
            await Before(i);
            await SendAsync(context, new { content = pieces[i] }, null);
        }

        await SendAsync(context, new { }, trouble switch { ChatTrouble.Refuses => "content_filter", ChatTrouble.AtLimit => "length", _ => "stop" });
        await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(new { id = "c", @object = "chat.completion.chunk", created = 1, model = "small-1", choices = Array.Empty<object>(), usage = new { prompt_tokens = body.Length / 4, completion_tokens = text.Length / 4, total_tokens = (body.Length + text.Length) / 4 } })}\n\n");
        await context.Response.WriteAsync("data: [DONE]\n\n");
    }

    /// <summary>The words of a message, whether as text or as parts.</summary>
    public static string TextOf(JsonNode message) => message["content"] is JsonArray parts ? string.Concat(parts.Select(part => (string?)part!["text"])) : (string?)message["content"] ?? "";

    private static async Task SendAsync(HttpContext context, object delta, string? finish)
    {
        var chunk = new { id = "c", @object = "chat.completion.chunk", created = 1, model = "small-1", choices = new[] { new { index = 0, delta, finish_reason = finish } } };
        await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(chunk)}\n\n");
        await context.Response.Body.FlushAsync();
    }
}
