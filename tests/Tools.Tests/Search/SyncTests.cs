using System.Text;
using Assistant.GoogleClients;
using Assistant.GoogleSandbox;
using Assistant.Retrieval.Index;
using Assistant.TokenStore;
using Assistant.Tools.Google;
using Assistant.Tools.Search;
using Assistant.Tools.Tests.Google;

namespace Assistant.Tools.Tests.Search;

/// <summary>The filling of an index under quotas, kills and faults; the clock is moved only while nothing is under way.</summary>
public sealed class SyncTests : IAsyncLifetime
{
    private const int Mails = 330;
    private const int GetUnits = 20;
    private const int ListUnits = 5;

    private readonly List<string> _ids = [];
    private Workplace _place = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task The_share_of_the_quota_is_used_without_a_429_and_nobody_waits_for_it()
    {
        await OpenAsync(new(), 6_000);
        var (begun, interactive, longest) = (_place.Time.GetUtcNow(), 0, TimeSpan.Zero);
        var lastLook = begun;
        await RunAsync(async () =>
        {
            // Every ten seconds somebody reads something.
            if (_place.Time.GetUtcNow() - lastLook < TimeSpan.FromSeconds(10))
                return;
            lastLook = _place.Time.GetUtcNow();
            await DriveAsync(ReadAsync());
            interactive++;
            var waited = _place.Time.GetUtcNow() - lastLook;
            longest = waited > longest ? waited : longest;
        });
        var took = _place.Time.GetUtcNow() - begun;
        Assert.DoesNotContain(_place.Sandbox.Requests, request => request.Status is 429 or 403);
        Assert.Equal(TimeSpan.Zero, longest);
        Assert.True(interactive > 5, $"Only {interactive} interactive calls.");
        // What others spend comes out of the flow: what is left is used.
        var spent = (_place.Sandbox.Requests.Count(request => request.MethodId == "gmail.users.messages.get") * GetUnits) + (interactive * 10 * ListUnits);
        var share = spent / (took.TotalMinutes * 6_000);
        Assert.InRange(share, 0.8 * 0.95, 0.8 * 1.05);
        await AssertEqualAsync();
    }

    [Fact]
    public async Task Killed_at_twenty_random_points_while_the_mailbox_changes_the_index_ends_equal_to_it()
    {
        await OpenAsync(Unlimited, 10_000_000);
        var random = new Random(11);
        for (var kill = 0; kill < 20; kill++)
        {
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Token);
            var until = _place.Sandbox.Requests.Count + random.Next(1, 60);
            try
            {
                await RunAsync(
                    () =>
                    {
                        if (_place.Sandbox.Requests.Count >= until)
                            stopping.Cancel();
                        return Task.CompletedTask;
                    },
                    stopping.Token,
                    everyLook: true);
            }
            catch (OperationCanceledException)
            {
                // Killed.
            }

            Change(random, kill);
            if (kill == 9)
                _place.Sandbox.ExpireHistory(Workplace.AnnWork);
        }

