using System.Globalization;
using Assistant.Tools.Compose;
using Assistant.Tools.Compose.Mime;
using Google.Apis.Calendar.v3.Data;

namespace Assistant.Tools.Calendar.Editing;

/// <summary>Writes a wish into an event. What the wish does not name, attendees and their answers above all, stays as it is.</summary>
internal static class EventFields
{
    private const int MostAttendees = 200;

    /// <summary>Google's names of the colours of events (colors.get has only their ids).</summary>
    private static readonly string[] Colors = ["lavender", "sage", "grape", "flamingo", "banana", "tangerine", "peacock", "graphite", "blueberry", "basil", "tomato"];

    public static void Apply(Event item, EventWish wish)
    {
        item.Summary = wish.Title ?? item.Summary;
        item.Description = wish.Description ?? item.Description;
        item.Location = wish.Location ?? item.Location;
        Attend(item, wish.Attendees, isOptional: false);
        Attend(item, wish.OptionalAttendees, isOptional: true);
        foreach (var gone in wish.RemoveAttendees ?? [])
        {
            var email = Address("remove_attendees", gone).Address.ToLowerInvariant();
            if (item.Attendees?.FirstOrDefault(guest => Is(guest, email)) is not { } guest)
                throw new ToolFailure("bad_argument", $"The argument 'remove_attendees' names {email}, who is not invited.");
            item.Attendees = [.. item.Attendees.Where(one => one != guest)];
        }

        if (wish.Details is { } details)
            Apply(item, details);
        if (item.Attendees?.Count > MostAttendees)
            throw new ToolFailure("bad_argument", $"An event can have at most {MostAttendees} attendees: invite a group address instead.");
    }

    private static void Apply(Event item, EventDetails details)
    {
        Attend(item, details.Rooms, isOptional: false, isRoom: true);
        if (details.Reminders is { } reminders)
            item.Reminders = new() { UseDefault = false, Overrides = [.. reminders.Select(Reminder)] };
        if (details.Color is { } color)
            item.ColorId = color.Length == 0 ? null : Color(color);
        if (details.Visibility is { } visibility)
            item.Visibility = OneOf("visibility", visibility, "default", "public", "private");
        if (details.ShowAs is { } showAs)
            item.Transparency = OneOf("show_as", showAs, "busy", "free") == "free" ? "transparent" : "opaque";
        if (details.GuestsCan is { } rights)
        {
            foreach (var right in rights)
                OneOf("guests_can", right, "modify", "invite", "see_others");
            (item.GuestsCanModify, item.GuestsCanInviteOthers, item.GuestsCanSeeOtherGuests) = (rights.Contains("modify"), rights.Contains("invite"), rights.Contains("see_others"));
        }

        if (details.Attachments is { } links)
            item.Attachments = [.. links.Select(link => new EventAttachment { FileUrl = Link("attachments", link), Title = Path.GetFileName(new Uri(link).LocalPath) })];
        if (details.Source is { } source)
            item.Source = source.Length == 0 ? null : new() { Url = Link("source", source), Title = new Uri(source).Host };
        if (details.Properties is { } properties)
        {
            item.ExtendedProperties ??= new();
            item.ExtendedProperties.Private__ = properties.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        }

        if (details.Conference is { } conference)
            Meet(item, conference);
    }

    private static void Meet(Event item, string conference)
    {
        if (conference.Equals("none", StringComparison.OrdinalIgnoreCase) || conference.Length == 0)
        {
            (item.ConferenceData, item.HangoutLink) = (null, null);
        }
        else if (conference.Equals("meet", StringComparison.OrdinalIgnoreCase))
        {
            item.ConferenceData = new() { CreateRequest = new() { RequestId = Guid.NewGuid().ToString("n"), ConferenceSolutionKey = new() { Type = "hangoutsMeet" } } };
        }
        else
        {
            var link = Link("conference", conference);
            item.ConferenceData = new()
            {
                ConferenceSolution = new() { Key = new() { Type = "addOn" }, Name = new Uri(link).Host },
                EntryPoints = [new() { EntryPointType = "video", Uri = link, Label = new Uri(link).Host }],
            };
        }
    }

    /// <summary>Adds who is not invited yet; who is keeps their answer.</summary>
    private static void Attend(Event item, IReadOnlyList<string>? people, bool isOptional, bool isRoom = false)
    {
        foreach (var text in people ?? [])
        {
            var address = Address(isRoom ? "rooms" : isOptional ? "optional_attendees" : "attendees", text);
            var email = address.Address.ToLowerInvariant();
            if (item.Attendees?.FirstOrDefault(guest => Is(guest, email)) is { } known)
            {
                known.Optional = isOptional ? true : known.Optional is true ? false : known.Optional;
                continue;
            }

            var guest = new EventAttendee { Email = email, DisplayName = address.Name.Length > 0 ? address.Name : null, ResponseStatus = "needsAction" };
            (guest.Optional, guest.Resource) = (isOptional ? true : null, isRoom ? true : null);
            item.Attendees = [.. item.Attendees ?? [], guest];
        }
    }

    public static bool Is(EventAttendee guest, string email) => string.Equals(guest.Email, email, StringComparison.OrdinalIgnoreCase);

    private static MailAddress Address(string argument, string text) => MailErrors.Explain(() => MailAddresses.Parse(argument, text)) is [var one]
        ? one
        : throw new ToolFailure("bad_argument", $"The argument '{argument}' must have one address in each item.");

    private static EventReminder Reminder(string text)
    {
        var parts = text.Split([' ', ':'], StringSplitOptions.RemoveEmptyEntries);
        return parts is [var method, var minutes] && method is "popup" or "email" && int.TryParse(minutes, CultureInfo.InvariantCulture, out var before) && before is >= 0 and <= 40_320
            ? new() { Method = method, Minutes = before }
            : throw new ToolFailure("bad_argument", $"The reminder '{text}' must be 'popup 10' or 'email 60', with 0 to 40320 minutes.");
    }

    private static string Color(string color)
    {
        var at = Array.IndexOf(Colors, color.Trim().ToLowerInvariant());
        if (at >= 0)
            return (at + 1).ToString(CultureInfo.InvariantCulture);
        return int.TryParse(color, CultureInfo.InvariantCulture, out var id) && id is >= 1 and <= 11
            ? id.ToString(CultureInfo.InvariantCulture)
            : throw new ToolFailure("bad_argument", $"The color must be 1 to 11, or one of: {string.Join(", ", Colors)}.");
    }

    private static string OneOf(string argument, string value, params string[] allowed) => allowed.Contains(value)
        ? value
        : throw new ToolFailure("bad_argument", $"The argument '{argument}' must be one of: {string.Join(", ", allowed)}.");

    private static string Link(string argument, string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
        ? uri.AbsoluteUri
        : throw new ToolFailure("bad_argument", $"The argument '{argument}' must be an https link: '{text}' is not.");
}
