using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary><c>users.history</c>.</summary>
internal sealed class HistoryMethods(Pages pages)
{
    public JsonObject List(ApiCall call, Mailbox mailbox)
    {
        // The description does not mark it required, but Gmail refuses a call without it.
        var start = call.One("startHistoryId") ?? throw GmailErrors.Invalid("Missing/invalid parameter: startHistoryId");
        var types = call.All("historyTypes");
        var label = call.One("labelId");
        if (label is not null)
            mailbox.CheckLabels([label]);
        var records = (mailbox.HistorySince(ulong.Parse(start, CultureInfo.InvariantCulture)) ?? throw GmailErrors.NotFound())
            .Where(record => types.Count == 0 || types.Contains(Name(record.Type)))
            .Where(record => label is null || record.Message.Has(label) || record.Labels.Contains(label))
            .ToList();
        var (items, next) = pages.Cut(call, records);
        var json = new JsonObject();
        if (items.Count > 0)
            json["history"] = new JsonArray([.. items.Select(View)]);
        if (next is not null)
            json["nextPageToken"] = next;
        json["historyId"] = mailbox.HistoryId.ToString(CultureInfo.InvariantCulture);
        return json;
    }

    private static JsonObject View(HistoryRecord record)
    {
        var message = MessageView.Reference(record.Message);
        var json = new JsonObject { ["id"] = record.Id.ToString(CultureInfo.InvariantCulture), ["messages"] = new JsonArray(message.DeepClone()) };
        message["labelIds"] = MessageView.Strings(record.Message.Labels.Order(StringComparer.Ordinal));
        var change = new JsonObject { ["message"] = message };
        if (record.Labels.Count > 0)
            change["labelIds"] = MessageView.Strings(record.Labels);
        json[Field(record.Type)] = new JsonArray(change);
        return json;
    }

    private static string Name(HistoryType type) => JsonNamingPolicy.CamelCase.ConvertName(type.ToString());

    private static string Field(HistoryType type) => type switch
    {
        HistoryType.MessageAdded => "messagesAdded",
        HistoryType.MessageDeleted => "messagesDeleted",
        HistoryType.LabelAdded => "labelsAdded",
        _ => "labelsRemoved",
    };
}
