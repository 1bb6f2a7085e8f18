using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Google;
using Google.Apis.Calendar.v3;
using Google.Apis.Calendar.v3.Data;
using Newtonsoft.Json.Linq;

namespace Assistant.Tools.Calendar.Editing;

/// <summary>Carries out event work: journalled before, made once, undoable after.</summary>
internal sealed class EventRunner(GoogleServices google, IChangeJournal journal)
{
    /// <summary>The journal's kinds: of the own calendar only, and of what others see.</summary>
    public const string Own = "event";
    public const string Shared = "event.shared";

    /// <summary>Set by Google at every write, or of no meaning for whether a change is there.</summary>
    private static readonly HashSet<string> Volatile = ["etag", "updated", "created", "sequence", "kind", "htmlLink", "creator", "organizer", "iCalUID", "attendeesOmitted", "hangoutLink", "conferenceData"];

    /// <param name="account">Whose calendar.</param>
    /// <param name="work">What to do.</param>
    /// <param name="change">The journal's id of an attempt before this one, or null.</param>
    /// <param name="note">Told the journal's id before anything happens.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ToolFailure">It was refused: nothing happened, or the message says what did.</exception>
    public async Task<EventDone> RunAsync(GoogleAccount account, EventWork work, string? change, Func<string, Task>? note, CancellationToken cancellationToken)
    {
        if (work.Undoes is null && change is null)
        {
            change = await journal.RecordAsync(new(account.UserId, account.Id, work.IsShared ? Shared : Own, work.Summary, null), cancellationToken);
            if (note is not null)
                await note(change);
        }

        var (last, made, undo, people) = ((Event?)null, (Event?)null, new List<EventStep>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        try
        {
            foreach (var step in work.Steps)
            {
                var (after, inverse) = await StepAsync(account, step, step.Quiet ? "none" : work.Notify, people, cancellationToken);
                // Of several the new one is what the caller goes on with.
                last = made ?? after;
                made ??= step.Operation == EventOperation.Insert ? after : null;
                undo.InsertRange(0, inverse);
            }
        }
        catch (ToolFailure failure) when (!failure.IsLostAnswer() && failure.Code != "google_limit")
        {
            // Half of it is worse than nothing: what was done is taken back.
            foreach (var step in undo.ToList())
                await StepAsync(account, step, work.Notify, people, CancellationToken.None);
            undo.Clear();
            if (work.Undoes is null)
                await journal.MarkUndoneAsync(account.UserId, change!, CancellationToken.None);
            throw;
        }
        finally
        {
            if (undo.Count > 0 && work.Undoes is null)
            {
                var what = new EventUndo([.. undo, .. work.AlsoUndo], work.Notify, [.. people.Where(email => !email.Equals(account.Email, StringComparison.OrdinalIgnoreCase))], work.Summary);
                await journal.CompleteAsync(account.UserId, change!, work.Summary, JsonSerializer.Serialize(what, ToolJson.Options), CancellationToken.None);
            }
        }

        if (work.Undoes is not null)
            await journal.MarkUndoneAsync(account.UserId, work.Undoes, CancellationToken.None);
        return new(last, work.Undoes is null ? change : null);
    }

    private async Task<(Event? After, IReadOnlyList<EventStep> Inverse)> StepAsync(
        GoogleAccount account, EventStep step, string notify, HashSet<string> people, CancellationToken cancellationToken)
    {
        var wanted = step.Event is null ? null : EventStep.Read(step.Event);
        var before = step.Operation is EventOperation.Insert or EventOperation.Import ? null : await TryGetAsync(account, step.Calendar, step.Id, cancellationToken);
        foreach (var email in (before?.Attendees ?? []).Concat(wanted?.Attendees ?? []).Select(guest => guest.Email))
            people.Add(email);
        switch (step.Operation)
        {
            case EventOperation.Insert:
                var made = await InsertAsync(account, step, wanted!, notify, cancellationToken);
                return (made, [new(EventOperation.Delete, step.Calendar, made.Id, ETag: made.ETag)]);
            case EventOperation.Import:
                var imported = await AskAsync(account, step, service =>
                {
                    var request = service.Events.Import(wanted, step.Calendar);
                    (request.ConferenceDataVersion, request.SupportsAttachments) = (1, true);
                    return request.ExecuteAsync(cancellationToken);
                });
                return (imported, [new(EventOperation.Delete, step.Calendar, imported.Id)]);
            case EventOperation.Delete:
                if (before is null || before.Status == "cancelled")
                    return (null, []);
                await DeleteAsync(account, step, notify, cancellationToken);
                return (null, [new(EventOperation.Restore, step.Calendar, step.Id, EventStep.Write(before))]);
            case EventOperation.Move:
                var moved = await MoveAsync(account, step, before, notify, cancellationToken);
                return (moved, [new(EventOperation.Move, step.Destination!, step.Id, Destination: step.Calendar)]);
            default:
                if (before is null || (before.Status == "cancelled" && step.Operation == EventOperation.Update))
                    throw GoogleFailures.NotFound(account.Nickname, $"event {step.Id}");
                if (Holds(before, wanted!))
                    return (before, []);
                (wanted!.ETag, wanted.Status) = (step.ETag, step.Operation == EventOperation.Restore ? "confirmed" : wanted.Status);
                var after = await UpdateAsync(account, step, wanted, notify, cancellationToken);
                return (after, step.Operation == EventOperation.Restore
                    ? [new(EventOperation.Delete, step.Calendar, step.Id)]
                    : [new(EventOperation.Update, step.Calendar, step.Id, EventStep.Write(before), after.ETag)]);
        }
    }

    private async Task<Event> InsertAsync(GoogleAccount account, EventStep step, Event wanted, string notify, CancellationToken cancellationToken)
    {
        wanted.Id = step.Id;
        try
        {
            return await AskAsync(account, step, service =>
            {
                var request = service.Events.Insert(wanted, step.Calendar);
                (request.ConferenceDataVersion, request.SupportsAttachments) = (1, true);
                request.SendUpdates = notify switch
                {
                    "all" => EventsResource.InsertRequest.SendUpdatesEnum.All,
                    "external" => EventsResource.InsertRequest.SendUpdatesEnum.ExternalOnly,
                    _ => EventsResource.InsertRequest.SendUpdatesEnum.None,
                };
                return request.ExecuteAsync(cancellationToken);
            });
        }
        catch (ToolFailure failure) when (failure.Code == "conflict" || failure.IsLostAnswer())
        {
            // Our own id: if it is there, an attempt before this one, or this one, made it.
            if (await TryGetAsync(account, step.Calendar, step.Id, cancellationToken) is { Status: not "cancelled" } made)
                return made;
            throw;
        }
    }

    private async Task<Event> UpdateAsync(GoogleAccount account, EventStep step, Event wanted, string notify, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(account, step, service =>
            {
                var request = service.Events.Update(wanted, step.Calendar, step.Id);
                (request.ConferenceDataVersion, request.SupportsAttachments) = (1, true);
                request.SendUpdates = notify switch
                {
                    "all" => EventsResource.UpdateRequest.SendUpdatesEnum.All,
                    "external" => EventsResource.UpdateRequest.SendUpdatesEnum.ExternalOnly,
                    _ => EventsResource.UpdateRequest.SendUpdatesEnum.None,
                };
                return request.ExecuteAsync(cancellationToken);
            });
        }
        catch (ToolFailure failure) when (failure.Code == "changed_meanwhile" || failure.IsLostAnswer())
        {
            if (await TryGetAsync(account, step.Calendar, step.Id, cancellationToken) is { } now && Holds(now, wanted))
                return now;
            throw;
        }
    }

