using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Gmail;

internal static class GmailErrors
{
    public static ApiException NotFound() => new(404, "notFound", "Requested entity was not found.");

    public static ApiException Invalid(string message) => new(400, "invalidArgument", message);

    public static ApiException Forbidden(string message) => new(403, "forbidden", message);
}
