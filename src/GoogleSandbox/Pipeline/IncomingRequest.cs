using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Assistant.GoogleSandbox.Pipeline;

/// <summary>A request read whole. Its path is as sent: percent-encoding tells <c>a%2Fb</c> from two segments.</summary>
internal sealed record IncomingRequest(
    string HttpMethod,
    string RawPath,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Query,
    IHeaderDictionary Headers,
    byte[] Body)
{
    public static async Task<IncomingRequest> ReadAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!target.StartsWith('/'))
            target = new Uri(target).PathAndQuery;
        var split = target.IndexOf('?');
        return new IncomingRequest(
            context.Request.Method,
            split < 0 ? target : target[..split],
            Parse(split < 0 ? "" : target[split..]),
            context.Request.Headers,
            await ReadBodyAsync(context));
    }

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Form()
        => Header("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true
            ? Parse(System.Text.Encoding.UTF8.GetString(Body))
            : Parse("");

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Parse(string query)
        => QueryHelpers.ParseQuery(query).ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)[.. pair.Value.Select(value => value ?? "")]);

    private static async Task<byte[]> ReadBodyAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        // Google's client libraries compress what they send.
        if (string.Equals(context.Request.Headers.ContentEncoding, "gzip", StringComparison.OrdinalIgnoreCase))
        {
            await using var plain = new GZipStream(context.Request.Body, CompressionMode.Decompress);
            await plain.CopyToAsync(buffer, context.RequestAborted);
        }
        else
            await context.Request.Body.CopyToAsync(buffer, context.RequestAborted);
        return buffer.ToArray();
    }
}
