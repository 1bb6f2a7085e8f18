using System.Text;

namespace Assistant.TokenStore.Tests.Encryption;

public sealed class OutboxSealTests : SqliteTest
{
    private const string Words = "nobody-else-reads-this";

    [Fact]
    public async Task Nothing_of_an_entry_or_a_change_is_readable_in_the_file()
    {
        var entry = await AddAsync(await ConnectAsync("alice"));
        await Backend.Get<IChangeJournal>().RecordAsync(new(entry.UserId, entry.AccountId, "kind", Words, Words), Stop);
        Assert.Equal(Words, entry.Payload);

        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(Backend.DatabasePath)!))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await open.CopyToAsync(bytes, Stop);
            Assert.DoesNotContain(Words, Encoding.Latin1.GetString(bytes.ToArray()), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("UPDATE outbox SET user_id = (SELECT id FROM users WHERE name = 'bob'), key_id = (SELECT id FROM data_keys WHERE user_id = (SELECT id FROM users WHERE name = 'bob'))")]
    [InlineData("UPDATE outbox SET proposal = (SELECT proposal FROM outbox WHERE digest = 'two') WHERE digest = 'one'")]
    [InlineData("UPDATE outbox SET sealed_key = (SELECT sealed_key FROM outbox WHERE digest = 'two') WHERE digest = 'one'")]
    public async Task An_entry_that_was_moved_does_not_open(string sql)
    {
        var account = await ConnectAsync("alice");
        var bob = await ConnectAsync("bob");
        var entry = await AddAsync(account, "one");
        await AddAsync(account, "two");
        Sql.Execute(Backend, sql);

        foreach (var user in new[] { account.UserId, bob.UserId })
        {
            try
            {
                Assert.Null(await Backend.Get<IOutboxStore>().FindAsync(user, entry.Id, Stop));
            }
            catch (SealBrokenException)
            {
                continue;
            }
        }

        await Assert.ThrowsAsync<SealBrokenException>(async () =>
        {
            await Backend.Get<IOutboxStore>().FindAsync(account.UserId, entry.Id, Stop);
            await Backend.Get<IOutboxStore>().FindAsync(bob.UserId, entry.Id, Stop);
        });
    }

    [Theory]
    [InlineData("DELETE FROM outbox_content WHERE number = 1")]
    [InlineData("DELETE FROM outbox_content WHERE number = 2")]
    [InlineData("DELETE FROM outbox_content")]
    [InlineData("UPDATE outbox_content SET sealed = (SELECT sealed FROM outbox_content WHERE number = 0) WHERE number = 1")]
    public async Task A_content_with_a_piece_missing_or_moved_is_an_error_and_never_a_shorter_mail(string sql)
    {
        var entry = await AddAsync(await ConnectAsync("alice"), bytes: (2 * 1024 * 1024) + 100);
        Sql.Execute(Backend, sql);

        await Assert.ThrowsAsync<SealBrokenException>(() => Backend.Get<IOutboxStore>().OpenContent(entry).CopyToAsync(Stream.Null, Stop));
    }

    private async Task<OutboxEntry> AddAsync(GoogleAccount account, string digest = "one", int bytes = 10) => (await Backend.Get<IOutboxStore>().AddAsync(
        new NewOutboxEntry
        {
            UserId = account.UserId,
            AccountId = account.Id,
            Tool = "gmail_send",
            Kind = "mail",
            Digest = digest,
            ExpiresAfter = TimeSpan.FromDays(1),
            Card = Words,
            Payload = Words,
            WriteContent = (target, stop) => target.WriteAsync(Encoding.ASCII.GetBytes(Words.PadRight(bytes, 'x')), stop).AsTask(),
        },
        TimeSpan.Zero,
        Stop)).Entry;
}
