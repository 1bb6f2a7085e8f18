namespace Assistant.Retrieval.Text.Html;

/// <summary>A link as markdown that shows where it really goes.</summary>
internal static class LinkText
{
    /// <param name="text">What the mail shows.</param>
    /// <param name="href">Where it goes; anything but http, https, mailto, tel and ftp is left out.</param>
    /// <param name="maxCharacters">Of the address.</param>
    public static string Format(string text, string href, int maxCharacters)
    {
        if (!Uri.TryCreate(href.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https" or "mailto" or "tel" or "ftp"))
            return text;
        var address = Shorten(href.Trim().Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal), uri, maxCharacters);
        var shown = text.Trim();
        if (uri.Scheme is "mailto" or "tel" && SameAddress(shown, uri))
            return text;
        if (shown.Length == 0 || SameAddress(shown, uri))
            return address;
        return $"[{shown.Replace("]", "\\]", StringComparison.Ordinal)}]({address}){Mismatch(shown, uri)}";
    }

    private static string Shorten(string href, Uri uri, int maxCharacters)
    {
        var clean = string.Concat(href.Where(character => !char.IsWhiteSpace(character) && !char.IsControl(character)));
        var least = uri.GetLeftPart(UriPartial.Authority).Length;
        return clean.Length <= maxCharacters ? clean : clean[..Math.Min(clean.Length, Math.Max(least, maxCharacters))] + "…";
    }

    private static bool SameAddress(string shown, Uri uri)
    {
        var plain = Bare(uri.OriginalString.Trim());
        return Bare(shown).Equals(plain, StringComparison.OrdinalIgnoreCase);
    }

    private static string Bare(string address)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["https://", "http://", "mailto:", "tel:"])
        {
            if (address.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                address = address[prefix.Length..];
        }

        return address.TrimEnd('/').Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>Text that names another host than the link goes to is how phishing looks.</summary>
    private static string Mismatch(string shown, Uri uri)
    {
        if (shown.Contains(' ', StringComparison.Ordinal) || uri.Host.Length == 0 || HostIn(shown) is not { } named)
            return "";
        var same = named.Equals(uri.Host, StringComparison.OrdinalIgnoreCase)
            || uri.Host.EndsWith("." + named, StringComparison.OrdinalIgnoreCase)
            || named.EndsWith("." + uri.Host, StringComparison.OrdinalIgnoreCase);
        return same ? "" : $" (the text says {named}, the link goes to {uri.Host})";
    }

    private static string? HostIn(string shown)
    {
        var address = shown.Contains("://", StringComparison.Ordinal) ? shown : "https://" + shown;
        if (shown.Contains('@', StringComparison.Ordinal) || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return null;
        var host = uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host;
        var dot = host.LastIndexOf('.');
        return dot > 0 && host.Length - dot > 2 && host[(dot + 1)..].All(char.IsLetter) ? host : null;
    }
}
