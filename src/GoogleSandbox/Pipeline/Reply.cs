using System.Text;
using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.Pipeline;

/// <summary>A whole answer, made before its first byte is sent.</summary>
internal sealed record Reply(int Status, byte[] Body, string ContentType)
{
    /// <summary>No answer: the connection is cut.</summary>
    public static Reply Reset { get; } = new(0, [], "");

    /// <summary>The connection is cut in the middle of the body.</summary>
    public bool Truncated { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public static Reply Json(int status, JsonNode body)
        => new(status, Encoding.UTF8.GetBytes(body.ToJsonString()), "application/json; charset=UTF-8");

    public static Reply Html(int status, string page) => new(status, Encoding.UTF8.GetBytes(page), "text/html; charset=utf-8");

    public static Reply Empty(int status) => new(status, [], "");

    public Reply With(string header, string value) => this with { Headers = new Dictionary<string, string>(Headers) { [header] = value } };
}
