namespace Assistant.GoogleSandbox.Gmail.Search;

/// <summary>Gmail's search operators, each a test of a message. An operand that means nothing finds nothing.</summary>
internal sealed class SearchOperators(DateTimeOffset now)
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "from", "to", "cc", "bcc", "subject", "label", "in", "is", "has", "filename", "before", "after", "older", "newer", "older_than", "newer_than",
        "larger", "smaller", "size", "rfc822msgid", "list", "deliveredto", "category",
    };

    public static bool IsKnown(string name) => Names.Contains(name);

    public Predicate<SearchTarget> Of(string name, string operand)
    {
        var words = SearchText.Fold(operand);
        return name switch
        {
            "from" => Address(operand, text => text.From),
            "to" => Address(operand, text => text.To),
            "cc" => Address(operand, text => text.Cc),
            "bcc" => Address(operand, text => text.Bcc),
            "deliveredto" => Address(operand, text => text.Folded("Delivered-To")),
            "subject" => target => SearchText.Has(target.Text.Subject, words),
            "list" => target => words.Length > 1 && SearchText.Has(target.Text.Folded("List-ID"), words),
            "label" => target => PlaceNames.HasLabel(target, operand),
            "in" => target => PlaceNames.IsIn(target, operand),
            "is" => target => PlaceNames.Is(target.Message, operand),
            "category" => target => PlaceNames.IsOfCategory(target.Message, operand),
            "has" => target => Things.Has(target, operand),
            "filename" => target => Things.HasFile(target, operand),
            "rfc822msgid" => target => target.Message.Content.MessageId is { } id && Bare(id) == Bare(operand),
            "after" or "newer" => Date(operand, (received, date) => received >= date),
            "before" or "older" => Date(operand, (received, date) => received < date),
            "newer_than" => Age(operand, (received, date) => received >= date),
            "older_than" => Age(operand, (received, date) => received < date),
            "larger" or "size" => Size(operand, (size, limit) => size >= limit),
            "smaller" => Size(operand, (size, limit) => size < limit),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not an operator of Gmail's."),
        };
    }

    private static Predicate<SearchTarget> Address(string operand, Func<SearchDocument, string> header)
    {
        var words = SearchText.Fold(operand);
        return operand.Equals("me", StringComparison.OrdinalIgnoreCase)
            ? target => SearchText.Has(header(target.Text), SearchText.Fold(target.Mailbox.Person.Email))
            : target => words.Length > 1 && SearchText.Has(header(target.Text), words);
    }

    private static Predicate<SearchTarget> Date(string operand, Func<DateTimeOffset, DateTimeOffset, bool> test)
        => SearchDates.Read(operand) is { } date ? target => test(target.Message.ReceivedAt, date) : _ => false;

    private Predicate<SearchTarget> Age(string operand, Func<DateTimeOffset, DateTimeOffset, bool> test)
        => SearchDates.ReadAge(operand, now) is { } date ? target => test(target.Message.ReceivedAt, date) : _ => false;

    private static Predicate<SearchTarget> Size(string operand, Func<long, long, bool> test)
        => Things.ReadSize(operand) is { } limit ? target => test(target.Message.Content.Raw.Length, limit) : _ => false;

    private static string Bare(string messageId) => messageId.Trim().TrimStart('<').TrimEnd('>');
}
