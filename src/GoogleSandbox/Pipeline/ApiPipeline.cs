using System.Text.Json;
using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;
using Assistant.GoogleSandbox.Description;
using Assistant.GoogleSandbox.OAuth;

namespace Assistant.GoogleSandbox.Pipeline;

/// <summary>
/// An API request's way: Google's description, then the token, the mailbox it opens, its scopes, the quota, the faults asked for, and the API itself.
/// </summary>
internal sealed class ApiPipeline(Authority authority, QuotaLedger quota, FaultInjector faults, IReadOnlyDictionary<string, IApi> apis)
{
    private static readonly HashSet<string> WithoutBody = ["GET", "DELETE"];

    private readonly UploadDesk _uploads = new();

    public async Task<Reply> AnswerAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        try
        {
            var isUpload = UploadDesk.Serves(exchange.Request.RawPath);
            var (route, path) = isUpload ? MatchUpload(exchange) : Match(exchange);
            var body = Check(exchange, route, path, isUpload, out var mask);
            var token = Authenticate(exchange);
            CheckMailbox(token, path);
            CheckScopes(token, route.Method);
            var uploaded = isUpload ? _uploads.Read(exchange.Request, token.Grant.Person, wrong => Violation(exchange, wrong)) : null;
            if (uploaded?.Answer is { } unfinished)
                return unfinished;
            if (uploaded is { Json.Length: > 0 })
                body = ReadJson(exchange, route, uploaded.Json);
            quota.Spend(token.Grant.Person, route.Method.Id);
            var call = new ApiCall(
                route.Method.Id,
                token.Grant.Person,
                path,
                exchange.Request.Query,
                body,
                exchange.Request.Header("If-Match"),
                exchange.Request.Header("If-None-Match"))
            { Scopes = token.Scopes, Media = uploaded?.Media };
            return await faults.AroundAsync(exchange, () => Serve(call, mask, route.Method.Response is null), cancellationToken);
        }
        catch (ApiException error)
        {
            return GoogleError.Of(error);
        }
        catch (UnauthorizedException error)
        {
            return GoogleError.Of(401, "authError", error.Message)
                .With("WWW-Authenticate", "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"");
        }
    }

    private static (Route Route, IReadOnlyDictionary<string, string> Path) Match(Exchange exchange)
    {
        var request = exchange.Request;
        var candidates = GoogleDescription.Instance.At(request.RawPath);
        if (candidates.Count == 0)
            throw Violation(exchange, $"no method of Google's has the path {request.RawPath}");
        var match = candidates.FirstOrDefault(candidate => candidate.Route.Method.Verb == request.HttpMethod);
        if (match.Route is null)
        {
            var verbs = string.Join(", ", candidates.Select(candidate => candidate.Route.Method.Verb).Distinct());
            throw Violation(exchange, $"{request.HttpMethod} is not for {request.RawPath}, but {verbs}");
        }
        exchange.MethodId = match.Route.Method.Id;
        return match;
    }

    /// <summary>A resumable upload is begun with the method's own verb and continued with PUT.</summary>
    private static (Route Route, IReadOnlyDictionary<string, string> Path) MatchUpload(Exchange exchange)
    {
        var request = exchange.Request;
        var isContinued = request.HttpMethod == "PUT" && request.Query.ContainsKey("upload_id");
        var match = GoogleDescription.Instance.UploadsAt(request.RawPath)
            .FirstOrDefault(candidate => isContinued || candidate.Route.Method.Verb == request.HttpMethod);
        if (match.Route is null)
            throw Violation(exchange, $"no upload of Google's is {request.HttpMethod} {request.RawPath}");
        exchange.MethodId = match.Route.Method.Id;
        return match;
    }

