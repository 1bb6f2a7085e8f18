using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Gmail.Settings;

/// <summary><c>users.settings.sendAs</c>.</summary>
internal sealed class SendAsAddresses
{
    private static readonly string[] Changeable = ["displayName", "replyToAddress", "signature", "treatAsAlias"];

    private readonly Lock _gate = new();
    private readonly List<JsonObject> _addresses;

    public SendAsAddresses(SeedPerson person)
    {
        var primary = new JsonObject
        {
            ["sendAsEmail"] = person.Email,
            ["displayName"] = person.Name,
            ["replyToAddress"] = "",
            ["signature"] = person.Signature,
            ["isPrimary"] = true,
            ["isDefault"] = true,
        };
        _addresses = [primary, .. person.SendAs.Select(Further)];
    }

    public static JsonObject List(ApiCall call, Mailbox mailbox) => mailbox.Settings.SendAs.All();

    public static JsonObject Get(ApiCall call, Mailbox mailbox) => mailbox.Settings.SendAs.One(call, _ => { });

    public static JsonObject Patch(ApiCall call, Mailbox mailbox) => mailbox.Settings.SendAs.One(call, address => Apply(mailbox, address, call.Body!));

    public static JsonObject Update(ApiCall call, Mailbox mailbox) => mailbox.Settings.SendAs.One(call, address =>
    {
        foreach (var name in Changeable.Where(address.ContainsKey))
            address[name] = name == "treatAsAlias" ? false : "";
        Apply(mailbox, address, call.Body!);
    });

    /// <summary>Whether Gmail sends from it: the primary one, and others that are verified.</summary>
    public bool May(string email)
    {
        lock (_gate)
            return _addresses.Exists(address => Is(address, email) && address["verificationStatus"]?.GetValue<string>() is null or "accepted");
    }

    private static JsonObject Further(SandboxSendAs address) => new()
    {
        ["sendAsEmail"] = address.Email,
        ["displayName"] = address.Name,
        ["replyToAddress"] = "",
        ["signature"] = address.Signature,
        ["treatAsAlias"] = true,
        ["verificationStatus"] = address.Verified ? "accepted" : "pending",
    };

    private static void Apply(Mailbox mailbox, JsonObject address, JsonObject body)
    {
        foreach (var name in Changeable.Where(body.ContainsKey))
            address[name] = body[name]?.DeepClone();
        if (body["isDefault"]?.GetValue<bool>() is not true)
            return;
        foreach (var other in mailbox.Settings.SendAs._addresses)
            other.Remove("isDefault");
        address["isDefault"] = true;
    }

    private static bool Is(JsonObject address, string email) => address["sendAsEmail"]!.GetValue<string>().Equals(email, StringComparison.OrdinalIgnoreCase);

    private JsonObject All()
    {
        lock (_gate)
            return new JsonObject { ["sendAs"] = new JsonArray([.. _addresses.Select(address => address.DeepClone())]) };
    }

    private JsonObject One(ApiCall call, Action<JsonObject> change)
    {
        lock (_gate)
        {
            var address = _addresses.Find(address => Is(address, call.Path["sendAsEmail"])) ?? throw GmailErrors.NotFound();
            change(address);
            return (JsonObject)address.DeepClone();
        }
    }
}
