#nullable disable // As Google's own package: it is built without nullable references.
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Google.Apis.Calendar.v3.Data;

/// <summary>A calendar as one person sees it: colour, role, notifications.</summary>
public class CalendarListEntry : IDirectResponseSchema
{
    [JsonProperty("accessRole")]
    public virtual string AccessRole { get; set; }

    [JsonProperty("backgroundColor")]
    public virtual string BackgroundColor { get; set; }

    [JsonProperty("colorId")]
    public virtual string ColorId { get; set; }

    [JsonProperty("conferenceProperties")]
    public virtual ConferenceProperties ConferenceProperties { get; set; }

    [JsonProperty("defaultReminders")]
    public virtual IList<EventReminder> DefaultReminders { get; set; }

    [JsonProperty("deleted")]
    public virtual bool? Deleted { get; set; }

    [JsonProperty("description")]
    public virtual string Description { get; set; }

    [JsonProperty("etag")]
    public virtual string ETag { get; set; }

    [JsonProperty("foregroundColor")]
    public virtual string ForegroundColor { get; set; }

    [JsonProperty("hidden")]
    public virtual bool? Hidden { get; set; }

    [JsonProperty("id")]
    public virtual string Id { get; set; }

    [JsonProperty("kind")]
    public virtual string Kind { get; set; }

    [JsonProperty("location")]
    public virtual string Location { get; set; }

    [JsonProperty("notificationSettings")]
    public virtual NotificationSettingsData NotificationSettings { get; set; }

    [JsonProperty("primary")]
    public virtual bool? Primary { get; set; }

    [JsonProperty("selected")]
    public virtual bool? Selected { get; set; }

    [JsonProperty("summary")]
    public virtual string Summary { get; set; }

    [JsonProperty("summaryOverride")]
    public virtual string SummaryOverride { get; set; }

    [JsonProperty("timeZone")]
    public virtual string TimeZone { get; set; }

    /// <summary>The notifications the person gets for this calendar.</summary>
    public class NotificationSettingsData
    {
        [JsonProperty("notifications")]
        public virtual IList<CalendarNotification> Notifications { get; set; }
    }
}