    private static JsonObject? Check(Exchange exchange, Route route, IReadOnlyDictionary<string, string> path, bool isUpload, out FieldMask? mask)
    {
        var request = isUpload ? UploadDesk.WithoutUpload(exchange.Request) : exchange.Request;
        if (QueryCheck.Complaint(route, path, request.Query) is { } wrong)
            throw Violation(exchange, wrong);
        mask = ReadMask(exchange, route);
        return isUpload ? null : ReadBody(exchange, route);
    }

    private static FieldMask? ReadMask(Exchange exchange, Route route)
    {
        if (exchange.Request.Query.GetValueOrDefault("fields")?[0] is not { Length: > 0 } text)
            return null;
        try
        {
            var mask = FieldMask.Parse(text);
            return route.Method.Response is { } schema && mask.Unknown(route.Api, schema) is { } unknown
                ? throw Violation(exchange, $"Invalid field selection {unknown}")
                : mask;
        }
        catch (FormatException wrong)
        {
            throw Violation(exchange, $"Invalid field selection: {wrong.Message}");
        }
    }

    private static JsonObject? ReadBody(Exchange exchange, Route route)
    {
        var request = exchange.Request;
        if (request.Body.Length == 0)
        {
            return route.Method.Request is null || WithoutBody.Contains(route.Method.Verb)
                ? null
                : throw Violation(exchange, $"the body is missing: {route.Method.Request}");
        }
        if (route.Method.Request is null)
            throw Violation(exchange, "the method takes no body");
        if (request.Header("Content-Type")?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
            throw Violation(exchange, "the body must be application/json");
        return ReadJson(exchange, route, request.Body);
    }

    private static JsonObject ReadJson(Exchange exchange, Route route, byte[] json)
    {
        var schema = route.Method.Request!;
        try
        {
            var body = JsonNode.Parse(json) as JsonObject ?? throw Violation(exchange, "the body must be a JSON object");
            return new BodyCheck(route.Api).Complaint(schema, body) is { } wrong ? throw Violation(exchange, wrong) : body;
        }
        catch (JsonException)
        {
            throw Violation(exchange, "the body is not JSON");
        }
    }

    private AccessToken Authenticate(Exchange exchange)
    {
        var token = Bearer.Open(exchange.Request, authority) ?? throw new UnauthorizedException();
        exchange.Person = token.Grant.Person;
        return token;
    }

    private static void CheckMailbox(AccessToken token, IReadOnlyDictionary<string, string> path)
    {
        var own = token.Grant.Person;
        if (path.TryGetValue("userId", out var user) && user != "me" && !user.Equals(own, StringComparison.OrdinalIgnoreCase))
            throw new ApiException(403, "forbidden", $"Delegation denied for {own}");
    }

    private static void CheckScopes(AccessToken token, MethodFacts method)
    {
        if (method.Scopes.Count > 0 && !method.Scopes.Any(token.Scopes.Contains))
            throw new ApiException(403, "insufficientPermissions", "Request had insufficient authentication scopes.");
    }

    private Reply Serve(ApiCall call, FieldMask? mask, bool isEmpty)
    {
        var api = call.Method[..call.Method.IndexOf('.', StringComparison.Ordinal)];
        if (!apis.TryGetValue(api, out var served))
            throw new ApiException(501, "notImplemented", $"The sandbox does not serve {call.Method} yet.");
        var answer = served.Answer(call);
        if (isEmpty)
            return Reply.Empty(204);
        var etag = answer["etag"]?.GetValue<string>();
        if (etag is not null && call.IfNoneMatch is { } known && (known == "*" || known.Split(',').Any(one => one.Trim() == etag)))
            return Reply.Empty(304).With("ETag", etag);
        var reply = Reply.Json(200, mask?.Apply(answer) ?? answer);
        return etag is null ? reply : reply.With("ETag", etag);
    }

    private static ApiException Violation(Exchange exchange, string what)
    {
        exchange.Violation = what;
        return new ApiException(400, "badRequest", what);
    }

    private sealed class UnauthorizedException() : Exception("Request had invalid authentication credentials.");
}
