using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Gmail;

internal static partial class LabelMethods
{
    public static JsonObject Create(ApiCall call, Mailbox mailbox) =>
        View(mailbox.AddLabel(Apply(new Label("", "", IsUsers: true), call.Body!)));

    public static JsonObject Patch(ApiCall call, Mailbox mailbox) => View(mailbox.ChangeLabel(call.Path["id"], label => Apply(label, call.Body!)));

    public static JsonObject Update(ApiCall call, Mailbox mailbox) =>
        View(mailbox.ChangeLabel(call.Path["id"], label => Apply(new Label(label.Id, "", IsUsers: true), call.Body!)));

    public static JsonObject Delete(ApiCall call, Mailbox mailbox)
    {
        mailbox.DeleteLabel(call.Path["id"]);
        return [];
    }

    private static Label Apply(Label label, JsonObject body)
    {
        if (body["name"] is { } name)
            label = label with { Name = name.GetValue<string>() };
        if (body["messageListVisibility"] is { } messages)
            label = label with { MessageListVisibility = messages.GetValue<string>() };
        if (body["labelListVisibility"] is { } list)
            label = label with { LabelListVisibility = list.GetValue<string>() };
        if (body["color"] is JsonObject color)
        {
            var (text, background) = (color["textColor"]?.GetValue<string>() ?? "", color["backgroundColor"]?.GetValue<string>() ?? "");
            if (!LabelPalette.Has(text) || !LabelPalette.Has(background))
                throw GmailErrors.Invalid($"Label color {background} is not on the allowed color palette");
            label = label with { Color = (text, background) };
        }
        return label;
    }
}
