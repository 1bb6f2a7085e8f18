using Assistant.Retrieval.Text;

namespace Assistant.Retrieval.Tests.Text;

internal static class Read
{
    public static MailText Html(string html, string? subject = null, HtmlTextOptions? options = null) =>
        MailText.FromHtml(html, subject, options ?? HtmlTextOptions.Default with { TimeLimit = TimeSpan.FromMinutes(1) }, TimeProvider.System, TestContext.Current.CancellationToken);

    public static string Markdown(string html) => Html(html).Full;
}
