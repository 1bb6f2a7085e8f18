namespace Assistant.Tools.Gmail.Settings;

/// <param name="Enabled">Whether it answers.</param>
/// <param name="Subject">Put before the subject.</param>
/// <param name="Body">What it answers.</param>
/// <param name="From">Since when; absent for at once.</param>
/// <param name="Until">Until when; absent for without end.</param>
/// <param name="OnlyContacts">Answers only contacts.</param>
/// <param name="OnlyDomain">Answers only the own organisation.</param>
public sealed record VacationView(
    bool Enabled = false,
    string? Subject = null,
    string? Body = null,
    string? From = null,
    string? Until = null,
    bool OnlyContacts = false,
    bool OnlyDomain = false) : IToolResult
{
    public string ToText() =>
        $"The vacation responder is {(Enabled ? "on" : "off")}"
        + (From is null ? "" : $", from {From}") + (Until is null ? "" : $", until {Until}")
        + (OnlyContacts ? ", for contacts only" : "") + (OnlyDomain ? ", for the own organisation only" : "")
        + (Subject is null ? "" : $"\nSubject: {Subject}") + (Body is null ? "" : $"\n\n{Body}");
}
