using System.Globalization;
using System.Text;
using Assistant.GoogleSandbox.Gmail.Mime;

namespace Assistant.GoogleSandbox.Gmail.Sending;

/// <summary>
/// Takes mail from one mailbox of the sandbox and brings it to the others. As Gmail does, it replaces the client's Message-ID (two projects report so),
/// sends from no address that the person may not use, keeps Bcc for the sender alone and threads the sender's copy.
/// </summary>
internal sealed class MailOffice(Func<string, Mailbox?> find, GoogleSandboxOptions options)
{
    private const int MostRecipients = 500;
    private static readonly string[] RecipientHeaders = ["To", "Cc", "Bcc"];

    private readonly Lock _gate = new();
    private readonly List<SandboxDelivery> _deliveries = [];
    private long _sent;

    public IReadOnlyList<SandboxDelivery> Deliveries
    {
        get
        {
            lock (_gate)
                return [.. _deliveries];
        }
    }

    /// <param name="sender">Whose mailbox it leaves.</param>
    /// <param name="content">As the client wrote it.</param>
    /// <param name="thread">The thread that it is to join.</param>
    /// <param name="draft">The draft that it was; it is gone afterwards.</param>
    /// <param name="method">What sends it.</param>
    /// <exception cref="Api.ApiException">400: Gmail would not send it.</exception>
    public StoredMessage Send(Mailbox sender, MessageContent content, string? thread, string? draft, string method)
    {
        var recipients = Recipients(content);
        var raw = Stamp(sender, content);
        var own = recipients.Any(address => find(Plain(address)) == sender);
        var kept = sender.KeepSent(new MessageContent(raw), thread, draft, own ? ["SENT", "INBOX", "UNREAD"] : ["SENT"]);
        lock (_gate)
            _deliveries.Add(new(sender.Person.Email, recipients, raw, content.MessageId, kept.Id, kept.ThreadId, options.Time.GetUtcNow(), method));
        var outside = HeaderFields.Edit(raw, ["Bcc"]);
        foreach (var receiver in recipients.Select(address => find(Plain(address))).OfType<Mailbox>().Distinct().Where(receiver => receiver != sender))
            Deliver(sender, receiver, outside, isAnswer: method == Vacation.Method);
        return kept;
    }

    private void Deliver(Mailbox sender, Mailbox receiver, byte[] raw, bool isAnswer)
    {
        var domain = sender.Person.Email.Split('@')[1];
        var trace = $"Delivered-To: {receiver.Person.Email}\r\nReturn-Path: <{sender.Person.Email}>\r\n"
            + $"Received: from mail.{domain} by mx.google.com\r\n with ESMTPS; {Date()}\r\n"
            + $"Authentication-Results: mx.google.com;\r\n dkim=pass header.i=@{domain} header.s=sandbox header.b=c2FuZGJv;\r\n"
            + $" spf=pass smtp.mailfrom={sender.Person.Email};\r\n dmarc=pass header.from={domain}\r\n";
        var content = new MessageContent(HeaderFields.Edit(raw, [], trace));
        var message = receiver.Receive(content, receiver.Settings.Filters.LabelsFor(content, receiver));
        if (!isAnswer && receiver.Settings.Vacation.AnswerTo(message, sender.Person.Email, receiver.Person, options.Time) is { } answer)
            Send(receiver, new MessageContent(answer), thread: null, draft: null, Vacation.Method);
    }

    /// <exception cref="Api.ApiException">400: none, too many, or one that is no address.</exception>
    private static List<string> Recipients(MessageContent content)
    {
        var recipients = new List<string>();
        foreach (var name in RecipientHeaders)
        {
            foreach (var header in content.Root.Headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                recipients.AddRange(AddressList.Read(EncodedWords.Decode(header)) ?? throw GmailErrors.Invalid($"Invalid {name} header"));
        }

        recipients = [.. recipients.Distinct()];
        return recipients.Count switch
        {
            0 => throw GmailErrors.Invalid("Recipient address required"),
            > MostRecipients => throw GmailErrors.Invalid("Too many recipients"),
            _ => recipients,
        };
    }

    private byte[] Stamp(Mailbox sender, MessageContent content)
    {
        var root = content.Root;
        var from = AddressList.Read(root.Header("From") ?? "");
        var (drop, add) = (new List<string>(), new StringBuilder());
        if (from is not [var one] || !sender.Settings.SendAs.May(one))
        {
            drop.Add("From");
            add.Append("From: ").Append(EncodedName(sender.Person.Name)).Append(" <").Append(sender.Person.Email).Append(">\r\n");
        }

        if (!options.KeepMessageId || content.MessageId is null)
        {
            drop.Add("Message-ID");
            var number = Interlocked.Increment(ref _sent).ToString("x8", CultureInfo.InvariantCulture);
            add.Append("Message-ID: <CAsandbox").Append(number).Append(options.Time.GetUtcNow().ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture)).Append("@mail.gmail.com>\r\n");
        }

        if (root.Header("Date") is null)
            add.Append("Date: ").Append(Date()).Append("\r\n");
        return HeaderFields.Edit(content.Raw, drop, add.ToString());
    }

    private string Date() => options.Time.GetUtcNow().UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture) + " +0000";

    private static string EncodedName(string name) => $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(name))}?=";

    /// <summary>The mailbox of <c>ann+news@example.org</c> is that of <c>ann@example.org</c>.</summary>
    private static string Plain(string address)
    {
        var (plus, at) = (address.IndexOf('+', StringComparison.Ordinal), address.LastIndexOf('@'));
        return plus > 0 && plus < at ? address[..plus] + address[at..] : address;
    }
}
