namespace Assistant.Server.GoogleLogin;

/// <summary>The login did not come to an end; nothing was stored. The message says why and what to do.</summary>
internal sealed class LoginFailedException(string message, Exception? innerException = null) : Exception(message, innerException);
