using Microsoft.Extensions.DependencyInjection;

namespace Assistant.TokenStore.Tests.Encryption;

public sealed class MasterKeyTests : SqliteTest
{
    private string KeyPath => Path.Combine(Backend.Options.ConfigurationFolder, "master.key");

    [Fact]
    public async Task The_first_start_makes_a_key_that_only_its_owner_can_read()
    {
        Assert.Equal(KeyPath, await Backend.Get<TokenStoreStartup>().CheckAsync(Stop));
        Assert.Equal(32, Convert.FromBase64String((await File.ReadAllTextAsync(KeyPath, Stop)).Trim()).Length);
        Assert.Equal([KeyPath], Directory.GetFileSystemEntries(Backend.Options.ConfigurationFolder));
        // On Windows the access list of the profile folder protects the file.
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in Directory.GetFiles(Backend.Options.DataFolder).Append(KeyPath))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        foreach (var folder in new[] { Backend.Options.DataFolder, Backend.Options.ConfigurationFolder })
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
    }

    [Fact]
    public async Task A_wrong_key_stops_the_start_and_changes_nothing()
    {
        var account = await ConnectAsync("alice");
        var right = await File.ReadAllTextAsync(KeyPath, Stop);
        await File.WriteAllTextAsync(KeyPath, Convert.ToBase64String(new byte[32]), Stop);
        var refused = await RefusedAsync(Backend.Options);
        Assert.Contains(KeyPath, refused, StringComparison.Ordinal);
        Assert.Contains("backup", refused, StringComparison.Ordinal);
        Assert.Equal(1, Sql.First(Backend, "SELECT count(*) FROM key_ring", row => row.GetInt32(0)));

        await File.WriteAllTextAsync(KeyPath, right, Stop);
        await using var store = Backend.OpenAnother();
        Assert.NotNull(await store.GetRequiredService<IAccountStore>().ReadTokensAsync(account, Stop));
    }

    [Fact]
    public async Task A_lost_key_file_is_asked_for_and_never_replaced()
    {
        await Backend.Get<TokenStoreStartup>().CheckAsync(Stop);
        File.Delete(KeyPath);
        Assert.Contains($"{KeyPath} is missing", await RefusedAsync(Backend.Options), StringComparison.Ordinal);
        Assert.False(File.Exists(KeyPath));
    }

    [Fact]
    public async Task A_key_file_that_was_named_is_never_made()
    {
        var options = Backend.Options;
        options.MasterKeyFile = Backend.Folder.File("secret");
        Assert.Contains("is missing", await RefusedAsync(options), StringComparison.Ordinal);
        Assert.False(File.Exists(options.MasterKeyFile));
    }

    [Fact]
    public async Task A_key_file_that_others_can_read_is_refused_with_the_command_that_helps()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("File modes are Unix's.");
            return;
        }

        await Backend.Get<TokenStoreStartup>().CheckAsync(Stop);
        File.SetUnixFileMode(KeyPath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Assert.Contains($"chmod 600 '{KeyPath}'", await RefusedAsync(Backend.Options), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("configuration")]
    public async Task A_key_beside_the_data_is_refused(string inside)
    {
        var options = Backend.Options;
        options.ConfigurationFolder = Path.Combine(options.DataFolder, inside);
        Assert.Contains("may not be inside the data folder", await RefusedAsync(options), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_may_come_from_the_environment()
    {
        var options = Backend.Options;
        options.MasterKey = Convert.ToBase64String(new byte[32]);
        await using (var store = new ServiceCollection().AddTokenStore(options).BuildServiceProvider())
            Assert.Equal("the environment", await store.GetRequiredService<TokenStoreStartup>().CheckAsync(Stop));
        Assert.False(Directory.Exists(options.ConfigurationFolder));
        options.MasterKey = "c2VjcmV0";
        var refused = await RefusedAsync(options);
        Assert.Contains("base64 of 32 bytes", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", refused, StringComparison.Ordinal);
    }

    private static async Task<string> RefusedAsync(TokenStoreOptions options)
    {
        await using var store = new ServiceCollection().AddTokenStore(options).BuildServiceProvider();
        return (await Assert.ThrowsAsync<StoreUnavailableException>(() => store.GetRequiredService<TokenStoreStartup>().CheckAsync(Stop))).Message;
    }
}
