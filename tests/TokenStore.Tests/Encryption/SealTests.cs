namespace Assistant.TokenStore.Tests.Encryption;

public sealed class SealTests : SqliteTest
{
    [Fact]
    public async Task A_row_given_to_another_user_does_not_open()
    {
        var alice = await ConnectAsync("alice");
        var bob = await ConnectAsync("bob", "home");
        Assert.Equal(1, Sql.Execute(Backend, "UPDATE accounts SET user_id = $bob WHERE id = $id", ("$bob", bob.UserId), ("$id", alice.Id)));
        await Assert.ThrowsAsync<SealBrokenException>(() => ReadAsync(alice with { UserId = bob.UserId }));
    }

    [Fact]
    public async Task Sealed_tokens_copied_to_another_user_do_not_open()
    {
        var alice = await ConnectAsync("alice");
        var bob = await ConnectAsync("bob");
        Copy(alice, bob);
        await Assert.ThrowsAsync<SealBrokenException>(() => ReadAsync(bob));
        Assert.NotNull(await ReadAsync(alice));
    }

    [Fact]
    public async Task Sealed_tokens_copied_to_another_account_of_the_same_user_do_not_open()
    {
        var work = await ConnectAsync("alice");
        var home = await ConnectAsync("alice", "home");
        Copy(work, home);
        await Assert.ThrowsAsync<SealBrokenException>(() => ReadAsync(home));
    }

    [Fact]
    public async Task Older_tokens_put_back_do_not_open()
    {
        var account = await ConnectAsync("alice");
        var old = Sql.First(Backend, "SELECT sealed FROM tokens", row => (byte[])row.GetValue(0));
        await ConnectAsync("alice", secret: "new");
        Sql.Execute(Backend, "UPDATE tokens SET sealed = $old", ("$old", old));
        await Assert.ThrowsAsync<SealBrokenException>(() => ReadAsync(account));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(-1)]
    public async Task Tokens_with_one_changed_bit_do_not_open(int at)
    {
        var account = await ConnectAsync("alice");
        var box = Sql.First(Backend, "SELECT sealed FROM tokens", row => (byte[])row.GetValue(0))!;
        box[at < 0 ? box.Length + at : at] ^= 1;
        Sql.Execute(Backend, "UPDATE tokens SET sealed = $box", ("$box", box));
        var refused = await Assert.ThrowsAsync<SealBrokenException>(() => ReadAsync(account));
        Assert.DoesNotContain("access-old", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_a_user_destroys_their_data_key_in_the_file_too()
    {
        await ConnectAsync("alice");
        var wrapped = Sql.First(Backend, "SELECT wrapped FROM data_keys", row => (byte[])row.GetValue(0))!;
        Assert.Contains(Files(), file => file.AsSpan().IndexOf(wrapped) >= 0);
        await Backend.Get<IUserStore>().RemoveAsync("alice", Stop);
        Assert.DoesNotContain(Files(), file => file.AsSpan().IndexOf(wrapped) >= 0);
    }

    [Fact]
    public async Task The_key_ring_is_stored_encrypted_and_grows_only_when_it_is_rotated()
    {
        await ConnectAsync("alice");
        await ConnectAsync("bob");
        var xml = Sql.First(Backend, "SELECT group_concat(xml) FROM key_ring", row => row.GetString(0))!;
        Assert.Contains("<sealed ", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<masterKey", xml, StringComparison.Ordinal);
        Assert.Equal(1, KeysInRing());
        await Backend.Get<IKeyRotation>().RotateKeyRingAsync(Stop);
        Assert.Equal(2, KeysInRing());
    }

    private int KeysInRing() => Sql.First(Backend, "SELECT count(*) FROM key_ring WHERE xml LIKE '<key %'", row => row.GetInt32(0));

    private void Copy(GoogleAccount from, GoogleAccount to) => Assert.Equal(1, Sql.Execute(
        Backend,
        """
        UPDATE tokens SET (key_id, generation, sealed) = (SELECT key_id, generation, sealed FROM tokens WHERE account_id = $from) WHERE account_id = $to
        """,
        ("$from", from.Id),
        ("$to", to.Id)));

    private List<byte[]> Files() => [.. Directory.EnumerateFiles(Backend.Options.DataFolder).Select(OpenFile.Read)];
}
