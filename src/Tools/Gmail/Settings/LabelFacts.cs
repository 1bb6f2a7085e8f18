using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail.Settings;

internal enum LabelVisibility
{
    Show,
    ShowIfUnread,
    Hide,
}

/// <summary>What a label is, as it is journalled and made again.</summary>
internal sealed record LabelFacts(string? Id, string Name, string? Background, string? Text, string? InList, string? InMessages)
{
    public static LabelFacts Of(Label label) => new(
        label.Id, label.Name, label.Color?.BackgroundColor, label.Color?.TextColor, label.LabelListVisibility, label.MessageListVisibility);

    public static string InGmail(LabelVisibility visibility) => visibility switch
    {
        LabelVisibility.Show => "labelShow",
        LabelVisibility.ShowIfUnread => "labelShowIfUnread",
        _ => "labelHide",
    };

    public Label ToLabel(bool withId) => new()
    {
        Id = withId ? Id : null,
        Name = Name,
        Color = Background is null ? null : new LabelColor { BackgroundColor = Background, TextColor = Text },
        LabelListVisibility = InList ?? "labelShow",
        MessageListVisibility = InMessages ?? "show",
    };
}

/// <summary>What takes a change of a label back, as it is journalled.</summary>
/// <param name="Before">As it was, or null where it was made.</param>
/// <param name="After">As it was left, or null where it was deleted.</param>
/// <param name="Messages">Those that had it when it was deleted, up to a bound.</param>
/// <param name="Total">How many had it.</param>
internal sealed record LabelEdit(LabelFacts? Before, LabelFacts? After, IReadOnlyList<string>? Messages = null, int Total = 0)
{
    public const string Created = "label_created";
    public const string Updated = "label_updated";
    public const string Deleted = "label_deleted";
}
