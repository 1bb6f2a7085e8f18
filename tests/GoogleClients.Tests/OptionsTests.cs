using Microsoft.Extensions.DependencyInjection;

namespace Assistant.GoogleClients.Tests;

public sealed class OptionsTests
{
    public static TheoryData<GoogleHttpOptions, string> Wrong => new()
    {
        { new() { GmailUnitsPerMinute = 0 }, "GmailUnitsPerMinute is 0" },
        { new() { CalendarRequestsPerMinute = -1 }, "CalendarRequestsPerMinute is -1" },
        { new() { BurstShare = 1 }, "BurstShare is 1" },
        { new() { BurstShare = double.NaN }, "BurstShare is NaN" },
        { new() { MaxAttempts = 0 }, "MaxAttempts is 0" },
        { new() { MaxResponseBytes = 5 }, "MaxResponseBytes is 5" },
        { new() { BaseDelay = TimeSpan.Zero }, "BaseDelay" },
        { new() { ConnectTimeout = TimeSpan.Zero }, "ConnectTimeout" },
        { new() { PooledConnectionLifetime = TimeSpan.Zero }, "PooledConnectionLifetime" },
        { new() { AttemptTimeout = TimeSpan.Zero }, "AttemptTimeout" },
        { new() { TotalTimeout = TimeSpan.FromSeconds(29) }, "TotalTimeout" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Options_that_make_no_sense_are_refused_by_name(GoogleHttpOptions options, string message)
    {
        var error = Assert.Throws<ArgumentException>(() => new ServiceCollection().AddGoogleClients(options: options));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_registration_makes_one_shared_pool()
    {
        using var services = new ServiceCollection().AddLogging().AddGoogleClients().AddGoogleClients().BuildServiceProvider();

        Assert.Same(services.GetRequiredService<GoogleHttp>(), Assert.Single(services.GetServices<GoogleHttp>()));
        using var gmail = services.GetRequiredService<GoogleHttp>().Gmail(null);
        Assert.Equal("https://gmail.googleapis.com/", gmail.BaseUri);
    }

    [Fact]
    public void The_defaults_are_right() => Assert.Null(new GoogleHttpOptions().Problem());
}
