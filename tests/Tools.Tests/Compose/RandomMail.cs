using System.Text;
using Assistant.Tools.Compose.Mime;

namespace Assistant.Tools.Tests.Compose;

/// <summary>Mails of every kind that people write, from a seed: names and subjects in any script, IDN, files, pictures in the text.</summary>
internal sealed class RandomMail(int seed)
{
    private static readonly string[] Words =
    [
        "report", "Meeting", "Bericht", "Größe", "élève", "naïve", "mañana", "Привет", "Встреча", "会议", "報告書", "안녕하세요", "שלום", "مرحبا", "สวัสดี", "Ελλάδα", "👩‍👩‍👧‍👦", "🎉", "e\u0301tude",
        "Q3", "50%", "a_b", "=", "?", "=20", "don't", "x@y", "C:", "re:", "#1", "(draft)", "[list]", "…", "–", "„Zitat“", "Łódź", "İstanbul", "ﬁ", "\u00A0", "𝒳",
    ];

    private static readonly string[] Domains = ["example.org", "mail.example.com", "bücher.example", "пример.example", "例え.example", "xn--bcher-kva.example", "a-b.example"];
    private static readonly string[] Types = ["application/pdf", "image/png", "text/plain", "text/csv", "application/octet-stream", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"];

    private readonly Random _random = new(seed);

    /// <summary>The content of each file by its place: inline ones first.</summary>
    public List<byte[]> Files { get; } = [];

    public OutgoingMail Next()
    {
        Files.Clear();
        var html = _random.Next(3) > 0;
        var inline = html ? Several(0, 2, () => File(inline: true)) : [];
        return new OutgoingMail
        {
            From = Person(),
            ReplyTo = Several(0, 1, Person),
            To = Several(0, _random.Next(20) == 0 ? 60 : 4, Person),
            Cc = Several(0, 3, Person),
            Bcc = Several(0, 2, Person),
            Subject = Text(_random.Next(20) == 0 ? 120 : 12),
            Date = DateTimeOffset.UnixEpoch.AddSeconds(_random.Next(1_500_000_000, 1_900_000_000)).ToOffset(TimeSpan.FromMinutes(15 * _random.Next(-44, 52))),
            MessageId = Id(),
            InReplyTo = _random.Next(2) == 0 ? Id() : null,
            References = Several(0, _random.Next(10) == 0 ? 40 : 5, Id),
            Text = Body(),
            Html = html ? $"<p>{Body().Replace("<", "&lt;", StringComparison.Ordinal)}</p>" : null,
            Inline = inline,
            Attachments = Several(0, 2, () => File(inline: false)),
        };
    }

    private MailAddress Person()
    {
        var local = _random.Next(12) == 0 ? "\"odd, \\\"local\\\" part\"" : Pick(["ann", "b.c", "d+tag", "o'neil", "x_y", "1"]);
        return MailAddress.Create("To", _random.Next(4) == 0 ? "" : Text(4), $"{local}@{Pick(Domains)}");
    }

    private MailFile File(bool inline)
    {
        var content = new byte[_random.Next(40) == 0 ? _random.Next(200_000) : _random.Next(400)];
        _random.NextBytes(content);
        Files.Add(content);
        var name = Text(_random.Next(10) == 0 ? 40 : 3).Replace('/', '-').Replace('\\', '-').Trim();
        return MailFile.Of(name.Length == 0 ? "file" : name, inline ? Pick(["image/png", "image/jpeg"]) : Pick(Types), content, inline ? $"pic{Files.Count}@example.org" : null);
    }

    private string Id() => $"{_random.Next():x}.{_random.Next():x}@{Pick(["example.org", "mail.gmail.com", "very-long-host-name-of-a-mail-system.example.net"])}";

    private string Text(int most)
    {
        var text = new StringBuilder();
        for (var count = _random.Next(most + 1); count > 0; count--)
            text.Append(Pick(Words)).Append(_random.Next(15) == 0 ? "  " : " ");
        return text.ToString().Trim();
    }

    private string Body()
    {
        var text = new StringBuilder();
        for (var lines = _random.Next(12); lines > 0; lines--)
        {
            text.Append(_random.Next(8) switch
            {
                0 => "From the start",
                1 => ".",
                2 => new string('x', _random.Next(1_500)),
                3 => "trailing space ",
                4 => "\ttab",
                5 => "--",
                _ => Text(20),
            }).Append('\n');
        }

        return text.ToString();
    }

    private List<T> Several<T>(int least, int most, Func<T> make) => [.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(_ => make())];

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];
}
