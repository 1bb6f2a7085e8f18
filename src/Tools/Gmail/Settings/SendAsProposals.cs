using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Undo;

namespace Assistant.Tools.Gmail.Settings;

/// <summary>What a person is asked about an address to send as.</summary>
internal sealed class SendAsProposals(PlainHtml html)
{
    /// <param name="account">Whose address it is.</param>
    /// <param name="wanted">The change.</param>
    /// <param name="signature">The signature as it was written; null shows its HTML as text.</param>
    /// <param name="undoes">The change that it takes back.</param>
    /// <param name="cancellationToken">Ends the reading of HTML.</param>
    public Proposal Update(GoogleAccount account, SendAsSpec wanted, string? signature, string? undoes, CancellationToken cancellationToken)
    {
        var lines = new List<CardLine> { new("Account", $"{account.Nickname} <{account.Email}>"), new("Address", wanted.Email) };
        if (wanted.Name is not null)
            lines.Add(new("Name", wanted.Name.Length > 0 ? wanted.Name : "none"));
        if (wanted.ReplyTo is not null)
            lines.Add(new("Answers go to", wanted.ReplyTo.Length > 0 ? wanted.ReplyTo : wanted.Email));
        if (wanted.Default is not null)
            lines.Add(new("Default address", wanted.Default));
        if (wanted.Signature is not null)
            lines.Add(new("Signature", wanted.Signature.Length > 0 ? "see below" : "none"));
        string[] own = [account.Email, wanted.Email];
        var elsewhere = !string.IsNullOrEmpty(wanted.ReplyTo) && !own.Any(address => SendAsStore.Is(wanted.ReplyTo, address));
        return new()
        {
            Kind = SendAsAction.Name,
            Account = account,
            Card = new(
                "Change how mail is sent?",
                lines,
                string.IsNullOrEmpty(wanted.Signature) ? null : signature ?? html.Text(wanted.Signature, cancellationToken),
                elsewhere ? ["Answers to your mail would go to another address than yours."] : []),
            Payload = new SettingWork<SendAsSpec>(wanted, undoes).ToJson(),
            AlwaysAsk = true,
        };
    }
}

/// <summary>Name, reply address, signature and default are set to what they were.</summary>
internal sealed class SendAsReversal(SendAsProposals proposals) : IAgreedReversal
{
    public string Kind => SendAsSpec.Kind;

    public PermissionLevel Level => PermissionLevel.Send;

    public Task<Proposal> ProposeAsync(GoogleAccount account, string changeId, string undo, CancellationToken cancellationToken) =>
        Task.FromResult(
            proposals.Update(account, JsonSerializer.Deserialize<SendAsSpec>(undo, ToolJson.Options)!, signature: null, changeId, cancellationToken));
}
