// The SDK on Kestrel and nothing else: what the shipped server is measured against. Usage: BareServer URL
using Assistant.Bench.BareServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;

var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
builder.WebHost.UseKestrelCore().UseUrls(args[0]).ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = 8 * 1024 * 1024;
});
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
builder.Services.AddMcpServer(options => options.ServerInfo = new Implementation { Name = "bare", Version = "1.0.0" }).WithTools<TimeTool>();
builder.Services.AddSingleton<BareEndpoint>();

var app = builder.Build();
app.Run(app.Services.GetRequiredService<BareEndpoint>().HandleAsync);
await app.RunAsync();
