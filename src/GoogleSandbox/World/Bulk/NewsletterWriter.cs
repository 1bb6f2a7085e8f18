using System.Globalization;
using System.Net;
using System.Text;
using Assistant.GoogleSandbox.World.Mime;

namespace Assistant.GoogleSandbox.World.Bulk;

/// <summary>Newsletters as they really look: nested tables, inline CSS, a hidden preheader, a tracking pixel, one-click unsubscribe.</summary>
internal sealed class NewsletterWriter(Sender sender, WorldClock clock, SeededRandom random, string zone)
{
    private const string Narrow = "@media only screen and (max-width:600px) {.box {width:100% !important}}";

    public void Write(Newsletter letter, string category, int days)
    {
        var issue = 1 + days / letter.EveryDays;
        var next = random.Below(letter.Articles.Count);
        for (var ago = 1 + random.Below(letter.EveryDays) % 4; ago < days; ago += letter.EveryDays, issue--)
        {
            var articles = Enumerable.Range(0, 3).Select(i => letter.Articles[(next + i) % letter.Articles.Count]).ToList();
            next += letter.Articles.Count == 3 ? 1 : 2;
            var token = random.Token(24);
            var host = letter.Address.Split('@')[1];
            var body = new Multipart("alternative",
                new TextPart("plain", Plain(letter, articles, host, token), Transfer: Transfer.QuotedPrintable),
                new TextPart("html", Html(letter, articles, host, token), Transfer: issue % 3 == 0 ? Transfer.Base64 : Transfer.QuotedPrintable));
            sender.Send(letter.Mailbox, $"{articles[0].Title} (#{issue})", clock.Ago(ago, 5.5 + random.Below(12) / 4.0, zone), body, [category],
                ("List-Id", $"<news.{host}>"),
                ("List-Unsubscribe", $"<https://{host}/u/{token}>, <mailto:leave-{token}@{host}?subject=unsubscribe>"),
                ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
                ("Precedence", "bulk"));
        }
    }

    private static string Plain(Newsletter letter, List<Article> articles, string host, string token)
    {
        var text = new StringBuilder($"{letter.Name}\n{letter.Hello}\n\n");
        for (var i = 0; i < articles.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"* {articles[i].Title}\n{articles[i].Text}\n{letter.More}: https://{host}/{token[..6]}/{i}\n\n");
        return text.Append(CultureInfo.InvariantCulture, $"{letter.Farewell}: https://{host}/u/{token}\n").ToString();
    }

    private static string Html(Newsletter letter, List<Article> articles, string host, string token)
    {
        var html = new StringBuilder($"""
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>{E(letter.Name)}</title>
            <style>{Narrow}</style></head>
            <body style="margin:0;padding:0;background:#f2f2f2">
            <div style="display:none;max-height:0;overflow:hidden;mso-hide:all">{E(letter.Hello)}&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;</div>
            <table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
            <table class="box" role="presentation" width="600" style="background:#ffffff;font-family:Georgia,serif">
            <tr><td style="background:{letter.Color};color:#ffffff;padding:24px;font-size:26px">{E(letter.Name)}</td></tr>

            """);
        for (var i = 0; i < articles.Count; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"""
                <tr><td style="padding:18px 24px"><h2 style="margin:0 0 8px;font-size:19px">{E(articles[i].Title)}</h2>
                <p style="margin:0 0 10px;line-height:1.5">{E(articles[i].Text)}</p>
                <a href="https://click.{host}/{token[..6]}/{i}?u={token}&amp;c=news" style="color:{letter.Color}">{E(letter.More)} &rarr;</a></td></tr>

                """);
        }

        return html.Append(CultureInfo.InvariantCulture, $"""
            <tr><td style="padding:16px 24px;font-size:11px;color:#888888">{E(letter.Name)} &middot; Hafenplatz 1 &middot;
            <a href="https://{host}/u/{token}" style="color:#888888">{E(letter.Farewell)}</a></td></tr>
            </table></td></tr></table><img src="https://open.{host}/p/{token}.gif" width="1" height="1" alt="" style="display:block"></body></html>
            """).ToString();
    }

    private static string E(string text) => WebUtility.HtmlEncode(text);
}
