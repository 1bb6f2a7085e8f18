using System.Collections.Concurrent;
using Assistant.TokenStore;

namespace Assistant.Tools.Google;

/// <summary>Time zones of accounts, remembered for a while.</summary>
internal sealed class ZoneMemory
{
    public ConcurrentDictionary<string, (TimeZoneInfo Zone, DateTimeOffset Until)> Zones { get; } = new(StringComparer.Ordinal);
}

/// <summary>The time zone of an account's calendar settings; UTC where the calendar was not granted or cannot be asked.</summary>
internal sealed class AccountZones(GoogleServices google, ZoneMemory memory, TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    public async Task<TimeZoneInfo> OfAsync(GoogleAccount account, CancellationToken cancellationToken)
    {
        if (memory.Zones.TryGetValue(account.Id, out var known) && known.Until > time.GetUtcNow())
            return known.Zone;
        if (!account.Scopes.Any(scope => scope is GoogleScopes.CalendarReadonly or GoogleScopes.CalendarFull))
            return TimeZoneInfo.Utc;
        try
        {
            var setting = await google.CalendarAsync(account, "the calendar settings", service => service.Settings.Get("timezone").ExecuteAsync(cancellationToken));
            var zone = TimeZoneInfo.TryFindSystemTimeZoneById(setting.Value ?? "", out var found) ? found : TimeZoneInfo.Utc;
            memory.Zones[account.Id] = (zone, time.GetUtcNow() + Remembered);
            return zone;
        }
        catch (ToolFailure)
        {
            return TimeZoneInfo.Utc;
        }
    }
}
