namespace Assistant.Tools.Calendar.Recurrence;

/// <summary>FREQ of RFC 5545 3.3.10, from the shortest period to the longest.</summary>
internal enum Frequency
{
    Secondly,
    Minutely,
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Yearly,
}
