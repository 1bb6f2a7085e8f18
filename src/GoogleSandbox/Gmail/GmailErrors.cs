using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Gmail;

internal static class GmailErrors
{
    public static ApiException NotFound() => new(404, "notFound", "Requested entity was not found.");

    /// <summary>404, or 400 for what cannot be an id.</summary>
    public static ApiException NoSuchId(string id)
        => id.Length <= 16 && id.All(char.IsAsciiHexDigit) ? NotFound() : Invalid("Invalid id value");

    public static ApiException Invalid(string message) => new(400, "invalidArgument", message);

    public static ApiException Forbidden(string message) => new(403, "forbidden", message);
}
