namespace Assistant.Server.Tests.Commands;

/// <summary>One user with one account, for tests that change nothing of it.</summary>
public sealed class EnrolledCli : IAsyncLifetime
{
    internal CliFixture Cli { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await Cli.InitializeAsync();
        await Cli.EnrolAsync();
    }

    public ValueTask DisposeAsync() => Cli.DisposeAsync();
}
