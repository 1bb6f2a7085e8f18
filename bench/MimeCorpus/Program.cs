using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Tests.Compose;

// Writes mails with our writer and what each has to read back as: a line of JSON for each mail, to standard output or a file.
var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000;
await using var output = args.Length > 1 ? File.Create(args[1]) : Console.OpenStandardOutput();
var options = new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
for (var seed = 0; seed < count; seed++)
{
    var random = new RandomMail(seed);
    var mail = random.Next();
    using var raw = new MemoryStream();
    await MimeWriter.WriteAsync(mail, raw, CancellationToken.None);
    var files = mail.Inline.Concat(mail.Attachments).Zip(random.Files)
        .Select(pair => new { name = pair.First.Name, type = pair.First.Type, id = pair.First.ContentId, sha256 = Convert.ToHexStringLower(SHA256.HashData(pair.Second)) });
    await JsonSerializer.SerializeAsync(
        output,
        new
        {
            seed,
            raw = Convert.ToBase64String(raw.ToArray()),
            from = Pairs([mail.From]),
            replyTo = Pairs(mail.ReplyTo),
            to = Pairs(mail.To),
            cc = Pairs(mail.Cc),
            bcc = Pairs(mail.Bcc),
            subject = mail.Subject,
            date = mail.Date.ToUnixTimeSeconds(),
            messageId = mail.MessageId,
            inReplyTo = mail.InReplyTo,
            references = mail.References,
            text = mail.Text,
            html = mail.Html,
            files,
        },
        options);
    output.WriteByte((byte)'\n');
}

static IEnumerable<string[]> Pairs(IReadOnlyList<MailAddress> addresses) => addresses.Select(address => new[] { address.Name, address.Address });
