namespace Assistant.Tools.Gmail.Settings;

internal enum FilterTemplate
{
    Newsletters,
    Sender,
    MailingList,
    LargeAttachments,
    Invitations,
}

internal enum FilterStep
{
    Archive,
    Read,
    Star,
    Important,
    NotImportant,
    NeverSpam,
    Trash,
}

/// <summary>Filters that many people want, filled in around what the caller gives.</summary>
internal static class FilterTemplates
{
    private const int Megabyte = 1024 * 1024;
    private const int LargeMegabytes = 10;

    // Newsletters say in their own language how to leave them; Gmail's categories do not work in filters.
    private const string Newsletters =
        """
        {"unsubscribe" "newsletter" "view in browser" "abbestellen" "abmelden" "désabonner" "desinscribirse" "cancelar suscripción" "disiscriviti"}
        """;

    /// <exception cref="ToolFailure">The template needs something that was not given.</exception>
    public static FilterSpec Apply(FilterTemplate? template, FilterSpec filter) => template switch
    {
        null => filter,
        FilterTemplate.Newsletters => filter with { Query = Both(Newsletters, filter.Query), Remove = Archived(filter) },
        FilterTemplate.Sender => filter.From is not null ? filter : throw Missing("sender", "the sender's address"),
        FilterTemplate.MailingList => filter.From is { } list && IsOneWord(list)
            ? filter with { From = null, Query = Both($"list:{list}", filter.Query), Remove = Archived(filter) }
            : throw Missing("mailing_list", "the list's address"),
        FilterTemplate.LargeAttachments => filter with { HasAttachment = true, Size = filter.Size ?? LargeMegabytes * Megabyte, SizeComparison = "larger" },
        _ => filter with { HasAttachment = true, Query = Both("filename:ics", filter.Query) },
    };

    public static (IReadOnlyList<string> Add, IReadOnlyList<string> Remove) Labels(IReadOnlyList<FilterStep> steps)
    {
        var all = steps.Distinct().Select(step => step switch
        {
            FilterStep.Archive => (null, "INBOX"),
            FilterStep.Read => (null, "UNREAD"),
            FilterStep.Star => ("STARRED", null),
            FilterStep.Important => ("IMPORTANT", null),
            FilterStep.NotImportant => (null, "IMPORTANT"),
            FilterStep.NeverSpam => (null, "SPAM"),
            _ => ((string?)"TRASH", (string?)null),
        }).ToList();
        string[] add = [.. all.Select(one => one.Item1).OfType<string>()];
        string[] remove = [.. all.Select(one => one.Item2).OfType<string>()];
        return add.Intersect(remove).Any()
            ? throw new ToolFailure("bad_argument", "The actions 'important' and 'not_important' contradict each other.")
            : (add, remove);
    }

    /// <summary>So that an address cannot bring operators of the search with it.</summary>
    private static bool IsOneWord(string text) =>
        !text.Any(character => char.IsWhiteSpace(character) || "(){}\"".Contains(character, StringComparison.Ordinal));

    private static string Both(string one, string? other) => other is null ? one : $"{one} {other}";

    private static IReadOnlyList<string> Archived(FilterSpec filter) => [.. filter.Remove.Append("INBOX").Distinct()];

    private static ToolFailure Missing(string template, string what) => new("bad_argument", $"The template '{template}' needs {what} in 'from'.");
}
