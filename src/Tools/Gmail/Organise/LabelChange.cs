namespace Assistant.Tools.Gmail.Organise;

/// <summary>Labels to put on and to take off, by id.</summary>
/// <param name="Add">Label ids.</param>
/// <param name="Remove">Label ids.</param>
/// <param name="Words">What it does, such as <c>archive, add label 'Bills'</c>.</param>
internal sealed record LabelChange(IReadOnlyList<string> Add, IReadOnlyList<string> Remove, string Words)
{
    public static LabelChange Trash { get; } = new(["TRASH"], [], "move to the trash");

    public static LabelChange Untrash { get; } = new([], ["TRASH"], "take out of the trash");

    /// <summary>What may appear on a message because of this: inbox, spam and trash exclude each other, and Gmail sees to that by itself.</summary>
    public IReadOnlyCollection<string> MayAppear => [.. Add.Concat(Remove.Any(IsAway) ? ["INBOX"] : []).Distinct()];

    /// <summary>What may vanish from a message because of this.</summary>
    public IReadOnlyCollection<string> MayVanish => [.. Remove.Concat(Add.SelectMany(Excluded)).Distinct()];

    /// <summary>What of both was not asked for: only what happens at the same moment counts as this change's.</summary>
    public IReadOnlyCollection<string> Aside => [.. MayAppear.Except(Add).Concat(MayVanish.Except(Remove)).Distinct()];

    private static bool IsAway(string label) => label is "TRASH" or "SPAM";

    private static IEnumerable<string> Excluded(string label) => label switch
    {
        "TRASH" => ["INBOX", "SPAM"],
        "SPAM" => ["INBOX", "TRASH"],
        "INBOX" => ["TRASH", "SPAM"],
        _ => [],
    };
}
