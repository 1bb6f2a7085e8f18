using Assistant.Tools.Gmail.Settings;

namespace Assistant.Tools.Tests.Gmail.Settings;

public sealed class LabelColoursTests
{
    [Theory]
    [InlineData("red", "#fb4c2f", "#ffffff")]
    [InlineData("Light Blue", "#c9daf8", "#000000")]
    [InlineData("dark_green", "#076239", "#ffffff")]
    [InlineData("gray", "#999999", "#ffffff")]
    [InlineData("yellow", "#fad165", "#000000")]
    [InlineData("#16A766", "#16a766", "#ffffff")]
    public void A_plain_name_or_a_value_of_the_palette_has_a_readable_text(string colour, string background, string text)
    {
        var read = LabelColours.Read(colour);

        Assert.Equal((background, text), (read.BackgroundColor, read.TextColor));
    }

    [Fact]
    public void Another_value_is_refused_with_the_nearest() =>
        Assert.Contains(
            "The nearest of its palette is #fb4c2f.", Assert.Throws<ToolFailure>(() => LabelColours.Read("#ff4d30")).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_name_that_is_offered_is_a_colour_of_the_palette()
    {
        var offered = Assert.Throws<ToolFailure>(() => LabelColours.Read("mauve")).Message.Split("Say one of ")[1].TrimEnd('.').Split(", ");

        Assert.True(offered.Length > 20);
        Assert.Equal(offered.Length, offered.Select(name => LabelColours.Read(name).BackgroundColor).Distinct().Count());
    }

    [Fact]
    public void An_unknown_name_is_refused_with_those_there_are() =>
        Assert.Contains("dark purple", Assert.Throws<ToolFailure>(() => LabelColours.Read("mauve")).Message, StringComparison.Ordinal);
}
