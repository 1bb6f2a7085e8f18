namespace Assistant.GoogleSandbox;

/// <summary>One request that a sandbox received, with what it answered.</summary>
/// <param name="HttpMethod"><c>GET</c>, <c>POST</c>, ...</param>
/// <param name="Path">As sent, without the query.</param>
/// <param name="Query">Decoded; repeated parameters in order.</param>
/// <param name="Headers">Case-insensitive; without <c>Authorization</c> and <c>Cookie</c>, which hold secrets.</param>
/// <param name="Status">The answer's; 0 where the connection was reset instead.</param>
/// <param name="MethodId">The method's id in Google's description (<c>gmail.users.messages.get</c>); null for OAuth and for unknown paths.</param>
/// <param name="Person">Whose token came with it, where it was a valid one.</param>
/// <param name="Violation">What of the request Google's description does not allow; null for a good one.</param>
public sealed record RecordedRequest(
    string HttpMethod,
    string Path,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Query,
    IReadOnlyDictionary<string, string> Headers,
    int Status,
    string? MethodId,
    string? Person,
    string? Violation);
