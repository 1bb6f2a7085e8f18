using System.Text.Json;
using Assistant.TokenStore;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail.Settings;

internal sealed class SendAsAction(SendAsStore store, PlainHtml html, IChangeJournal journal) : SettingAction<SendAsSpec>(journal)
{
    public const string Name = "send_as";

    public override string Kind => Name;

    protected override async Task<string?> LookAsync(GoogleAccount account, SendAsSpec wanted, CancellationToken cancellationToken)
    {
        var all = await store.AllAsync(account, cancellationToken);
        var now = all.FirstOrDefault(one => SendAsStore.Is(one.SendAsEmail, wanted.Email));
        var isSo = now is not null
            && Fits(wanted.Name, now.DisplayName)
            && Fits(wanted.ReplyTo, now.ReplyToAddress)
            && (wanted.Signature is null || html.Same(wanted.Signature, now.Signature, cancellationToken))
            && (wanted.Default is null || all.Any(one => one.IsDefault is true && SendAsStore.Is(one.SendAsEmail, wanted.Default)));
        return isSo ? Said(wanted) : null;
    }

    protected override async Task<(string Kind, string Summary, string? Undo)> IntentAsync(
        GoogleAccount account, SendAsSpec wanted, CancellationToken cancellationToken)
    {
        var now = await store.OneAsync(account, wanted.Email, cancellationToken);
        var before = new SendAsSpec(
            wanted.Email,
            wanted.Name is null ? null : now.DisplayName ?? "",
            wanted.ReplyTo is null ? null : now.ReplyToAddress ?? "",
            wanted.Signature is null ? null : now.Signature ?? "",
            wanted.Default is null ? null : (await store.OneAsync(account, null, cancellationToken)).SendAsEmail);
        return (SendAsSpec.Kind, $"sending as {wanted.Email} changed", JsonSerializer.Serialize(before, ToolJson.Options));
    }

    protected override async Task<string> DoAsync(GoogleAccount account, SendAsSpec wanted, CancellationToken cancellationToken)
    {
        if (wanted.Name is not null || wanted.ReplyTo is not null || wanted.Signature is not null)
        {
            var patch = new SendAs { DisplayName = wanted.Name, ReplyToAddress = wanted.ReplyTo, Signature = wanted.Signature };
            await store.PatchAsync(account, wanted.Email, patch, cancellationToken);
        }

        if (wanted.Default is not null)
            await store.PatchAsync(account, wanted.Default, new SendAs { IsDefault = true }, cancellationToken);
        return Said(wanted);
    }

    private static string Said(SendAsSpec wanted) => $"Sending as {wanted.Email} is set as shown.";

    private static bool Fits(string? wanted, string? now) => wanted is null || wanted == (now ?? "");
}
