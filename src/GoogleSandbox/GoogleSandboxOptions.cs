namespace Assistant.GoogleSandbox;

/// <summary>How a sandbox behaves.</summary>
public sealed record GoogleSandboxOptions
{
    /// <summary>Loopback port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>People, mail and calendars at the start.</summary>
    public required SeedWorld World { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The one OAuth client it knows.</summary>
    public string ClientId { get; init; } = "sandbox-client.apps.example";

    public string ClientSecret { get; init; } = "sandbox-secret";

    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Gives a new refresh token at every refresh and ends the old one. Google normally keeps it.</summary>
    public bool RotateRefreshTokens { get; init; }

    /// <summary>Keeps the Message-ID that a client chose. Gmail is reported to replace it, which is the default.</summary>
    public bool KeepMessageId { get; init; }

    /// <summary>Quota units a user may spend in a minute, or null for Google's own (Gmail 6,000, Calendar 600 requests).</summary>
    public int? UserUnitsPerMinute { get; init; }
}
