namespace Assistant.GoogleClients;

/// <summary>Google's answer is larger than <see cref="GoogleHttpOptions.MaxResponseBytes"/>.</summary>
public sealed class GoogleResponseTooLargeException(string method, int maxBytes)
    : Exception($"The answer to {method} is larger than {maxBytes} bytes. Ask for less (fields, format, maxResults), or raise MaxResponseBytes.");
