using Assistant.Server;
using Assistant.Server.Demo;
using Assistant.Server.Transports;
using Assistant.GoogleClients;
using Assistant.Server.GoogleLogin;
using Microsoft.Extensions.DependencyInjection;

if (args[0] == "demo")
    return await DemoRun.RunAsync(true, "http://127.0.0.1:0", Console.Out, default) ? 0 : 1;
var o = new AssistantOptions { DataFolder = args[5], ConfigurationFolder = Environment.GetEnvironmentVariable("ASSISTANT_CONFIG")!, Google = GoogleEndpoints.At(new Uri(args[7])), OAuthClient = OAuthClient.Sandbox };
await using var s = new ServiceCollection().AddAssistant(o).BuildServiceProvider();
return await StdioHost.RunAsync(s, args[3], default);
