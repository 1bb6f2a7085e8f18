using Assistant.TokenStore;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Gmail;
using Assistant.Tools.Google;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Style;

/// <summary>What the person sent: their own words, newest first.</summary>
internal sealed class SentMailReader(GoogleServices google, MailContentReader contents, PartBytes messages)
{
    public async Task<IReadOnlyList<SentMail>> NewestAsync(GoogleAccount account, int count, CancellationToken cancellationToken)
    {
        var ids = await google.GmailAsync(account, "the sent mail", service =>
        {
            var list = service.Users.Messages.List("me");
            list.LabelIds = "SENT";
            list.MaxResults = count;
            return list.ExecuteAsync(cancellationToken);
        });
        return [.. (await Merged.SelectAsync([.. ids.Messages ?? []], (one, cancel) => OneAsync(account, one, cancel), cancellationToken)).OfType<SentMail>()];
    }

    private async Task<SentMail?> OneAsync(GoogleAccount account, Message one, CancellationToken cancellationToken)
    {
        try
        {
            var message = await messages.MessageAsync(account, one.Id, cancellationToken);
            var to = MailAddresses.Read(message.Payload.Header("To"));
            var text = (await contents.ReadAsync(account, message, MailFormat.Text, includeQuoted: false, cancellationToken)).Text;
            return to.Count == 0 || text.Trim().Length == 0 ? null : new(to, text);
        }
        catch (ToolFailure gone) when (gone.Code == "not_found")
        {
            return null;
        }
    }
}
