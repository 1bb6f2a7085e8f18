using System.Text;
using Assistant.Retrieval.Text;
using Assistant.Retrieval.Text.Files;
using Assistant.Tools.Compose;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Gmail;

namespace Assistant.Tools.Tests.Fuzzing;

/// <summary>What is given input of other people, with the pieces that its parser looks for.</summary>
internal sealed record FuzzTarget(string Name, IReadOnlyList<string> Pieces, Action<byte[]> Run)
{
    private static readonly string[] Mail =
    [
        "Content-Type: multipart/mixed; boundary=b\r\n", "\r\n--b\r\n", "--b--\r\n", "\r\n\r\n", "\n", "\r", "Content-Type: text/plain; charset=", "utf-8", "iso-2022-jp", "utf-7", "x-unknown",
        "Content-Transfer-Encoding: base64\r\n\r\n", "Content-Transfer-Encoding: quoted-printable\r\n\r\n", "=?utf-8?B?", "=?iso-8859-1*en?Q?=E4_", "?=", "=3D=", "=\r\n", "QUJD", "====", ": ",
        "Content-Disposition: attachment; filename*0*=utf-8''%C3", "; filename*1=\"", "\\\"", "filename*99999999999=x", "message/rfc822", "\t folded", "From: \"a\\\" <a@b.c>, (x(y)) ,;:<", "\0", "é",
    ];

    private static readonly string[] Markup =
    [
        "<div>", "</div>", "<table><tr><td>", "</table>", "<p style=\"display:none\">", "<style>p{color:", "}</style>", "<!--", "-->", "<script>", "<a href=\"", "\">", "&#x", "&amp;", "<blockquote class=gmail_quote>",
        "<img src=data:image/png;base64,", "<svg><math><annotation-xml>", "<template>", "<select><option>", "\u200B\u202E", "On Monday, Ann wrote:", "text ", "\n", "<![CDATA[", "]]>", "<b", "'", "=",
    ];

    private static readonly string[] Addresses =
    [
        "ann@example.org", "\"", "<", ">", ",", ";", ":", "(", ")", "\\", "=?utf-8?Q?", "?=", "bücher.example", "xn--", "@", " ", "..", "\u0085", "\uD800", "a", "\r\n", "[1.2.3.4]", "group: a@b.example;",
    ];

    private static readonly string[] Markdown =
    [
        "# ", "- ", "1. ", "> ", "**", "_", "`", "```\n", "[a](", "https://x.example", ")", "![", "](cid:x)", "| a | b |\n", "|---|---|\n", "<b>", "\n\n", "\n", "    ", "~~", "&amp;", "\\", "text ", "---\n", "[x]: y\n",
    ];

    private static readonly string[] Calendar = ["BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "SUMMARY:", "DTSTART;TZID=\"", "20261201T090000Z", ":", ";", "\r\n ", "ATTENDEE;CN=", "\\n", "METHOD:", "\n", "\""];

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("mime", Mail, input =>
        {
            var read = MimeReader.Read(input);
            foreach (var part in read.SelfAndDescendants())
                _ = (part.Text, part.Header("Subject"), part.Addresses("From"));
        }),
        new("html", Markup, input => MailText.FromHtml(Encoding.UTF8.GetString(input), "x", HtmlTextOptions.Default, TimeProvider.System, CancellationToken.None)),
        new("addresses", Addresses, input =>
        {
            _ = MailAddresses.Read(Encoding.UTF8.GetString(input));
            Refusing<MailFormatException>(() => MailAddresses.Parse("to", Encoding.UTF8.GetString(input)));
        }),
        new("markdown", Markdown, input => Refusing<ToolFailure>(() => MarkdownBody.Of(Encoding.UTF8.GetString(input)))),
        new("query", Addresses, input =>
        {
            var query = MailQuery.SentTo(Encoding.UTF8.GetString(input));
            // Everything of the value stands between the two quotes that we wrote.
            if (!query.StartsWith("in:sent to:\"", StringComparison.Ordinal) || query.IndexOf('"', "in:sent to:\"".Length) != query.Length - 1 || query.Any(char.IsControl))
                throw new InvalidOperationException($"A value got out of its quotes: {query}");
        }),
        new("calendar", Calendar, input => CalendarText.Of(Encoding.UTF8.GetString(input))),
    ];

    private static void Refusing<TRefusal>(Func<object> run)
        where TRefusal : Exception
    {
        try
        {
            run();
        }
        catch (TRefusal)
        {
            // Said no, which is an answer.
        }
    }
}
