using System.Globalization;
using System.Text;
using Assistant.Tools.Compose.Mime;

namespace Assistant.Tools.Tests.Compose;

public sealed class MimeRoundTripTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_written_is_read_back_without_a_difference()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var random = new RandomMail(seed);
            var mail = random.Next();
            var bytes = await WriteAsync(mail);

            var read = MimeReader.Read(bytes);

            var problem = Difference(mail, read, random.Files);
            Assert.True(problem is null, $"seed {seed}: {problem}\n{Encoding.UTF8.GetString(bytes)[..Math.Min(bytes.Length, 3_000)]}");
        }
    }

    [Fact]
    public async Task Every_line_is_ascii_ends_with_crlf_and_is_short()
    {
        for (var seed = 10_000; seed < 10_300; seed++)
        {
            var mail = new RandomMail(seed).Next();
            var text = Encoding.Latin1.GetString(await WriteAsync(mail));

            Assert.All(text, c => Assert.True(c < 128, $"seed {seed}"));
            Assert.DoesNotContain("\n", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("\r", text.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.All(text.Split("\r\n"), line => Assert.True(line.Length <= 998, $"seed {seed}: {line.Length}"));
        }
    }

    [Theory]
    [InlineData("Grüße\r\nBcc: eve@x.example")]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\0b")]
    [InlineData("a\u0085b")]
    [InlineData("=?utf-8?Q?a=0D=0ABcc:_eve@x.example?=")]
    [InlineData("=?utf-8?B?YQ0KQmNjOiBldmVAeC5leGFtcGxl?=")]
    public async Task Nothing_that_could_begin_another_field_gets_into_a_header(string evil)
    {
        var mail = new RandomMail(1).Next();
        OutgoingMail[] attempts =
        [
            mail with { Subject = evil },
            mail with { From = new(evil, "ann@example.org") },
            mail with { From = new("Ann", $"ann@example.org{evil}") },
            mail with { To = [new("", $"ann{evil}@example.org")] },
            mail with { Cc = [new(evil, "ann@example.org")] },
            mail with { Bcc = [new(evil, "ann@example.org")] },
            mail with { ReplyTo = [new(evil, "ann@example.org")] },
            mail with { MessageId = evil },
            mail with { InReplyTo = evil },
            mail with { References = [evil] },
            mail with { Attachments = [MailFile.Of(evil, "text/plain", [1])] },
            mail with { Attachments = [MailFile.Of("a.txt", evil, [1])] },
            mail with { Html = "x", Inline = [MailFile.Of("a.png", "image/png", [1], evil)] },
        ];

        foreach (var attempt in attempts)
            await Assert.ThrowsAsync<MailFormatException>(() => WriteAsync(attempt));
        Assert.Throws<MailFormatException>(() => MailAddresses.Parse("to", $"Ann <ann@example.org>, {evil} <bob@example.org>"));
    }

    [Theory]
    [InlineData("../etc/passwd")]
    [InlineData("C:\\x")]
    [InlineData(" ")]
    public async Task A_file_name_is_no_path(string name) =>
        await Assert.ThrowsAsync<MailFormatException>(() => WriteAsync(new RandomMail(1).Next() with { Attachments = [MailFile.Of(name, "text/plain", [1])] }));

    [Fact]
    public async Task A_large_file_passes_through_in_pieces()
    {
        const int size = 25_000_000;
        var mail = new RandomMail(3).Next() with { Attachments = [new("big.bin", "application/octet-stream", size, _ => Task.FromResult<Stream>(new Zeros(size)))] };
        var before = GC.GetAllocatedBytesForCurrentThread();
        var target = new Counter();

        await MimeWriter.WriteAsync(mail, target, Stop);

        Assert.True(target.Length > size * 4L / 3);
        // Nothing holds the whole: it leaves in pieces, and other tests' memory is not counted.
        Assert.InRange(target.Largest, 1, 1_000_000);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < size * 8L);
    }

    internal static async Task<byte[]> WriteAsync(OutgoingMail mail)
    {
        using var target = new MemoryStream();
        await MimeWriter.WriteAsync(mail, target, Stop);
        return target.ToArray();
    }

    /// <summary>What differs, or null.</summary>
    private static string? Difference(OutgoingMail mail, MimeEntity read, List<byte[]> files)
    {
        var parts = read.SelfAndDescendants().Where(part => part.Children.Count == 0).ToList();
        var text = parts.First(part => part.Type == "text/plain" && part.FileName.Length == 0);
        var written = mail.Inline.Concat(mail.Attachments).ToList();
        var found = parts.Where(part => part.FileName.Length > 0).ToList();
        (string What, string Expected, string Actual)[] pairs =
        [
            ("from", List([mail.From]), List(read.Addresses("From"))),
            ("reply-to", List(mail.ReplyTo), List(read.Addresses("Reply-To"))),
            ("to", List(mail.To), List(read.Addresses("To"))),
            ("cc", List(mail.Cc), List(read.Addresses("Cc"))),
            ("bcc", List(mail.Bcc), List(read.Addresses("Bcc"))),
            ("subject", mail.Subject, read.Header("Subject")),
            ("date", mail.Date.ToString("R", CultureInfo.InvariantCulture), DateTimeOffset.Parse(read.Header("Date"), CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture)),
            ("id", $"<{mail.MessageId}>", read.Header("Message-ID")),
            ("references", string.Join(' ', mail.References.Select(id => $"<{id}>")), read.Header("References")),
            ("text", mail.Text, text.Text.ReplaceLineEndings("\n")),
            ("html", mail.Html ?? "", parts.FirstOrDefault(part => part.Type == "text/html")?.Text.ReplaceLineEndings("\n") ?? ""),
            ("names", string.Join('|', written.Select(file => file.Name)), string.Join('|', found.Select(part => part.FileName))),
            ("types", string.Join('|', written.Select(file => file.Type)), string.Join('|', found.Select(part => part.Type))),
            ("ids", string.Join('|', mail.Inline.Select(file => $"<{file.ContentId}>")), string.Join('|', found.Take(mail.Inline.Count).Select(part => part.Header("Content-ID")))),
            ("files", string.Join('|', files.Select(Convert.ToHexString)), string.Join('|', found.Select(part => Convert.ToHexString(part.Content.Span)))),
        ];
        return pairs.Where(pair => pair.Expected != pair.Actual).Select(pair => $"{pair.What}: '{pair.Expected}' came back as '{pair.Actual}'").FirstOrDefault();
    }

    private static string List(IEnumerable<MailAddress> addresses) => string.Join(" | ", addresses.Select(address => $"{address.Name} <{address.Address}>"));

    private sealed class Zeros(int size) : MemoryStream
    {
        private int _left = size;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = Math.Min(buffer.Length, _left);
            _left -= read;
            buffer.Span[..read].Clear();
            return new(read);
        }
    }

    private sealed class Counter : MemoryStream
    {
        private long _length;

        public override long Length => _length;

        /// <summary>Of the pieces, in bytes.</summary>
        public int Largest { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _length += buffer.Length;
            Largest = Math.Max(Largest, buffer.Length);
            return ValueTask.CompletedTask;
        }
    }
}
