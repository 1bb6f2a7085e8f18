using System.Globalization;
using Assistant.GoogleSandbox.World.Mime;

namespace Assistant.GoogleSandbox.World;

/// <summary>Puts copies of messages into the two mailboxes, each with the trace fields of its own way.</summary>
internal sealed class PostOffice(int seed)
{
    private readonly SeededRandom _ids = SeededRandom.For(seed, "message ids");

    private readonly Dictionary<Contact, List<SeedMail>> _boxes = new() { [Cast.Ada] = [], [Cast.Bruno] = [] };

    public IReadOnlyList<SeedMail> MailsOf(Contact owner) => _boxes[owner];

    public string NewMessageId(string domain) => $"{_ids.Token(20)}@mail.{domain}";

    /// <summary>The copy that its writer keeps: sent, or still a draft.</summary>
    public void Keep(Contact owner, MailMessage message, params IReadOnlyList<string> labels) =>
        _boxes[owner].Add(new SeedMail(message.ToBytes(), labels, message.Date));

    public void Deliver(Contact owner, MailMessage message, params IReadOnlyList<string> labels)
    {
        var received = message.Date.AddSeconds(2 + _ids.Below(7));
        var domain = message.From.Address.Split('@')[1];
        var verdict = labels.Contains("SPAM") ? "fail" : "pass";
        var at = received.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture);
        var trace = $"Delivered-To: {owner.Address}\r\n"
            + $"Return-Path: <{message.From.Address}>\r\n"
            + $"Received: from mail.{domain} by mx.northwind.example\r\n with ESMTPS id {_ids.Token(16)}; {at} +0000\r\n"
            + $"Authentication-Results: mx.northwind.example; spf={verdict}\r\n smtp.mailfrom={message.From.Address};\r\n dkim={verdict} header.d={domain}\r\n";
        _boxes[owner].Add(new SeedMail(message.ToBytes(trace), labels, received));
    }
}
