namespace Assistant.GoogleSandbox.Gmail.Search;

/// <summary>Cuts a query into its tokens.</summary>
internal static class QueryLexer
{
    public static List<QueryToken> Read(string query)
    {
        var tokens = new List<QueryToken>();
        var position = 0;
        while (position < query.Length)
        {
            var c = query[position];
            if (char.IsWhiteSpace(c))
                position++;
            else if (Bracket(c) is { } bracket)
            {
                tokens.Add(new QueryToken(bracket));
                position++;
            }
            else if (c is '-' && StartsTerm(query, position))
            {
                tokens.Add(new QueryToken(QueryTokenKind.Minus));
                position++;
            }
            else if (c is '"')
                tokens.Add(Quoted(query, ref position));
            else
                tokens.Add(Word(query, ref position));
        }
        return tokens;
    }

    // A minus inside a word joins it: "tax-free".
    private static bool StartsTerm(string query, int position)
        => (position == 0 || char.IsWhiteSpace(query[position - 1]) || query[position - 1] is '(' or '{')
            && position + 1 < query.Length
            && !char.IsWhiteSpace(query[position + 1]);

    private static QueryToken Quoted(string query, ref int position)
    {
        var end = query.IndexOf('"', position + 1);
        var text = end < 0 ? query[(position + 1)..] : query[(position + 1)..end];
        position = end < 0 ? query.Length : end + 1;
        return new QueryToken(QueryTokenKind.Text, text);
    }

    private static QueryToken Word(string query, ref int position)
    {
        var start = position;
        while (position < query.Length && !char.IsWhiteSpace(query[position]) && query[position] != '"' && Bracket(query[position]) is null)
        {
            position++;
            if (query[position - 1] == ':' && SearchOperators.IsKnown(query[start..(position - 1)]))
                return new QueryToken(QueryTokenKind.Operator, query[start..(position - 1)].ToLowerInvariant());
        }
        return query[start..position] switch
        {
            "OR" or "|" => new QueryToken(QueryTokenKind.Or),
            "AND" => new QueryToken(QueryTokenKind.And),
            var word => new QueryToken(QueryTokenKind.Text, word),
        };
    }

    private static QueryTokenKind? Bracket(char c) => c switch
    {
        '(' => QueryTokenKind.Open,
        ')' => QueryTokenKind.Close,
        '{' => QueryTokenKind.OpenAny,
        '}' => QueryTokenKind.CloseAny,
        _ => null,
    };
}
