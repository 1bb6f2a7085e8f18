using Assistant.GoogleSandbox.Gmail.Sending;

namespace Assistant.GoogleSandbox.Gmail.Settings;

/// <summary>One person's settings.</summary>
internal sealed class MailSettings(SeedPerson person)
{
    public SendAsAddresses SendAs { get; } = new(person);

    public Filters Filters { get; } = new();

    public Vacation Vacation { get; } = new();
}
