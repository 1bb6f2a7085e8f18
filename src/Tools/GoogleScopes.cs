namespace Assistant.Tools;

/// <summary>OAuth scopes of Google in use (https://developers.google.com/identity/protocols/oauth2/scopes).</summary>
public static class GoogleScopes
{
    public const string MailFull = "https://mail.google.com/";
    public const string GmailModify = "https://www.googleapis.com/auth/gmail.modify";
    public const string GmailCompose = "https://www.googleapis.com/auth/gmail.compose";
    public const string GmailReadonly = "https://www.googleapis.com/auth/gmail.readonly";
    public const string GmailSettings = "https://www.googleapis.com/auth/gmail.settings.basic";
    public const string CalendarFull = "https://www.googleapis.com/auth/calendar";
    public const string CalendarEvents = "https://www.googleapis.com/auth/calendar.events";
    public const string CalendarReadonly = "https://www.googleapis.com/auth/calendar.readonly";

    /// <summary>Any of these lets the account's mail be read.</summary>
    public static IReadOnlyList<string> ReadMail { get; } = [GmailReadonly, GmailModify, MailFull];

    private static readonly (string Words, string[] AnyOf)[] Abilities =
    [
        ("read mail", [.. ReadMail]),
        ("change, draft and send mail", [GmailModify, MailFull]),
        ("change mail settings", [GmailSettings]),
        ("read calendar", [CalendarReadonly, CalendarFull]),
        ("change events", [CalendarEvents, CalendarFull]),
        ("share and manage calendars", [CalendarFull]),
    ];

    /// <summary>What the scopes allow of what this server does.</summary>
    public static IReadOnlyList<string> InWords(IReadOnlyCollection<string> granted) =>
        [.. Abilities.Where(ability => ability.AnyOf.Any(granted.Contains)).Select(ability => ability.Words)];
}
