using Microsoft.AspNetCore.Http;
using ModelContextProtocol.Protocol;

namespace Assistant.Server.Transports.Http;

/// <summary>Reads the one JSON-RPC message of a POST body.</summary>
internal static class MessageReader
{
    public static async ValueTask<(JsonRpcMessage? Message, Refusal? Refusal)> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        if (request.ContentLength > limit)
            return (null, Refusals.TooLarge(limit));
        var body = request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            if (read.Buffer.Length > limit)
                return (null, Refusals.TooLarge(limit));
            if (read.IsCompleted)
            {
                var parsed = JsonRpcParser.Parse(read.Buffer);
                body.AdvanceTo(read.Buffer.End);
                return parsed switch
                {
                    { Message: { } message } => (message, null),
                    { Failure: ParseFailure.Batch } => (null, Refusals.Batch),
                    { Failure: ParseFailure.NoMessage } => (null, Refusals.NoMessage),
                    _ => (null, Refusals.Malformed),
                };
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
