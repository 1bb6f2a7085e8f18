namespace Assistant.Server.Subscriptions;

/// <param name="Interval">Between two looks at what is watched.</param>
/// <param name="Longest">Between two looks while Google fails or refuses.</param>
internal sealed record WatchTiming(TimeSpan Interval, TimeSpan Longest)
{
    public static WatchTiming Default { get; } = new(TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10));
}
