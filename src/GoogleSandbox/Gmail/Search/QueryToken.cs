namespace Assistant.GoogleSandbox.Gmail.Search;

internal enum QueryTokenKind
{
    Open,
    Close,
    OpenAny,
    CloseAny,
    Minus,
    Or,
    And,
    Operator,
    Text,
}

/// <summary>A piece of a query: of an operator the name, of text the words, which may have been in quotes.</summary>
internal readonly record struct QueryToken(QueryTokenKind Kind, string Text = "");
