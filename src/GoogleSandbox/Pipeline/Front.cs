using System.IO.Compression;
using Assistant.GoogleSandbox.OAuth;
using Microsoft.AspNetCore.Http;

namespace Assistant.GoogleSandbox.Pipeline;

/// <summary>Takes each request, has it answered whole, records it and only then sends the answer.</summary>
internal sealed class Front(OAuthEndpoints oauth, ApiPipeline apis, FaultInjector faults, RequestLog log)
{
    private readonly BatchDesk _batches = new(apis, log);

    public async Task HandleAsync(HttpContext context)
    {
        var exchange = new Exchange(await IncomingRequest.ReadAsync(context));
        var reply = await AnswerAsync(exchange, context.RequestAborted);
        log.Add(exchange, reply.Status);
        await SendAsync(context, reply);
    }

    private async Task<Reply> AnswerAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        try
        {
            if (BatchDesk.Serves(exchange.Request.RawPath))
                return await _batches.AnswerAsync(exchange, cancellationToken);
            return OAuthEndpoints.Serves(exchange.Request.RawPath)
                ? await faults.AroundAsync(exchange, () => oauth.Answer(exchange), cancellationToken)
                : await apis.AnswerAsync(exchange, cancellationToken);
        }
        catch (Exception mistake) when (mistake is not OperationCanceledException)
        {
            // A mistake of the sandbox itself: whoever runs it has to see it.
            return GoogleError.Of(500, "internalError", mistake.ToString());
        }
    }

    private static async Task SendAsync(HttpContext context, Reply reply)
    {
        if (reply == Reply.Reset)
        {
            context.Abort();
            return;
        }
        var response = context.Response;
        response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
            response.Headers[name] = value;
        if (reply.Body.Length == 0)
            return;
        response.ContentType = reply.ContentType;
        var body = reply.Body;
        if (context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            body = Compress(body);
            response.Headers.ContentEncoding = "gzip";
        }
        response.ContentLength = body.Length;
        if (!reply.Truncated)
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
            return;
        }
        await response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), context.RequestAborted);
        await response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    private static byte[] Compress(byte[] body)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
            gzip.Write(body);
        return buffer.ToArray();
    }
}
