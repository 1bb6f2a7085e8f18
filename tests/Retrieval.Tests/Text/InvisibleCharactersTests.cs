using System.Text;
using Assistant.Retrieval.Text;

namespace Assistant.Retrieval.Tests.Text;

public sealed class InvisibleCharactersTests
{
    [Theory]
    [InlineData("a\u200Bb", "ab", 1)]
    [InlineData("a\u202Eb\u202C", "ab", 2)]
    [InlineData("a\u2066b\u2069", "ab", 2)]
    [InlineData("so\u00ADft", "soft", 1)]
    [InlineData("\uFEFFbom", "bom", 1)]
    [InlineData("a\uFE0Fb", "ab", 1)]
    [InlineData("x\U000E0041\U000E0042\U000E007F", "x", 3)]
    [InlineData("bell\u0007\u009B", "bell", 2)]
    [InlineData("tab\there\nline", "tab\there\nline", 0)]
    [InlineData("a\u2028b", "a\nb", 0)]
    [InlineData("word\u200Djoin", "wordjoin", 1)]
    public void Removes_what_nobody_sees(string text, string expected, int removed)
    {
        var clean = InvisibleCharacters.Remove(text);
        Assert.Equal(expected, clean.Text);
        Assert.Equal(removed, clean.Removed);
    }

    [Theory]
    [InlineData("👩\u200D💻 👨\u200D👩\u200D👧 ❤\uFE0F 1\uFE0F\u20E3")]
    [InlineData("🧑🏽\u200D⚕\uFE0F 🏳\uFE0F\u200D🌈")]
    [InlineData("🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F")]
    [InlineData("می\u200Cخواهم")]
    [InlineData("क्\u200Dष श्री\u200Cमान")]
    [InlineData("葛\U000E0100城市")]
    [InlineData("مرحبا بالعالم")]
    public void Keeps_what_an_emoji_or_a_script_needs(string text) => Assert.Equal(new CleanText(text, 0), InvisibleCharacters.Remove(text));

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal(new CleanText("half \uFFFD", 0), InvisibleCharacters.Remove("half \uD83D"));

    [Fact]
    public void Any_text_comes_out_valid_and_stays_the_same_the_second_time()
    {
        var random = new Random(7);
        int[] ranges = [0x20, 0xA0, 0x200B, 0x202A, 0xD800, 0xFE00, 0x600, 0x900, 0x1F600, 0xE0000, 0x10FFF0];
        for (var round = 0; round < 500; round++)
        {
            var text = new StringBuilder();
            for (var i = 0; i < 60; i++)
            {
                var value = ranges[random.Next(ranges.Length)] + random.Next(0x30);
                if (value <= 0xFFFF)
                    text.Append((char)value);
                else
                    text.Append(char.ConvertFromUtf32(Math.Min(value, 0x10FFFF)));
            }

            var once = InvisibleCharacters.Remove(text.ToString());
            Assert.Equal(once.Text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(once.Text)));
            Assert.DoesNotContain('\u200B', once.Text);
            Assert.DoesNotContain('\u202E', once.Text);
            Assert.Equal(once.Text, InvisibleCharacters.Remove(once.Text).Text);
        }
    }
}
