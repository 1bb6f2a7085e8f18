namespace Assistant.GoogleClients.Quota;

internal enum GoogleApi
{
    /// <summary>OAuth and everything else that has no allowance per account.</summary>
    Other,
    Gmail,
    Calendar,
}
