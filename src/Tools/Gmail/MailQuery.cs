namespace Assistant.Tools.Gmail;

/// <summary>Questions of our own in Gmail's search syntax (https://support.google.com/mail/answer/7190): a value stays a value and never becomes an operator.</summary>
internal static class MailQuery
{
    public static string SentTo(string address) => $"in:sent to:{Quoted(address)}";

    /// <param name="messageId">Without angle brackets.</param>
    public static string HasMessageId(string messageId) => $"rfc822msgid:{Quoted(messageId)}";

    public static string SentWithMessageId(string messageId) => $"{HasMessageId(messageId)} in:sent";

    /// <summary>In the quotes that keep words together; Gmail knows no way to write a quote in them.</summary>
    private static string Quoted(string value) => $"\"{string.Concat(value.Where(c => c is not '"' && !char.IsControl(c)))}\"";
}
