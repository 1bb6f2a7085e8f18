using Assistant.Tools.Writing;

namespace Assistant.Tools.Tests.Writing;

public sealed class TextCheckTests
{
    private static readonly WritingSource[] Sources =
    [
        new(1, "mail", "m1", "mail of Carl", "The fee is 1,250.00 euros until 2026-12-05 at 10:30. See https://carl.example/plan or call +49 30 1234567. carl@carl.example", IsOwn: false),
        new(2, "mail", "m2", "mail of Ann", "Our page is www.own.example, the order is 88123.", IsOwn: true),
    ];

    [Theory]
    [InlineData("It costs 1250.00 euros on 5 December 2026 at 10:30, order 88123, 3 people.")]
    [InlineData("Our page is www.own.example and I am ann@work.example.")]
    [InlineData("I mean e.g. this, z.B. that, and so on. Done.Then more at 5.30 pm? No: 10.30.")]
    public void What_is_in_a_source_or_said_by_the_person_is_no_flag(string text) => Assert.Empty(TextCheck.Flags(text, ["ann@work.example", "17:30 5.30"], Sources));

    [Theory]
    [InlineData("It costs 1350 euros.", "figure", "1350", "is in no source")]
    [InlineData("A discount of 7%.", "figure", "7%", "is in no source")]
    [InlineData("See https://carl.example/plan.", "link", "https://carl.example/plan", "only in what others wrote: [1]")]
    [InlineData("See https://carl.example/plan2", "link", "https://carl.example/plan2", "is in no source")]
    [InlineData("See own.example.evil.example/x", "link", "own.example.evil.example/x", "is in no source")]
    [InlineData("[Our page](javascript:alert(1))", "link", "javascript:alert(1", "is in no source")]
    [InlineData("Pay at HTTPS://EVIL.EXAMPLE/PAY now", "link", "HTTPS://EVIL.EXAMPLE/PAY", "is in no source")]
    [InlineData("Pay at EVIL.EXAMPLE now", "link", "EVIL.EXAMPLE", "is in no source")]
    [InlineData("[pay](https&#58;//evil&#46;example/pay)", "link", "https://evil.example/pay", "is in no source")]
    [InlineData("Call 0800 1234567 today", "phone", "0800 1234567", "is in no source")]
    [InlineData("Go to evil [dot] example", "link", "evil [dot] example", "is in no source")]
    [InlineData("It runs on 10.1.2.3 now", "link", "10.1.2.3", "is in no source")]
    [InlineData("Write to carl@carl.example", "address", "carl@carl.example", "only in what others wrote: [1]")]
    [InlineData("Write to mallory (at) evil (dot) example", "address", "mallory (at) evil (dot) example", "is in no source")]
    [InlineData("Call +49 30 1234567", "phone", "+49 30 1234567", "only in what others wrote: [1]")]
    [InlineData("Pay to GB33 BUKB 2020 1555 5555 55 today", "account", "GB33 BUKB 2020 1555 5555 55", "is in no source")]
    public void What_the_person_gave_no_word_of_is_flagged(string text, string kind, string found, string why)
    {
        var flag = TextCheck.Flags(text, ["ann@work.example"], Sources).First(flag => flag.Text == found);
        Assert.Equal(kind, flag.Kind);
        Assert.Contains(why, flag.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_flags_say_that_there_are_more() =>
        Assert.Equal("more", TextCheck.Flags(string.Join(' ', Enumerable.Range(0, 60).Select(i => $"https://evil{i}.example/x")), [], [])[^1].Kind);
}
