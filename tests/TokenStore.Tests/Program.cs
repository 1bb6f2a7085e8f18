using Assistant.TokenStore.Tests.Processes;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace Assistant.TokenStore.Tests;

internal static class Program
{
    public static Task<int> Main(string[] args) => args switch
    {
        [ChildProcess.Switch, var role, .. var rest] => ChildProcess.RunAsync(role, rest),
        _ when args.Contains("--server") || args.Contains("--internal-msbuild-node") =>
            TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions),
        _ => ConsoleRunner.Run(args),
    };
}
