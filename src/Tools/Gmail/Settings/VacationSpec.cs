using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail.Settings;

/// <summary>The vacation responder, as it is proposed, journalled and set.</summary>
/// <param name="Enabled">Whether it answers.</param>
/// <param name="Subject">Put before the subject of its answers.</param>
/// <param name="Text">Plain text; used where there is no HTML.</param>
/// <param name="Html">HTML.</param>
/// <param name="Start">Milliseconds since 1970-01-01 UTC, or null for at once.</param>
/// <param name="End">Milliseconds since 1970-01-01 UTC, or null for without end.</param>
/// <param name="OnlyContacts">Answers only the person's contacts.</param>
/// <param name="OnlyDomain">Answers only the person's own organisation.</param>
internal sealed record VacationSpec(bool Enabled, string? Subject, string? Text, string? Html, long? Start, long? End, bool OnlyContacts, bool OnlyDomain)
{
    public const string Kind = "vacation";

    public static VacationSpec Of(VacationSettings settings) => new(
        settings.EnableAutoReply is true,
        Blank(settings.ResponseSubject),
        Blank(settings.ResponseBodyPlainText),
        Blank(settings.ResponseBodyHtml),
        settings.StartTime,
        settings.EndTime,
        settings.RestrictToContacts is true,
        settings.RestrictToDomain is true);

    public VacationSettings ToSettings() => new()
    {
        EnableAutoReply = Enabled,
        ResponseSubject = Subject ?? "",
        ResponseBodyPlainText = Text ?? "",
        ResponseBodyHtml = Html,
        StartTime = Start,
        EndTime = End,
        RestrictToContacts = OnlyContacts,
        RestrictToDomain = OnlyDomain,
    };

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.ReplaceLineEndings("\n").Trim();
}
