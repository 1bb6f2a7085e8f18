#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Google.Apis.Util;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>One event, a recurring series, or an instance of one.</summary>
public class Event : IDirectResponseSchema
{
    [JsonProperty("anyoneCanAddSelf")]
    public virtual bool? AnyoneCanAddSelf { get; set; }

    [JsonProperty("attachments")]
    public virtual IList<EventAttachment> Attachments { get; set; }

    [JsonProperty("attendees")]
    public virtual IList<EventAttendee> Attendees { get; set; }

    [JsonProperty("attendeesOmitted")]
    public virtual bool? AttendeesOmitted { get; set; }

    [JsonProperty("colorId")]
    public virtual string ColorId { get; set; }

    [JsonProperty("conferenceData")]
    public virtual ConferenceData ConferenceData { get; set; }

    [JsonProperty("created")]
    public virtual string CreatedRaw { get; set; }

    /// <summary><see cref="CreatedRaw"/> as an instant.</summary>
    [JsonIgnore]
    public virtual DateTimeOffset? CreatedDateTimeOffset
    {
        get => DiscoveryFormat.ParseDateTimeToDateTimeOffset(CreatedRaw);
        set => CreatedRaw = DiscoveryFormat.FormatDateTimeOffsetToDateTime(value);
    }

    [JsonProperty("creator")]
    public virtual CreatorData Creator { get; set; }

    [JsonProperty("description")]
    public virtual string Description { get; set; }

    /// <summary>Not part of the event.</summary>
    [JsonProperty("end")]
    public virtual EventDateTime End { get; set; }

    [JsonProperty("endTimeUnspecified")]
    public virtual bool? EndTimeUnspecified { get; set; }

    [JsonProperty("etag")]
    public virtual string ETag { get; set; }

    [JsonProperty("eventType")]
    public virtual string EventType { get; set; }

    [JsonProperty("extendedProperties")]
    public virtual ExtendedPropertiesData ExtendedProperties { get; set; }

    [JsonProperty("focusTimeProperties")]
    public virtual EventFocusTimeProperties FocusTimeProperties { get; set; }

    [JsonProperty("gadget")]
    public virtual GadgetData Gadget { get; set; }

    [JsonProperty("guestsCanInviteOthers")]
    public virtual bool? GuestsCanInviteOthers { get; set; }

    [JsonProperty("guestsCanModify")]
    public virtual bool? GuestsCanModify { get; set; }

    [JsonProperty("guestsCanSeeOtherGuests")]
    public virtual bool? GuestsCanSeeOtherGuests { get; set; }

    [JsonProperty("hangoutLink")]
    public virtual string HangoutLink { get; set; }

    [JsonProperty("htmlLink")]
    public virtual string HtmlLink { get; set; }

    /// <summary>The same for all instances of a series and in every attendee's calendar.</summary>
    [JsonProperty("iCalUID")]
    public virtual string ICalUID { get; set; }

    [JsonProperty("id")]
    public virtual string Id { get; set; }

    [JsonProperty("kind")]
    public virtual string Kind { get; set; }

    [JsonProperty("location")]
    public virtual string Location { get; set; }

    [JsonProperty("locked")]
    public virtual bool? Locked { get; set; }

    [JsonProperty("organizer")]
    public virtual OrganizerData Organizer { get; set; }

    [JsonProperty("originalStartTime")]
    public virtual EventDateTime OriginalStartTime { get; set; }

    [JsonProperty("outOfOfficeProperties")]
    public virtual EventOutOfOfficeProperties OutOfOfficeProperties { get; set; }

    [JsonProperty("privateCopy")]
    public virtual bool? PrivateCopy { get; set; }

    /// <summary>RRULE, EXRULE, RDATE and EXDATE lines (RFC 5545); DTSTART and DTEND are in Start and End.</summary>
    [JsonProperty("recurrence")]
    public virtual IList<string> Recurrence { get; set; }

    [JsonProperty("recurringEventId")]
    public virtual string RecurringEventId { get; set; }

    [JsonProperty("reminders")]
    public virtual RemindersData Reminders { get; set; }

    /// <summary>As in iCalendar.</summary>
    [JsonProperty("sequence")]
    public virtual int? Sequence { get; set; }

    [JsonProperty("source")]
    public virtual SourceData Source { get; set; }

    [JsonProperty("start")]
    public virtual EventDateTime Start { get; set; }

    [JsonProperty("status")]
    public virtual string Status { get; set; }

    [JsonProperty("summary")]
    public virtual string Summary { get; set; }

    [JsonProperty("transparency")]
    public virtual string Transparency { get; set; }

    [JsonProperty("updated")]
    public virtual string UpdatedRaw { get; set; }

    /// <summary><see cref="UpdatedRaw"/> as an instant.</summary>
    [JsonIgnore]
    public virtual DateTimeOffset? UpdatedDateTimeOffset
    {
        get => DiscoveryFormat.ParseDateTimeToDateTimeOffset(UpdatedRaw);
        set => UpdatedRaw = DiscoveryFormat.FormatDateTimeOffsetToDateTime(value);
    }

    [JsonProperty("visibility")]
    public virtual string Visibility { get; set; }

    [JsonProperty("workingLocationProperties")]
    public virtual EventWorkingLocationProperties WorkingLocationProperties { get; set; }

    /// <summary>Who created the event.</summary>
    public class CreatorData
    {
        [JsonProperty("displayName")]
        public virtual string DisplayName { get; set; }

        [JsonProperty("email")]
        public virtual string Email { get; set; }

        [JsonProperty("id")]
        public virtual string Id { get; set; }

        [JsonProperty("self")]
        public virtual bool? Self { get; set; }
    }

    /// <summary>Properties that applications keep with the event.</summary>
    public class ExtendedPropertiesData
    {
        [JsonProperty("private")]
        public virtual IDictionary<string, string> Private__ { get; set; }

        [JsonProperty("shared")]
        public virtual IDictionary<string, string> Shared { get; set; }
    }

    /// <summary>A gadget (deprecated by Google).</summary>
    public class GadgetData
    {
        [JsonProperty("display")]
        public virtual string Display { get; set; }

        [JsonProperty("height")]
        public virtual int? Height { get; set; }

        [JsonProperty("iconLink")]
        public virtual string IconLink { get; set; }

        [JsonProperty("link")]
        public virtual string Link { get; set; }

        [JsonProperty("preferences")]
        public virtual IDictionary<string, string> Preferences { get; set; }

        [JsonProperty("title")]
        public virtual string Title { get; set; }

        [JsonProperty("type")]
        public virtual string Type { get; set; }

        [JsonProperty("width")]
        public virtual int? Width { get; set; }
    }

    /// <summary>Who owns the event: a person, or the calendar it lives on.</summary>
    public class OrganizerData
    {
        [JsonProperty("displayName")]
        public virtual string DisplayName { get; set; }

        [JsonProperty("email")]
        public virtual string Email { get; set; }

        [JsonProperty("id")]
        public virtual string Id { get; set; }

        [JsonProperty("self")]
        public virtual bool? Self { get; set; }
    }

    /// <summary>The person's own reminders for this event.</summary>
    public class RemindersData
    {
        [JsonProperty("overrides")]
        public virtual IList<EventReminder> Overrides { get; set; }

        [JsonProperty("useDefault")]
        public virtual bool? UseDefault { get; set; }
    }

    /// <summary>Where the event was made from.</summary>
    public class SourceData
    {
        [JsonProperty("title")]
        public virtual string Title { get; set; }

        [JsonProperty("url")]
        public virtual string Url { get; set; }
    }
}