        await RunAsync();
        await AssertEqualAsync();
    }

    [Fact]
    public async Task With_one_of_twenty_calls_failing_the_index_ends_equal_to_the_mailbox()
    {
        await OpenAsync(Unlimited, 10_000_000);
        var random = new Random(5);
        for (var call = 1; call < 1_500; call++)
        {
            if (random.Next(20) == 0)
                _place.Sandbox.Faults.Add(Fault(call, random.Next(4)));
        }

        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await RunAsync();
                break;
            }
            catch (ToolFailure) when (attempt < 20)
            {
                // The next round goes on.
            }
        }

        Change(random, 1);
        await RunAsync();
        await AssertEqualAsync();
    }

    private static GoogleHttpOptions Unlimited { get; } = new() { GmailUnitsPerMinute = 5_000_000, GmailUnitsPerMinuteAndProject = 10_000_000, BaseDelay = TimeSpan.FromMilliseconds(50) };

    private async Task OpenAsync(GoogleHttpOptions google, int unitsPerMinute) => _place = await Workplace.OpenAsync(
        [Workplace.Person(Workplace.AnnWork, [.. Enumerable.Range(0, Mails).Select(Mail)])], google: google, unitsPerMinute: unitsPerMinute);

    private static SandboxFault Fault(int call, int kind) => kind switch
    {
        0 => new() { FromCall = call, Match = "gmail.*", Status = 503, Reason = "backendError" },
        1 => new() { FromCall = call, Match = "gmail.*", Status = 429, Reason = "rateLimitExceeded" },
        2 => new() { FromCall = call, Match = "gmail.*", Reset = true },
        _ => new() { FromCall = call, Match = "gmail.*", Truncate = true },
    };

    private static SeedMail Mail(int i) => new(
        Encoding.UTF8.GetBytes($"From: Carl <carl@plant.example>\r\nTo: ann@work.example\r\nSubject: Report {i}\r\nMessage-ID: <{i}@plant.example>\r\n\r\nThe turbines of plant number{i} were inspected\r\n"),
        ["INBOX"],
        new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(i));

    private void Change(Random random, int round)
    {
        for (var i = 0; i < 3; i++)
            _ids.Add(_place.Sandbox.Deliver(Workplace.AnnWork, Mail(1_000 + (round * 10) + i)));
        if (_ids.Count > 4)
        {
            var gone = _ids[random.Next(_ids.Count)];
            _ids.Remove(gone);
            _place.Sandbox.DeleteMessage(Workplace.AnnWork, gone);
            _place.Sandbox.ChangeLabels(Workplace.AnnWork, _ids[random.Next(_ids.Count)], ["Project X"], ["INBOX"]);
            _place.Sandbox.ChangeLabels(Workplace.AnnWork, _ids[random.Next(_ids.Count)], ["TRASH"], []);
        }
    }

    private Task<GoogleAccount> AccountAsync() => _place.AsAsync<GoogleAccounts, GoogleAccount>("ann", accounts => accounts.OneAsync("work", Token));

    private async Task ReadAsync() => await _place.AsAsync<GoogleServices, int>("ann", async google =>
    {
        var account = await AccountAsync();
        for (var i = 0; i < 10; i++)
            await google.GmailAsync(account, "messages", service => service.Users.Messages.List("me").ExecuteAsync(Token));
        return 0;
    });

    private Task RunAsync(Func<Task>? meanwhile = null, CancellationToken? stop = null, bool everyLook = false) => DriveAsync(
        _place.AsAsync<MailboxIndexer, int?>("ann", async indexer => await indexer.RunAsync(await AccountAsync(), null, stop ?? Token)), meanwhile, everyLook);

    /// <summary>Moves the clock on while nothing comes to the sandbox.</summary>
    private async Task DriveAsync(Task work, Func<Task>? meanwhile = null, bool everyLook = false)
    {
        var (requests, quiet) = (-1, 0);
        while (!work.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Token);
            if (everyLook)
                await meanwhile!();
            var now = _place.Sandbox.Requests.Count;
            (quiet, requests) = (now == requests ? quiet + 1 : 0, now);
            if (quiet < 5)
                continue;
            if (meanwhile is not null)
                await meanwhile();
            _place.Time.Advance(TimeSpan.FromMilliseconds(50));
        }

        await work;
    }

    /// <summary>The same mails with the same labels, and each is found once.</summary>
    private async Task AssertEqualAsync()
    {
        var reading = _place.AsAsync<GoogleServices, Dictionary<string, string>>("ann", async google =>
        {
            var account = await AccountAsync();
            var (all, token) = (new Dictionary<string, string>(), (string?)null);
            do
            {
                var page = await google.GmailAsync(account, "messages", service =>
                {
                    var request = service.Users.Messages.List("me");
                    (request.MaxResults, request.PageToken) = (40, token);
                    return request.ExecuteAsync(Token);
                });
                foreach (var message in page.Messages ?? [])
                {
                    var labels = await google.GmailAsync(account, "message", service => service.Users.Messages.Get("me", message.Id).ExecuteAsync(Token));
                    all[message.Id] = string.Join(' ', labels.LabelIds.Order());
                }

                token = page.NextPageToken;
            }
            while (token is not null);
            return all;
        });
        await DriveAsync(reading);
        var mailbox = await reading;
        var account = await AccountAsync();
        var index = await _place.AsAsync<IndexShelf, AccountIndex>("ann", shelf => shelf.OpenAsync(account.UserId, account.Id, Token));
        var found = (await index.Store.TextsAfterAsync(0, 10_000, Token)).Where(text => text.Kind == DocumentKind.Mail);
        Assert.Equal(
            mailbox.OrderBy(mail => mail.Key), found.Select(text => KeyValuePair.Create(text.SourceId, string.Join(' ', text.Labels.Split(' ').Order()))).OrderBy(mail => mail.Key));
    }
}
