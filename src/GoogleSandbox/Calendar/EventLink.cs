using System.Text;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>The address of an event in the web interface.</summary>
internal static class EventLink
{
    public static string For(string eventId) =>
        "https://www.google.com/calendar/event?eid=" + Convert.ToBase64String(Encoding.UTF8.GetBytes(eventId)).TrimEnd('=');
}