    private async Task DeleteAsync(GoogleAccount account, EventStep step, string notify, CancellationToken cancellationToken)
    {
        try
        {
            await AskAsync(account, step, service =>
            {
                var request = service.Events.Delete(step.Calendar, step.Id);
                request.SendUpdates = notify switch
                {
                    "all" => EventsResource.DeleteRequest.SendUpdatesEnum.All,
                    "external" => EventsResource.DeleteRequest.SendUpdatesEnum.ExternalOnly,
                    _ => EventsResource.DeleteRequest.SendUpdatesEnum.None,
                };
                if (step.ETag is { } etag)
                    request.ModifyRequest = message => message.Headers.TryAddWithoutValidation("If-Match", etag);
                return request.ExecuteAsync(cancellationToken);
            });
        }
        catch (ToolFailure failure) when (failure.Code == "not_found" || failure.IsLostAnswer())
        {
            if (await TryGetAsync(account, step.Calendar, step.Id, cancellationToken) is { Status: not "cancelled" })
                throw;
        }
    }

    private async Task<Event> MoveAsync(GoogleAccount account, EventStep step, Event? before, string notify, CancellationToken cancellationToken)
    {
        if (before is null or { Status: "cancelled" })
        {
            return await TryGetAsync(account, step.Destination!, step.Id, cancellationToken) is { Status: not "cancelled" } already
                ? already
                : throw GoogleFailures.NotFound(account.Nickname, $"event {step.Id}");
        }

        return await AskAsync(account, step, service =>
        {
            var request = service.Events.Move(step.Calendar, step.Id, step.Destination);
            request.SendUpdates = notify switch
            {
                "all" => EventsResource.MoveRequest.SendUpdatesEnum.All,
                "external" => EventsResource.MoveRequest.SendUpdatesEnum.ExternalOnly,
                _ => EventsResource.MoveRequest.SendUpdatesEnum.None,
            };
            return request.ExecuteAsync(cancellationToken);
        });
    }

    /// <summary>The event as it is, or null.</summary>
    public async Task<Event?> TryGetAsync(GoogleAccount account, string calendar, string id, CancellationToken cancellationToken)
    {
        try
        {
            return await google.CalendarAsync(account, $"event {id}", service => service.Events.Get(calendar, id).ExecuteAsync(cancellationToken));
        }
        catch (ToolFailure failure) when (failure.Code == "not_found")
        {
            return null;
        }
    }

    /// <summary>Whether what is wanted is so already, so that nothing is written and nobody is told twice.</summary>
    private static bool Holds(Event now, Event wanted)
    {
        var (is_, wish) = (JObject.Parse(EventStep.Write(now)), JObject.Parse(EventStep.Write(wanted)));
        return is_.Properties().Concat(wish.Properties()).Select(property => property.Name).Distinct()
            .Where(name => !Volatile.Contains(name))
            .All(name => name is "start" or "end" ? Same(is_[name], wish[name]) : JToken.DeepEquals(is_[name], wish[name]))
            && (wanted.ConferenceData?.CreateRequest is { Status: null } ? now.HangoutLink is not null : Link(now) == Link(wanted));

        static string? Link(Event item) => item.HangoutLink ?? item.ConferenceData?.EntryPoints?.FirstOrDefault()?.Uri;

        static bool Same(JToken? one, JToken? other) => (string?)one?["date"] == (string?)other?["date"] && (string?)one?["timeZone"] == (string?)other?["timeZone"]
            && (DateTimeOffset?)one?["dateTime"] == (DateTimeOffset?)other?["dateTime"];
    }

    private Task<T> AskAsync<T>(GoogleAccount account, EventStep step, Func<CalendarService, Task<T>> ask) => google.CalendarAsync(account, $"event {step.Id}", ask);
}
