using Assistant.Bench.Common;
using Assistant.TokenStore;
using Microsoft.Extensions.DependencyInjection;

namespace Assistant.Bench.AuditLoss;

/// <summary>Reads the log as the store itself does, with no server running.</summary>
internal static class AuditTable
{
    public static async Task<int> CountAsync(ShippedServer server)
    {
        var services = new ServiceCollection().AddTokenStore(new TokenStoreOptions
        {
            DataFolder = server.CommandLine.DataFolder,
            ConfigurationFolder = server.CommandLine.Environment["ASSISTANT_CONFIG"],
        });
        await using var store = services.BuildServiceProvider();
        var user = await store.GetRequiredService<IUserStore>().FindAsync(ShippedServer.User, CancellationToken.None)
            ?? throw new InvalidOperationException("The user is gone.");
        var entries = await store.GetRequiredService<IAuditLog>().ReadAsync(user.Id, int.MaxValue, CancellationToken.None);
        return entries.Count(entry => entry.Action == "current_time");
    }
}
