using System.Globalization;
using System.Text.Json;
using Assistant.TokenStore;

namespace Assistant.Tools.Agreements;

/// <summary>Entries in words.</summary>
internal static class OutboxResults
{
    public static OutboxResult Of(OutboxEntry entry, TimeZoneInfo? zone)
    {
        var outcome = Outcome(entry);
        var due = entry.State == OutboxState.Held && entry.DueAt is { } at
            ? TimeZoneInfo.ConvertTime(at, zone ?? TimeZoneInfo.Utc).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            : null;
        return new(Name(entry), entry.Id, outcome?.Text ?? Words(entry), outcome?.MessageId, outcome?.ThreadId, due);
    }

    /// <summary>The result of an earlier call, said so that nobody takes it for a second one.</summary>
    public static OutboxResult Repeated(OutboxResult result, bool hasKey) => result with
    {
        Message = $"{result.Message} This is the result of an earlier equal call; nothing happened now. "
            + (hasKey ? "Another idempotency_key means another mail." : "To do it once more, give an idempotency_key."),
    };

    public static ActionOutcome? Outcome(OutboxEntry entry) => entry.Result is { } result ? JsonSerializer.Deserialize<ActionOutcome>(result) : null;

    public static string Write(ActionOutcome outcome) => JsonSerializer.Serialize(outcome);

    public static string Name(OutboxEntry entry) => entry.State switch
    {
        OutboxState.Done => entry.IsMail() ? "sent" : "done",
        OutboxState.NotDone => entry.IsMail() ? "not_sent" : "not_done",
        OutboxState.Unknown => "unknown_not_repeated",
        var state => state.ToString().ToLowerInvariant(),
    };

    public static bool IsMail(this OutboxEntry entry) => StoredCard.Of(entry).Recipients.Count > 0;

    private static string Words(OutboxEntry entry) => entry.State switch
    {
        OutboxState.Waiting => $"Nothing happened yet: the person has to agree first, and this client cannot ask. They run: assistant outbox approve {entry.Id}",
        OutboxState.Held => "Agreed to; it happens when it is due. Until then outbox_cancel takes it back.",
        OutboxState.Working => "It is under way; look again with outbox_list.",
        OutboxState.Rejected => "The person said no. Nothing happened.",
        OutboxState.Cancelled => "Taken back. Nothing happened.",
        OutboxState.Expired => "Nobody agreed in time. Nothing happened.",
        _ => "",
    };
}
