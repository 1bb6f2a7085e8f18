using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Assistant.GoogleSandbox.Pipeline;

/// <summary>Several calls in one request (https://developers.google.com/workspace/gmail/api/guides/batch): each is answered, and may fail, for itself.</summary>
internal sealed class BatchDesk(ApiPipeline apis, RequestLog log)
{
    private const int MostCalls = 100;

    public static bool Serves(string rawPath) => rawPath is "/batch" or "/batch/gmail/v1" or "/batch/calendar/v3";

    public async Task<Reply> AnswerAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        exchange.MethodId = "batch";
        var parts = MultipartBody.Read(exchange.Request.Header("Content-Type"), exchange.Request.Body);
        if (parts is null || parts.Count is 0 or > MostCalls)
        {
            exchange.Violation = parts is null ? "the batch is no multipart body" : $"a batch has 1 to {MostCalls} calls, this one {parts.Count}";
            return GoogleError.Of(400, "badRequest", exchange.Violation);
        }

        var answers = new StringBuilder();
        const string boundary = "batch_sandbox";
        foreach (var part in parts)
        {
            var inner = new Exchange(Read(exchange.Request, part));
            var reply = await apis.AnswerAsync(inner, cancellationToken);
            log.Add(inner, reply.Status);
            answers.Append("--").Append(boundary).Append("\r\nContent-Type: application/http\r\n");
            if (part.Header("Content-ID") is { } id)
                answers.Append("Content-ID: ").Append(id.StartsWith('<') ? "<response-" + id[1..] : "response-" + id).Append("\r\n");
            answers.Append("\r\nHTTP/1.1 ").Append(reply.Status).Append(' ').Append(ReasonPhrases.GetReasonPhrase(reply.Status)).Append("\r\n");
            foreach (var (name, value) in reply.Headers)
                answers.Append(name).Append(": ").Append(value).Append("\r\n");
            if (reply.Body.Length > 0)
                answers.Append("Content-Type: ").Append(reply.ContentType).Append("\r\nContent-Length: ").Append(reply.Body.Length).Append("\r\n");
            answers.Append("\r\n").Append(Encoding.UTF8.GetString(reply.Body)).Append("\r\n");
        }

        answers.Append("--").Append(boundary).Append("--\r\n");
        return new Reply(200, Encoding.UTF8.GetBytes(answers.ToString()), $"multipart/mixed; boundary={boundary}");
    }

    private static IncomingRequest Read(IncomingRequest outer, BodyPart part)
    {
        var text = part.Body;
        var end = Array.IndexOf(text, (byte)'\n');
        var line = Encoding.ASCII.GetString(text, 0, Math.Max(0, end)).Trim().Split(' ');
        var (headers, body) = Gmail.Mime.HeaderBlock.Read(text[(end + 1)..]);
        var target = line.Length > 1 ? line[1] : "/";
        if (!target.StartsWith('/'))
            target = new Uri(target).PathAndQuery;
        var split = target.IndexOf('?', StringComparison.Ordinal);
        var fields = new HeaderDictionary();
        foreach (var header in headers)
            fields[header.Name] = header.Value;
        if (!fields.ContainsKey("Authorization"))
            fields["Authorization"] = outer.Headers["Authorization"];
        return new IncomingRequest(line[0], split < 0 ? target : target[..split], IncomingRequest.Parse(split < 0 ? "" : target[split..]), fields, Trim(body));
    }

    private static byte[] Trim(byte[] body) => body.AsSpan().Trim("\r\n"u8).ToArray();
}
