using System.Text;

namespace Assistant.Tools.Agreements;

/// <summary>What a person is shown before they agree: plain text that a client can put into a dialog, and a terminal can print.</summary>
/// <param name="Title">What would happen, as a question: <c>Send this mail?</c></param>
/// <param name="Lines">Names and values in reading order: From, To, Subject, Attachments.</param>
/// <param name="Body">The text that would leave, or null.</param>
/// <param name="Warnings">What deserves a second look, such as recipients that the person never wrote to.</param>
internal sealed record AgreementCard(string Title, IReadOnlyList<CardLine> Lines, string? Body = null, IReadOnlyList<string>? Warnings = null)
{
    public string ToText()
    {
        var text = new StringBuilder(Title).Append('\n');
        foreach (var (name, value) in Lines)
            text.Append('\n').Append(name).Append(": ").Append(value);
        foreach (var warning in Warnings ?? [])
            text.Append("\n! ").Append(warning);
        if (Body is not null)
            text.Append("\n\n").Append(Body);
        return text.ToString();
    }
}

internal sealed record CardLine(string Name, string Value);
