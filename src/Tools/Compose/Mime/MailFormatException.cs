namespace Assistant.Tools.Compose.Mime;

/// <summary>Something that cannot stand in a mail. The message names the field and says what is allowed; it repeats no content beyond an address.</summary>
internal sealed class MailFormatException(string message) : Exception(message);
