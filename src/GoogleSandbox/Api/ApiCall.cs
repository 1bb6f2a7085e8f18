using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.Api;

/// <summary>One request that already passed the description, the token, the scopes and the quota.</summary>
/// <param name="Method">The method's id in Google's description: <c>gmail.users.messages.list</c>.</param>
/// <param name="Person">Whose token it is; everything the call may see belongs to them.</param>
/// <param name="Path">Path parameters, decoded.</param>
/// <param name="Query">Query parameters, every one known to the description and of its type; repeated ones in order.</param>
/// <param name="Body">The JSON body, or null.</param>
/// <param name="IfMatch">ETag of a conditional change.</param>
/// <param name="IfNoneMatch">ETag of a conditional read.</param>
internal sealed record ApiCall(
    string Method,
    string Person,
    IReadOnlyDictionary<string, string> Path,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Query,
    JsonObject? Body,
    string? IfMatch,
    string? IfNoneMatch)
{
    /// <summary>A message that came as an upload, or null.</summary>
    public byte[]? Media { get; init; }

    /// <summary>What the token carries; enough for the method, but some fields ask for more.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    public string? One(string name) => Query.TryGetValue(name, out var values) ? values[0] : null;

    public IReadOnlyList<string> All(string name) => Query.TryGetValue(name, out var values) ? values : [];
}

/// <summary>Serves the methods of one API.</summary>
internal interface IApi
{
    /// <summary>The answer's JSON. An <c>etag</c> in it becomes the ETag header; <c>fields</c> is applied by the caller.</summary>
    /// <exception cref="ApiException">Google's error for this call.</exception>
    JsonObject Answer(ApiCall call);
}

/// <summary>An error in Google's form: <c>{"error":{"code","message","errors":[{"reason"}],"status"}}</c>.</summary>
internal sealed class ApiException(int code, string reason, string message) : Exception(message)
{
    public int Code { get; } = code;

    public string Reason { get; } = reason;
}
