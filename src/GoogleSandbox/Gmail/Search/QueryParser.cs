namespace Assistant.GoogleSandbox.Gmail.Search;

/// <summary>
/// Reads Gmail's search language. Terms side by side must all match, <c>OR</c> binds its neighbours tighter than that, braces mean any of, and an operator before
/// brackets goes for each word in them. Nothing is a syntax error: what makes no sense is looked for as words.
/// </summary>
internal sealed class QueryParser
{
    private readonly List<QueryToken> _tokens;
    private readonly SearchOperators _operators;
    private int _position;
    private bool _reachesSpam;
    private bool _reachesTrash;

    private QueryParser(string query, SearchOperators operators) => (_tokens, _operators) = (QueryLexer.Read(query), operators);

    public static SearchQuery Parse(string query, SearchOperators operators)
    {
        var parser = new QueryParser(query, operators);
        var terms = new List<Predicate<SearchTarget>>();
        while (parser._position < parser._tokens.Count)
        {
            terms.AddRange(parser.Terms(null, negated: false));
            // A closing bracket that nothing opened.
            parser._position++;
        }
        return new SearchQuery(All(terms), parser._reachesSpam, parser._reachesTrash);
    }

    private static Predicate<SearchTarget> All(List<Predicate<SearchTarget>> terms) => target => terms.TrueForAll(term => term(target));

    private static Predicate<SearchTarget> Any(List<Predicate<SearchTarget>> terms) => target => terms.Exists(term => term(target));

    private QueryTokenKind? Next => _position < _tokens.Count ? _tokens[_position].Kind : null;

    // Up to a closing bracket or the end.
    private List<Predicate<SearchTarget>> Terms(string? field, bool negated)
    {
        var terms = new List<Predicate<SearchTarget>>();
        while (Next is not (null or QueryTokenKind.Close or QueryTokenKind.CloseAny))
        {
            if (Next is QueryTokenKind.And or QueryTokenKind.Or)
            {
                _position++;
                continue;
            }
            List<Predicate<SearchTarget>> alternatives = [Term(field, negated)];
            while (Next is QueryTokenKind.Or && _position + 1 < _tokens.Count && _tokens[_position + 1].Kind is not (QueryTokenKind.Close or QueryTokenKind.CloseAny))
            {
                _position++;
                alternatives.Add(Term(field, negated));
            }
            terms.Add(alternatives.Count == 1 ? alternatives[0] : Any(alternatives));
        }
        return terms;
    }

    private Predicate<SearchTarget> Term(string? field, bool negated)
    {
        var token = _tokens[_position++];
        switch (token.Kind)
        {
            case QueryTokenKind.Minus when Next is not null:
                var term = Term(field, !negated);
                return target => !term(target);
            case QueryTokenKind.Open:
                return All(Closed(field, negated));
            case QueryTokenKind.OpenAny:
                return Any(Closed(field, negated));
            case QueryTokenKind.Operator when Next is QueryTokenKind.Open or QueryTokenKind.OpenAny:
                return Term(token.Text, negated);
            case QueryTokenKind.Operator when Next is QueryTokenKind.Text:
                return Leaf(token.Text, _tokens[_position++].Text, negated);
            case QueryTokenKind.Operator:
                return _ => true;
            case QueryTokenKind.Text when field is not null:
                return Leaf(field, token.Text, negated);
            default:
                var words = SearchText.Fold(token.Text);
                return target => target.Text.HasWords(words);
        }
    }

    private List<Predicate<SearchTarget>> Closed(string? field, bool negated)
    {
        var terms = Terms(field, negated);
        _position++;
        return terms;
    }

    private Predicate<SearchTarget> Leaf(string name, string operand, bool negated)
    {
        if (!negated && name is "in" or "label")
        {
            var place = operand.ToLowerInvariant();
            _reachesSpam |= place is "anywhere" or "spam";
            _reachesTrash |= place is "anywhere" or "trash";
        }
        return _operators.Of(name, operand);
    }
}
