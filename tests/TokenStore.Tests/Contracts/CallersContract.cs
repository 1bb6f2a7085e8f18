using Microsoft.Extensions.DependencyInjection;

namespace Assistant.TokenStore.Tests.Contracts;

public abstract class CallersContract<TBackend> : StoreContract<TBackend>
    where TBackend : StoreBackend, new()
{
    private ICallers Callers => Backend.Get<ICallers>();

    [Fact]
    public async Task A_key_gives_its_caller_with_its_grants()
    {
        var issued = await IssueAsync(new Grants(PermissionLevel.Read, ["gmail_search"], ["work"]));
        var lease = await Callers.FromKeyAsync(issued.Secret.Value, Stop);
        Assert.Equivalent(new Caller(issued.Key.UserId, "alice", issued.Key.Grants, issued.Key.Id), lease?.Caller, strict: true);
        Assert.False(lease!.Revoked.IsCancellationRequested);
    }

    [Fact]
    public async Task A_local_user_may_do_everything()
    {
        var user = await AddUserAsync();
        Assert.Equal(new Caller(user.Id, "alice", Grants.All, KeyId: null), (await Callers.FromUserAsync("ALICE", Stop))?.Caller);
        Assert.Null(await Callers.FromUserAsync("bob", Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("asst_")]
    [InlineData("ya29.a0AfH6SMBxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("asst_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("äääääääääääääääääääääääääääääääääääääääääääääääääääää")]
    public async Task What_is_no_key_has_no_caller(string presented)
    {
        await IssueAsync(Grants.All);
        Assert.Null(await Callers.FromKeyAsync(presented, Stop));
    }

    [Fact]
    public async Task A_key_that_was_never_issued_here_has_no_caller()
    {
        await IssueAsync(Grants.All);
        Assert.Null(await Callers.FromKeyAsync(KeyText.New(), Stop));
    }

    [Fact]
    public async Task A_key_revoked_by_another_process_is_refused_within_a_second_and_ends_open_streams()
    {
        var issued = await IssueAsync(Grants.All);
        var lease = await Callers.FromKeyAsync(issued.Secret.Value, Stop);
        await using var other = Backend.OpenAnother();
        Assert.True(await other.GetRequiredService<IKeyStore>().RevokeAsync(issued.Key.Id, Stop));
        Backend.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await Callers.FromKeyAsync(issued.Secret.Value, Stop));
        await EndedAsync(lease);
    }

    [Fact]
    public async Task An_open_stream_ends_by_itself_when_another_process_removes_the_user()
    {
        var issued = await IssueAsync(Grants.All);
        await using var server = Backend.OpenAnother(TimeProvider.System);
        var callers = server.GetRequiredService<ICallers>();
        var leases = new[] { await callers.FromKeyAsync(issued.Secret.Value, Stop), await callers.FromUserAsync("alice", Stop) };
        await Backend.Get<IUserStore>().RemoveAsync("alice", Stop);
        foreach (var lease in leases)
            await EndedAsync(lease);
    }

    [Fact]
    public async Task A_user_of_the_same_name_is_somebody_else()
    {
        await AddUserAsync();
        var before = await Callers.FromUserAsync("alice", Stop);
        await Backend.Get<IUserStore>().RemoveAsync("alice", Stop);
        var now = await AddUserAsync();
        Backend.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(now.Id, (await Callers.FromUserAsync("alice", Stop))?.Caller.UserId);
        await EndedAsync(before);
    }

    [Fact]
    public async Task A_key_ends_when_it_expires()
    {
        var issued = await IssueAsync(Grants.All, expiresIn: TimeSpan.FromMinutes(1));
        var lease = await Callers.FromKeyAsync(issued.Secret.Value, Stop);
        Assert.NotNull(lease);
        Backend.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await Callers.FromKeyAsync(issued.Secret.Value, Stop));
        await EndedAsync(lease);
    }

    private async Task<IssuedKey> IssueAsync(Grants grants, TimeSpan? expiresIn = null) =>
        await Backend.Get<IKeyStore>().CreateAsync((await AddUserAsync()).Id, "laptop", grants, Now + expiresIn, Stop);

    private static async Task EndedAsync(CallerLease? lease)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registered = lease!.Revoked.Register(ended.SetResult);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, Stop);
    }
}
