using Assistant.Retrieval.Text;

namespace Assistant.Tools.Gmail.Settings;

/// <summary>The person's own HTML (signature, vacation text) as text.</summary>
internal sealed class PlainHtml(TimeProvider time)
{
    public string Text(string? html, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(html) ? "" : MailText.FromHtml(html, null, HtmlTextOptions.Default, time, cancellationToken).Full.Trim();

    /// <summary>Gmail tidies HTML before it stores it, so equal text counts as equal.</summary>
    public bool Same(string? one, string? other, CancellationToken cancellationToken) =>
        string.Equals(one ?? "", other ?? "", StringComparison.Ordinal) || Text(one, cancellationToken) == Text(other, cancellationToken);
}
