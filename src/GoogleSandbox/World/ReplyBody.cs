using System.Globalization;
using System.Net;
using Assistant.GoogleSandbox.World.Mime;

namespace Assistant.GoogleSandbox.World;

/// <summary>The text of a letter with what it answers, quoted in the way of the writer's mail program.</summary>
internal static class ReplyBody
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static IReadOnlyList<MimePart> Parts(Contact writer, string text, IReadOnlyList<Said> said)
    {
        var transfer = writer.Charset == Charset.Iso2022Jp ? Transfer.SevenBit
            : writer.Key is "priya" or "layla" or "henrik" ? Transfer.Base64 : Transfer.QuotedPrintable;
        if (Charset.Fitting(writer.Charset, Plain(writer, text, said)) != writer.Charset)
            transfer = Transfer.Base64;
        var plain = new TextPart("plain", Plain(writer, text, said), writer.Charset, transfer);
        return writer.Program == Program.PlainText ? [plain] : [plain, new TextPart("html", Html(writer, text, said), writer.Charset, transfer)];
    }

    public static string Plain(Contact writer, string text, IReadOnlyList<Said> said)
    {
        if (said.Count == 0)
            return text + "\n";
        var (who, message, plain, _) = said[^1];
        return writer.Program == Program.Outlook
            ? $"{text}\n\n{OutlookHeader(who, message, writer.Zone == Cast.Berlin)}\n\n{plain}"
            : $"{text}\n\n{Attribution(writer, who, message)}\n\n{string.Concat(plain.TrimEnd().Split('\n').Select(Quote))}";
    }

    public static string Html(Contact writer, string text, IReadOnlyList<Said> said)
    {
        var own = Paragraphs(text);
        if (said.Count == 0)
            return $"<div dir=\"auto\">{own}</div>";
        var (who, message, _, html) = said[^1];
        var attribution = WebUtility.HtmlEncode(Attribution(writer, who, message));
        return writer.Program switch
        {
            Program.Outlook => $"<div class=\"WordSection1\">{own}<div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0 0 0\">"
                + $"<p class=\"MsoNormal\">{Lines(OutlookHeader(who, message, writer.Zone == Cast.Berlin))}</p></div>{html}</div>",
            Program.Apple => $"<body style=\"overflow-wrap: break-word;\">{own}<div><br><blockquote type=\"cite\"><div>{attribution}</div><br>"
                + $"<div>{html}</div></blockquote></div></body>",
            _ => $"<div dir=\"ltr\">{own}</div><br><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">{attribution}<br></div>"
                + $"<blockquote class=\"gmail_quote\" style=\"margin:0 0 0 .8ex;border-left:1px #ccc solid;padding-left:1ex\">{html}</blockquote></div>",
        };
    }

    private static string Paragraphs(string text) => string.Concat(text.Split("\n\n")
        .Select(paragraph => $"<p>{Lines(paragraph)}</p>"));

    private static string Lines(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);

    private static string Quote(string line) => line.StartsWith('>') ? $">{line}\n" : line.Length == 0 ? ">\n" : $"> {line}\n";

    private static string Attribution(Contact reader, Contact who, MailMessage message)
    {
        var date = WorldClock.In(message.Date, reader.Zone);
        return reader.Key switch
        {
            "jonas" => $"Am {date.ToString("dd.MM.yyyy 'um' HH:mm", Invariant)} schrieb {who.Name} <{who.Address}>:",
            "ingrid" => $"{date.ToString("d/M yyyy 'kl.' HH:mm", Invariant)} skrev {who.Name} <{who.Address}>:",
            "sofia" or "senhorio" => $"{who.Name} <{who.Address}> escreveu a {date.ToString("dd/MM/yyyy 'às' HH:mm", Invariant)}:",
            "miguel" => $"El {date.ToString("d/M/yyyy 'a las' HH:mm", Invariant)}, {who.Name} <{who.Address}> escribió:",
            _ when reader.Program == Program.Apple => $"On {date.ToString("d. MMM yyyy, 'at' HH:mm", Invariant)}, {who.Name} <{who.Address}> wrote:",
            _ => $"On {date.ToString("ddd, MMM d, yyyy 'at' h:mm tt", Invariant)} {who.Name} <{who.Address}> wrote:",
        };
    }

    private static string OutlookHeader(Contact who, MailMessage message, bool german)
    {
        var to = string.Join("; ", message.To.Select(box => box.Name));
        return german
            ? $"Von: {who.Name} <{who.Address}>\nGesendet: {message.Date.ToString("dd.MM.yyyy HH:mm", Invariant)}\nAn: {to}\nBetreff: {message.Subject}"
            : $"From: {who.Name} <{who.Address}>\nSent: {message.Date.ToString("dddd, d MMMM yyyy HH:mm", Invariant)}\nTo: {to}\nSubject: {message.Subject}";
    }
}
