using System.Text.Json;

namespace Assistant.GoogleSandbox.Description;

/// <summary>The table of facts about Google's APIs that <c>generate.py</c> makes.</summary>
internal sealed class GoogleDescription
{
    private static readonly Lazy<GoogleDescription> Loaded = new(() => new GoogleDescription(Read()));
    private readonly Route[] _routes;
    private readonly Route[] _uploads;

    private GoogleDescription(IReadOnlyList<ApiFacts> apis)
    {
        Apis = apis;
        _routes =
        [
            .. from api in apis
               from method in api.Methods
               let route = new Route(api, method)
               orderby route.LiteralPieces descending
               select route,
        ];
        _uploads =
        [
            .. from api in apis
               from method in api.Methods
               from path in method.Uploads
               let route = new Route(api, method with { Path = path })
               orderby route.LiteralPieces descending
               select route,
        ];
        Scopes = apis.SelectMany(api => api.Methods).SelectMany(method => method.Scopes).ToHashSet();
    }

    public static GoogleDescription Instance => Loaded.Value;

    public IReadOnlyList<ApiFacts> Apis { get; }

    /// <summary>Every scope that opens a method.</summary>
    public IReadOnlySet<string> Scopes { get; }

    /// <summary>The methods at this path, whatever their HTTP method.</summary>
    public IReadOnlyList<(Route Route, IReadOnlyDictionary<string, string> Path)> At(string rawPath) => At(_routes, rawPath);

    /// <summary>The methods whose media upload is at this path.</summary>
    public IReadOnlyList<(Route Route, IReadOnlyDictionary<string, string> Path)> UploadsAt(string rawPath) => At(_uploads, rawPath);

    private static IReadOnlyList<(Route Route, IReadOnlyDictionary<string, string> Path)> At(Route[] routes, string rawPath)
    {
        var segments = rawPath.Split('/');
        return
        [
            .. from route in routes
               let values = route.Match(segments)
               where values is not null
               select (route, (IReadOnlyDictionary<string, string>)values),
        ];
    }

    private static IReadOnlyList<ApiFacts> Read()
    {
        using var stream = typeof(GoogleDescription).Assembly.GetManifestResourceStream("google-description.json")!;
        return JsonSerializer.Deserialize<Document>(stream, JsonSerializerOptions.Web)!.Apis;
    }

    private sealed record Document(IReadOnlyList<ApiFacts> Apis);
}
