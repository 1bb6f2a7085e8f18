using Assistant.Tools.Insight;
using Assistant.Tools.Writing;
using NodaTime;

namespace Assistant.Tools.Tests.Analysis;

/// <summary>Texts that are made to keep a reader busy. Each is read in far less than a second; the test has no clock, it only must not hang.</summary>
public sealed class LongTextTests
{
    [Theory]
    [InlineData("muss ")]
    [InlineData("today ")]
    [InlineData("ich brauche ")]
    [InlineData("a-")]
    [InlineData("a.")]
    [InlineData("a")]
    [InlineData("@")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData(", and ")]
    [InlineData("1.")]
    [InlineData("SOURCES:\n")]
    [InlineData("Subject: ")]
    [InlineData("```\n")]
    [InlineData("could you ")]
    public void Repeated_pieces_are_read(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 40_000 / piece.Length));
        Assert.NotNull(RuleAnalyst.Read(text, Instant.FromUtc(2026, 11, 20, 9, 0).InUtc()));
        Assert.NotNull(TextCheck.Flags(text, [text], []));
        Assert.NotNull(ModelMail.Read(text, "subject"));
        Assert.NotNull(Assistant.Tools.Style.StyleLearner.Learn([new([new("Carl", "carl@contoso.example")], text)], "work.example"));
    }
}
