using System.Security.Cryptography;
using Assistant.Retrieval.Index;
using Assistant.Tests.Shared;

namespace Assistant.Retrieval.Tests.Index;

public sealed class SqliteIsolationTests : IsolationTests
{
    private protected override string? Database => null;
}

public sealed class PostgresIsolationTests : IsolationTests
{
    private readonly TestPostgres _postgres = new();

    private protected override string? Database => _postgres.ConnectionString;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _postgres.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Random users with random mail of the same words: whatever is asked, nobody sees a passage of somebody else's, and everybody finds their own.</summary>
public abstract class IsolationTests : IIndexKeys, IAsyncDisposable
{
    private const int Users = 6;
    private static readonly string[] Words = [.. Enumerable.Range(0, 60).Select(i => $"word{(char)('a' + (i % 26))}{i}")];

    private readonly Dictionary<string, byte[]> _keys = [];
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected abstract string? Database { get; }

    public virtual ValueTask DisposeAsync()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    public Task<byte[]> GetAsync(string userId, string accountId, CancellationToken cancellationToken)
    {
        lock (_keys)
        {
            if (!_keys.TryGetValue(accountId, out var key))
                _keys[accountId] = key = RandomNumberGenerator.GetBytes(32);
            return Task.FromResult(key);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task No_passage_of_another_user_ever_appears(int seed)
    {
        var random = new Random(seed);
        using var shelf = new IndexShelf(new(_folder.Path, Database), this);
        var texts = new Dictionary<string, string>[Users];
        for (var user = 0; user < Users; user++)
        {
            var index = await shelf.OpenAsync($"u{user}", $"a{user}", Stop);
            // The same ids for all: an id alone must not open anything.
            var mails = Enumerable.Range(0, random.Next(20, 380)).Select(i => Mail($"m{i}", user, random)).ToList();
            texts[user] = mails.ToDictionary(mail => mail.SourceId, mail => mail.Text);
            await index.AddAsync(mails, null, Stop);
            await index.LearnAsync(complete: true, null, Stop);
        }

        await Parallel.ForEachAsync(Enumerable.Range(0, 120), Stop, async (number, stop) =>
        {
            var own = new Random((seed * 1_000) + number);
            var user = own.Next(Users);
            var index = await shelf.OpenAsync($"u{user}", $"a{user}", stop);
            var question = new SearchQuestion(string.Join(' ', Enumerable.Range(0, own.Next(1, 5)).Select(_ => Words[own.Next(Words.Length)])) + (own.Next(3) == 0 ? $" owner{own.Next(Users)}" : ""), own.Next(1, 60))
            {
                Label = own.Next(3) == 0 ? $"L{own.Next(3)}" : null,
                From = own.Next(4) == 0 ? "sender" : null,
            };
            foreach (var hit in await index.FindAsync(question, new(Marks: false), stop))
            {
                Assert.StartsWith(hit.Passage.TrimEnd('…').TrimStart('…').Trim()[..20], texts[user][hit.SourceId][texts[user][hit.SourceId].IndexOf(hit.Passage.Trim('…').Trim()[..20], StringComparison.Ordinal)..], StringComparison.Ordinal);
                Assert.Equal($"owner{user}", hit.Card.Title);
            }
        });
        for (var user = 0; user < Users; user++)
        {
            var index = await shelf.OpenAsync($"u{user}", $"a{user}", Stop);
            for (var other = 0; other < Users; other++)
                Assert.Equal(other == user, (await index.SearchAsync(new($"owner{other}", 1_000), RankBy.Words, Stop)).Count > 0);
        }
    }

    private static IndexDocument Mail(string id, int owner, Random random) => new(
        DocumentKind.Mail, id, null, DateTimeOffset.UnixEpoch.AddDays(random.Next(1_000)), $"owner{owner}",
        string.Join(' ', Enumerable.Range(0, random.Next(10, 40)).Select(_ => Words[random.Next(Words.Length)])) + $" owner{owner}",
        [new Party("sender@example.com")], [], [$"L{random.Next(3)}"], false);
}
