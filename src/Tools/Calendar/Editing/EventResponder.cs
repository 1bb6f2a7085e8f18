using Assistant.Tools.Agreements;
using Assistant.Tools.Calendar.Times;
using Assistant.Tools.Google;

namespace Assistant.Tools.Calendar.Editing;

/// <summary>Answers invitations, and leaves everything else of them alone.</summary>
internal sealed class EventResponder(EventLookup lookup, SeriesReader reader, EventProposals proposals, RepeatableAgreements agreements)
{
    public async Task<EventChange> RespondAsync(string response, string? comment, EditOptions options, CancellationToken cancellationToken)
    {
        if (await agreements.AnsweredAsync(cancellationToken) is { } answered)
            return EventChange.Of(answered);
        var (calendar, item) = await lookup.EventAsync(options.Account, options.Calendar, options.EventId, cancellationToken);
        var found = await reader.OfAsync(calendar, item, cancellationToken);
        var scope = SeriesReader.Scope(options.Scope, found);
        if (scope == EventScope.Following)
            throw new ToolFailure("bad_argument", "Google answers for 'this' occurrence or for 'all'.");
        var target = scope == EventScope.All ? found!.Series : item;
        var self = target.Attendees?.FirstOrDefault(guest => guest.Self is true || EventFields.Is(guest, calendar.Account.Email))
            ?? throw new ToolFailure("not_invited", $"Account {calendar.Account.Nickname} is not among the attendees of this event.");
        if (target.AttendeesOmitted is true)
            target.Attendees = [self];
        (self.ResponseStatus, self.Comment) = (response, comment ?? self.Comment);
        var named = $"{UntrustedText.Line(item.Summary)}, {EventSpan.Of(item, calendar.Days).ToText()}";
        var work = new EventWork(
            [new(EventOperation.Update, calendar.Id, target.Id, EventStep.Write(target), target.ETag)], options.Notify, $"answered {response}: {named}", $"Answered '{response}': {named}.");
        // A word to the organizer, or mail to them, is a message; the bare answer is the person's own entry.
        var organizer = target.Organizer?.Email ?? "";
        IReadOnlyList<string> told = organizer.Length > 0 && !string.Equals(organizer, calendar.Account.Email, StringComparison.OrdinalIgnoreCase) && (options.Notify != "none" || comment is not null)
            ? [organizer.ToLowerInvariant()]
            : [];
        return await proposals.CarryOutAsync(
            new(calendar, work, $"Answer '{response}' to this invitation?", target, told, []) { Changes = comment is null ? [] : [new("Your comment", comment)] }, cancellationToken);
    }
}
