namespace Assistant.GoogleSandbox.OAuth;

/// <summary>An OAuth refusal: <c>{"error","error_description"}</c>.</summary>
internal sealed class OAuthException(string error, string description, int status = 400) : Exception(description)
{
    public string Error { get; } = error;

    public int Status { get; } = status;
}
