using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary>What <c>gmail.metadata</c> alone does not open: bodies and search.</summary>
internal static class MetadataScope
{
    private const string Metadata = "https://www.googleapis.com/auth/gmail.metadata";

    private static readonly string[] Wider =
    [
        "https://mail.google.com/", "https://www.googleapis.com/auth/gmail.modify", "https://www.googleapis.com/auth/gmail.readonly",
    ];

    /// <summary>The asked format.</summary>
    /// <exception cref="ApiException">403: the token may only see metadata.</exception>
    public static string Format(ApiCall call)
    {
        var format = call.One("format") ?? "full";
        return Only(call) && format is ("full" or "raw")
            ? throw GmailErrors.Forbidden($"Metadata scope doesn't allow format {format.ToUpperInvariant()}")
            : format;
    }

    /// <exception cref="ApiException">403: the token may only see metadata.</exception>
    public static void AllowSearch(ApiCall call)
    {
        if (Only(call) && call.One("q") is not null)
            throw GmailErrors.Forbidden("Metadata scope does not support 'q' parameter");
    }

    private static bool Only(ApiCall call) => call.Scopes.Contains(Metadata) && !Wider.Any(call.Scopes.Contains);
}
