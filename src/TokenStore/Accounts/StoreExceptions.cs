namespace Assistant.TokenStore;

public sealed class NicknameTakenException(string nickname)
    : Exception($"The nickname '{nickname}' already names another Google account; choose another with --account.");

/// <summary>A sealed row did not open: it was altered, moved to another user or account, or its key was destroyed.</summary>
public sealed class SealBrokenException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>The account's grant has ended; the message says how to log in again.</summary>
/// <param name="nickname">The account.</param>
/// <param name="userName">Its owner; null where the account, and maybe its owner too, was removed meanwhile.</param>
public sealed class ReconnectNeededException(string nickname, string? userName)
    : Exception(userName is null
        ? $"The Google account '{nickname}' is not connected any more: run 'assistant login --account {nickname}' to connect it."
        : $"The Google account '{nickname}' needs to be connected again: run 'assistant login --user {userName} --account {nickname}'.");
