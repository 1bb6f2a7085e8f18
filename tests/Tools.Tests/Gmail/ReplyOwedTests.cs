using Assistant.Tools.Gmail;
using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Tests.Gmail;

public sealed class ReplyOwedTests
{
    private const string Own = "ann@work.example";
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Whoever_was_written_to_last_owes_a_reply()
    {
        Assert.Equal("you, since 3 days: Carl asked last", In(Mail(10, $"Ann <{Own}>", "carl@x.example", labels: "SENT"), Mail(3, "Carl <carl@x.example>", Own, "And the date?")));
        Assert.Equal("you, since 3 days: Carl wrote last", In(Mail(3, "Carl <carl@x.example>", $"Ann <{Own}>")));
        Assert.Equal("the others, since 2 days: you wrote last", In(Mail(3, "Carl <carl@x.example>", Own), Mail(2, $"Ann <{Own}>", "carl@x.example", labels: "SENT")));
    }

    [Theory]
    [InlineData("Carl <carl@x.example>", "List-Id", "<talk.example>")]
    [InlineData("Shop <noreply@shop.example>", "X-Any", "x")]
    [InlineData("Carl <carl@x.example>", "Auto-Submitted", "auto-replied")]
    [InlineData("Carl <carl@x.example>", "Precedence", "bulk")]
    public void Lists_and_programs_are_owed_nothing(string from, string header, string value)
    {
        var mail = Mail(1, from, Own, "Really?");
        mail.Payload.Headers.Add(new() { Name = header, Value = value });

        Assert.StartsWith("nobody: ", In(mail), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_only_copied_owes_perhaps_nothing_and_drafts_and_trash_do_not_count()
    {
        Assert.StartsWith("perhaps nobody: Carl wrote last", In(Mail(1, "Carl <carl@x.example>", "team@x.example")), StringComparison.Ordinal);
        Assert.StartsWith("you, ", In(Mail(2, "Carl <carl@x.example>", Own), Mail(1, Own, "carl@x.example", labels: "DRAFT"), Mail(1, "Eve <eve@x.example>", Own, labels: "TRASH")), StringComparison.Ordinal);
        Assert.Null(In());
    }

    private static string? In(params Message[] messages) => ReplyOwed.In(messages, Own, Now);

    private static Message Mail(int daysAgo, string from, string to, string snippet = "Text", params string[] labels) => new()
    {
        InternalDate = Now.AddDays(-daysAgo).ToUnixTimeMilliseconds(),
        LabelIds = labels,
        Snippet = snippet,
        Payload = new() { Headers = [new() { Name = "From", Value = from }, new() { Name = "To", Value = to }] },
    };
}
