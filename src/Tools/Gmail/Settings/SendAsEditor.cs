using System.Net.Mail;
using Assistant.Tools.Agreements;
using Assistant.Tools.Google;

namespace Assistant.Tools.Gmail.Settings;

/// <summary>Lists the addresses to send as, and asks the person before one is changed.</summary>
internal sealed class SendAsEditor(GoogleAccounts accounts, SendAsStore store, SendAsProposals proposals, PlainHtml html, RepeatableAgreements agreements)
{
    public async Task<SendAsList> ListAsync(string? account, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(account, cancellationToken);
        return new([.. (await store.AllAsync(owner, cancellationToken)).Select(one => new SendAsEntry(
            one.SendAsEmail,
            UntrustedText.Line(one.DisplayName),
            Text(one.ReplyToAddress),
            Text(html.Text(one.Signature, cancellationToken)),
            one.IsDefault is true ? true : null,
            one.VerificationStatus == "pending" ? false : null))]);
    }

    public async Task<OutboxResult> UpdateAsync(
        string? account, string? email, string? name, string? replyTo, string? signature, bool makeDefault, CancellationToken cancellationToken)
    {
        if (await agreements.AnsweredAsync(cancellationToken) is { } answered)
            return answered;
        if (name is null && replyTo is null && signature is null && !makeDefault)
            throw new ToolFailure("bad_argument", "Say what to change, with 'name', 'reply_to', 'signature' or 'make_default'.");
        if (!string.IsNullOrWhiteSpace(replyTo) && !(MailAddress.TryCreate(replyTo, out var address) && address.Address == replyTo.Trim()))
            throw new ToolFailure("bad_argument", "The argument 'reply_to' must be one bare address such as ann@example.org, or empty for none.");
        var owner = await accounts.OneAsync(account, cancellationToken);
        var now = await store.OneAsync(owner, email, cancellationToken);
        if (makeDefault && now.VerificationStatus == "pending")
            throw new ToolFailure("bad_argument", $"{now.SendAsEmail} is not verified yet; it cannot become the default.");
        var wanted = new SendAsSpec(
            now.SendAsEmail,
            name is null ? null : UntrustedText.Line(name),
            replyTo?.Trim(),
            signature is null ? null : SignatureHtml.Of(signature),
            makeDefault ? now.SendAsEmail : null);
        return await agreements.AskAsync(proposals.Update(owner, wanted, signature, undoes: null, cancellationToken), cancellationToken);
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
