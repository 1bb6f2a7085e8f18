using Assistant.TokenStore;
using Assistant.Tools.Google;
using Google.Apis.Gmail.v1;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail.Organise;

/// <summary>A few of many mails, so that a dry run shows what kind of mail it is about.</summary>
internal sealed class MailSamples(GoogleServices google)
{
    private const int Shown = 3;
    private static readonly string[] Headers = ["From", "Subject"];

    public async Task<string> OfAsync(GoogleAccount account, MailTargets targets, CancellationToken cancellationToken)
    {
        var heads = await Merged.SelectAsync(
            [.. targets.Ids.Take(Shown)],
            (id, cancel) => OneAsync(account, id, targets.AreThreads, cancel),
            cancellationToken);
        return UntrustedText.Fence(string.Join('\n', heads) + (targets.Count > Shown ? $"\n... and {targets.Count - Shown} more" : ""));
    }

    private async Task<string> OneAsync(GoogleAccount account, string id, bool isThread, CancellationToken cancellationToken)
    {
        try
        {
            return await (isThread ? ThreadAsync(account, id, cancellationToken) : MessageAsync(account, id, cancellationToken));
        }
        catch (ToolFailure failure) when (failure.Code == "not_found")
        {
            return $"{id}: does not exist";
        }
    }

    private async Task<string> MessageAsync(GoogleAccount account, string id, CancellationToken cancellationToken) =>
        Head(id, await google.GmailAsync(account, $"message {id}", service =>
        {
            var request = service.Users.Messages.Get("me", id);
            (request.Format, request.MetadataHeaders) = (UsersResource.MessagesResource.GetRequest.FormatEnum.Metadata, Headers);
            request.Fields = "payload(headers)";
            return request.ExecuteAsync(cancellationToken);
        }));

    private async Task<string> ThreadAsync(GoogleAccount account, string id, CancellationToken cancellationToken)
    {
        var thread = await google.GmailAsync(account, $"thread {id}", service =>
        {
            var request = service.Users.Threads.Get("me", id);
            (request.Format, request.MetadataHeaders) = (UsersResource.ThreadsResource.GetRequest.FormatEnum.Metadata, Headers);
            request.Fields = "messages(payload(headers))";
            return request.ExecuteAsync(cancellationToken);
        });
        return $"{Head(id, thread.Messages?.FirstOrDefault())} ({thread.Messages?.Count ?? 0} messages)";
    }

    private static string Head(string id, Message? message) =>
        $"{id}: {MessageHeaders.Shorten(message?.Payload.Header("Subject") ?? "", 80)} ({MessageHeaders.Shorten(message?.Payload.Header("From") ?? "", 80)})";
}
