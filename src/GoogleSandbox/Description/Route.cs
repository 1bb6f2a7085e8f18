namespace Assistant.GoogleSandbox.Description;

/// <summary>A method with the pieces of its path, ready to be compared with a request's.</summary>
internal sealed class Route
{
    private readonly Piece[] _pieces;

    public Route(ApiFacts api, MethodFacts method)
    {
        (Api, Method) = (api, method);
        _pieces = [.. method.Path.Split('/').Select(Piece.Of)];
    }

    public ApiFacts Api { get; }

    public MethodFacts Method { get; }

    public int LiteralPieces => _pieces.Count(piece => piece.Parameter is null);

    /// <summary>The decoded path parameters, or null where the path is another one.</summary>
    /// <param name="segments">The request's path as sent, split at its slashes.</param>
    public Dictionary<string, string>? Match(string[] segments)
    {
        if (segments.Length != _pieces.Length)
            return null;
        var values = new Dictionary<string, string>();
        for (var i = 0; i < segments.Length; i++)
        {
            var (parameter, literal) = _pieces[i];
            var segment = Uri.UnescapeDataString(segments[i]);
            if (parameter is null)
            {
                if (segment != literal)
                    return null;
            }
            else if (segment.Length > literal.Length && segment.EndsWith(literal, StringComparison.Ordinal))
                values[parameter] = segment[..^literal.Length];
            else
                return null;
        }
        return values;
    }

    /// <summary>A word, or a parameter with what follows it: <c>{keyPairId}:disable</c>.</summary>
    private readonly record struct Piece(string? Parameter, string Literal)
    {
        public static Piece Of(string template) => template.StartsWith('{') && template.IndexOf('}') is > 0 and var end
            ? new Piece(template[1..end], template[(end + 1)..])
            : new Piece(null, template);
    }
}
