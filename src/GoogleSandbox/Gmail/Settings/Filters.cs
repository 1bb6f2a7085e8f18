using System.Globalization;
using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;
using Assistant.GoogleSandbox.Gmail.Search;

namespace Assistant.GoogleSandbox.Gmail.Settings;

/// <summary><c>users.settings.filters</c>, applied to mail that comes in.</summary>
internal sealed class Filters
{
    private const int Most = 1_000;

    private readonly Lock _gate = new();
    private readonly List<JsonObject> _filters = [];
    private long _next = 1_000_000_007;

    public static JsonObject List(ApiCall call, Mailbox mailbox) => mailbox.Settings.Filters.All();

    public static JsonObject Get(ApiCall call, Mailbox mailbox) => (JsonObject)mailbox.Settings.Filters.Find(call.Path["id"]).DeepClone();

    public static JsonObject Create(ApiCall call, Mailbox mailbox) => mailbox.Settings.Filters.Add(call.Body!, mailbox);

    public static JsonObject Delete(ApiCall call, Mailbox mailbox)
    {
        mailbox.Settings.Filters.Remove(call.Path["id"]);
        return [];
    }

    /// <summary>The labels of a message that comes in.</summary>
    public IReadOnlyList<string> LabelsFor(MessageContent content, Mailbox mailbox)
    {
        var labels = new HashSet<string> { "INBOX", "UNREAD" };
        var message = new StoredMessage("0", "0", content, labels, DateTimeOffset.UnixEpoch, 0);
        lock (_gate)
        {
            foreach (var filter in _filters.Where(filter => Matches(filter["criteria"]!.AsObject(), message, mailbox)))
            {
                labels.UnionWith(Ids(filter, "addLabelIds"));
                labels.ExceptWith(Ids(filter, "removeLabelIds"));
            }
        }
        return [.. labels];
    }

    private static bool Matches(JsonObject criteria, StoredMessage message, Mailbox mailbox)
    {
        var target = new SearchTarget(message, mailbox);
        return Holds("from", value => $"from:({value})") && Holds("to", value => $"to:({value})") && Holds("subject", value => $"subject:({value})")
            && Holds("query", value => value) && Holds("negatedQuery", value => $"-({value})")
            && (criteria["hasAttachment"]?.GetValue<bool>() is not true || message.Content.Search.HasAttachment)
            && (criteria["size"]?.GetValue<int>() is not { } size
                || (criteria["sizeComparison"]?.GetValue<string>() == "smaller" ? message.Content.Raw.Length < size : message.Content.Raw.Length > size));

        bool Holds(string name, Func<string, string> query) =>
            criteria[name]?.GetValue<string>() is not { Length: > 0 } value
            || QueryParser.Parse(query(value), new SearchOperators(DateTimeOffset.UnixEpoch)).Matches(target);
    }

    private JsonObject All()
    {
        lock (_gate)
            return _filters.Count == 0 ? [] : new JsonObject { ["filter"] = new JsonArray([.. _filters.Select(filter => filter.DeepClone())]) };
    }

    private JsonObject Find(string id)
    {
        lock (_gate)
            return _filters.Find(filter => filter["id"]!.GetValue<string>() == id) ?? throw GmailErrors.NotFound();
    }

    private void Remove(string id)
    {
        lock (_gate)
            _filters.Remove(Find(id));
    }

    private JsonObject Add(JsonObject body, Mailbox mailbox)
    {
        if (body["criteria"] is not JsonObject { Count: > 0 } criteria || body["action"] is not JsonObject { Count: > 0 } action)
            throw GmailErrors.Invalid("Filter must have criteria and an action");
        mailbox.CheckLabels(Ids(body, "addLabelIds").Concat(Ids(body, "removeLabelIds")));
        if (action["forward"] is not null)
            throw GmailErrors.Invalid("Unrecognized forwarding address");
        lock (_gate)
        {
            if (_filters.Exists(known => JsonNode.DeepEquals(known["criteria"], criteria) && JsonNode.DeepEquals(known["action"], action)))
                throw new ApiException(400, "failedPrecondition", "Filter already exists");
            if (_filters.Count >= Most)
                throw GmailErrors.Invalid("Too many filters");
            var filter = new JsonObject
            {
                ["id"] = "ANe1B" + (_next += 97).ToString(CultureInfo.InvariantCulture),
                ["criteria"] = criteria.DeepClone(),
                ["action"] = action.DeepClone(),
            };
            _filters.Add(filter);
            return (JsonObject)filter.DeepClone();
        }
    }

    private static IEnumerable<string> Ids(JsonObject filter, string name) =>
        filter["action"]?[name] is JsonArray ids ? ids.Select(id => id!.GetValue<string>()) : [];
}
