using Assistant.Retrieval.Text;

namespace Assistant.Retrieval.Tests.Text;

public sealed class PassageTextTests
{
    [Theory]
    [InlineData("First paragraph.\n\nSecond one is longer.", 25, "First paragraph.")]
    [InlineData("One sentence here. Another goes on and on", 30, "One sentence here.")]
    [InlineData("no end in sight at all", 12, "no end in")]
    [InlineData("今日は晴れです。明日は雨です。", 10, "今日は晴れです。")]
    public void It_is_cut_where_a_reader_would_stop(string text, int max, string expected) => Assert.Equal(expected, PassageText.Take(text, 0, max).Text);

    [Fact]
    public void A_text_that_fits_has_nothing_left() => Assert.Equal(new Passage("short", null), PassageText.Take("short", 0, 5));

    [Fact]
    public void A_family_is_never_torn_apart()
    {
        var family = "👨\u200D👩\u200D👧\u200D👦";
        var passage = PassageText.Take(family + family, 0, 15);
        Assert.Equal(family, passage.Text);
        Assert.Equal(family, PassageText.Take(family + family, passage.NextOffset!.Value, 15).Text);
    }

    [Fact]
    public void Reading_on_shows_every_word_once()
    {
        var random = new Random(11);
        var words = Enumerable.Range(0, 400).Select(i => $"w{i}" + ((random.Next(9)) switch { 0 => ".\n\n", 1 => "\n", 2 => ". ", 3 => " é\u0301🧑🏽\u200D⚕\uFE0F ", _ => " " }));
        var text = string.Concat(words);
        for (var max = 1; max < 90; max += 7)
        {
            var (pieces, offset) = (new List<string>(), (int?)0);
            while (offset is { } from)
            {
                var passage = PassageText.Take(text, from, max);
                Assert.True(passage.NextOffset is null || passage.NextOffset > from);
                pieces.Add(passage.Text);
                offset = passage.NextOffset;
            }

            var compact = string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
            Assert.Equal(compact, string.Concat(string.Concat(pieces).Where(character => !char.IsWhiteSpace(character))));
        }
    }
}
