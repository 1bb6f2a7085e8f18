namespace Assistant.Tools.Gmail;

internal enum MailFormat
{
    Markdown,
    Text,
    Html,
    Headers,
}
