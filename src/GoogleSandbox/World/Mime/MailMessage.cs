using System.Globalization;
using System.Text;

namespace Assistant.GoogleSandbox.World.Mime;

/// <summary>A message as RFC 5322 writes it.</summary>
internal sealed record MailMessage
{
    public required Mailbox From { get; init; }

    public required IReadOnlyList<Mailbox> To { get; init; }

    public IReadOnlyList<Mailbox> Cc { get; init; } = [];

    public required string Subject { get; init; }

    /// <summary>With the offset of the sender's zone.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>Without the angle brackets.</summary>
    public required string MessageId { get; init; }

    public IReadOnlyList<string> References { get; init; } = [];

    public required MimePart Body { get; init; }

    /// <summary>Charset of encoded words.</summary>
    public string Charset { get; init; } = Mime.Charset.Utf8;

    /// <summary>Encoded words as Q, else as B.</summary>
    public bool Quoted { get; init; } = true;

    public IReadOnlyList<(string Name, string Value)> Extra { get; init; } = [];

    /// <param name="trace">Fields that the way of one copy adds in front, complete lines.</param>
    public byte[] ToBytes(string trace = "")
    {
        var text = new StringBuilder(trace);
        text.Append(HeaderLine.Fold("Date", Date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + Offset(Date.Offset)));
        text.Append(HeaderLine.Addresses("From", [From], Charset, Quoted));
        if (To.Count > 0)
            text.Append(HeaderLine.Addresses("To", To, Charset, Quoted));
        if (Cc.Count > 0)
            text.Append(HeaderLine.Addresses("Cc", Cc, Charset, Quoted));
        text.Append(HeaderLine.Text("Subject", Subject, Charset, Quoted));
        text.Append(CultureInfo.InvariantCulture, $"Message-ID: <{MessageId}>\r\n");
        if (References.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"In-Reply-To: <{References[^1]}>\r\n");
            text.Append(HeaderLine.Fold("References", string.Join(' ', References.Select(id => $"<{id}>"))));
        }

        foreach (var (name, value) in Extra)
            text.Append(HeaderLine.Text(name, value, Charset, Quoted));
        text.Append("MIME-Version: 1.0\r\n");
        Body.Write(text, "=_" + MessageId.Split('@')[0]);
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    private static string Offset(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hhmm", CultureInfo.InvariantCulture);
}
