using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Compose;
using Assistant.Tools.Gmail.Drafts;
using Assistant.Tools.Google;

namespace Assistant.Tools.Gmail.Unsubscribe;

/// <summary>Says how a list can be left, and leaves it once the person agreed.</summary>
internal sealed class UnsubscribeDesk(GoogleAccounts accounts, PartBytes bytes, IAgreements agreements, SendDesk sender)
{
    public async Task<UnsubscribeInfo> InfoAsync(string messageId, string? account, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        var message = await bytes.MessageAsync(owner, messageId, cancellationToken);
        var ways = UnsubscribeWays.Of(message);
        return new(
            message.Payload.Header("From"),
            message.Payload.Header("List-Id") is { Length: > 0 } list ? list : null,
            ways.OneClick?.Host,
            ways.Mail?.Address,
            ways.Page?.AbsoluteUri,
            ways.OneClick is null ? $"No one-click: {ways.WhyNotOneClick}." : null);
    }

    public async Task<OutboxResult> LeaveAsync(string messageId, string? account, CancellationToken cancellationToken)
    {
        if (await agreements.ResumeAsync(null, cancellationToken) is { } known)
            return known;
        var owner = await accounts.OneAsync(account, cancellationToken);
        var message = await bytes.MessageAsync(owner, messageId, cancellationToken);
        var ways = UnsubscribeWays.Of(message);
        if (ways.OneClick is { } uri)
        {
            var card = new AgreementCard(
                "Leave this mailing list?",
                [new("List", message.Payload.Header("From")), new("Of the mail", message.Payload.Header("Subject")), new("How", $"one request to {uri.Host}, which learns that this address is read")]);
            return await agreements.ProposeAsync(
                new Proposal { Kind = UnsubscribeAction.Name, Account = owner, Card = card, Payload = JsonSerializer.Serialize(uri.AbsoluteUri), AlwaysAsk = true }, cancellationToken);
        }

        if (ways.Mail is { } address)
        {
            return await sender.SendAsync(
                new MailWish { To = [address.Address], Subject = ways.MailSubject, Body = "unsubscribe", Signature = false }, new(null, null, null), owner.Nickname, cancellationToken);
        }

        throw new ToolFailure(
            "cannot_unsubscribe",
            ways.Page is null ? "This mail says nothing about how its list can be left." : $"Its list cannot be left from here: {ways.WhyNotOneClick}. The person can open {ways.Page}");
    }
}

/// <summary>Makes the agreed request, at most once: a lost answer is not asked for again.</summary>
internal sealed class UnsubscribeAction(OneClickUnsubscribe request) : IAgreedAction
{
    public const string Name = "unsubscribe";

    public string Kind => Name;

    public async Task<ActionOutcome> RunAsync(AgreedWork work, CancellationToken cancellationToken)
    {
        if (work.Progress is not null)
            return new(OutboxState.Unknown, "It is not known whether the list's server was asked. It is not repeated.");
        await work.NoteAsync("asked", cancellationToken);
        try
        {
            var status = await request.PostAsync(new Uri(JsonSerializer.Deserialize<string>(work.Payload)!), cancellationToken);
            return status is >= 200 and < 300
                ? new(OutboxState.Done, "The list's server took the request. Mail may still come for a few days.")
                : new(OutboxState.NotDone, $"The list's server answered {status}, which is no yes.");
        }
        catch (ToolFailure lost) when (lost.Code == "unsubscribe_failed")
        {
            return new(OutboxState.Unknown, lost.Message);
        }
    }
}
