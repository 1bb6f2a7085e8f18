using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace Assistant.Server.GoogleLogin;

/// <summary>The page that the browser shows at the end: no script, nothing loaded, nothing remembered.</summary>
internal static class LoginPage
{
    private const string Style = "font-family:system-ui,sans-serif;max-width:36rem;margin:20vh auto;padding:0 1rem;line-height:1.5";

    public static async Task WriteAsync(HttpContext context, int status, string title, string text)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        response.Headers["Referrer-Policy"] = "no-referrer";
        var (safeTitle, safeText) = (HtmlEncoder.Default.Encode(title), HtmlEncoder.Default.Encode(text));
        await response.WriteAsync(
            $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Assistant: {safeTitle}</title>"
            + $"<body style=\"{Style}\"><h1>{safeTitle}</h1><p>{safeText}</p></body></html>",
            context.RequestAborted);
        await response.CompleteAsync();
    }
}
