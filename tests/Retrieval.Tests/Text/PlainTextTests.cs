using Assistant.Retrieval.Text;

namespace Assistant.Retrieval.Tests.Text;

public sealed class PlainTextTests
{
    [Fact]
    public void Flowed_lines_are_joined_and_others_are_kept() => Assert.Equal(
        "This is one paragraph.\nThis is another.\n\n> quoted text that flows\nmine",
        PlainText.Read("This is one \r\nparagraph.\r\nThis is another.\r\n\r\n> quoted text \r\n> that flows\r\nmine\r\n", flowed: true).Text);

    [Fact]
    public void With_delsp_the_space_that_marks_a_flowed_line_goes() =>
        Assert.Equal("今日は晴れ", PlainText.Read("今日は \r\n晴れ\r\n", flowed: true, deleteSpace: true).Text);

    [Fact]
    public void The_signature_stays_apart() => Assert.Equal("Bye\n-- \nAnn", PlainText.Read("Bye\r\n-- \r\nAnn", flowed: true).Text);

    [Fact]
    public void Space_stuffing_is_undone() => Assert.Equal("From here", PlainText.Read(" From here", flowed: true).Text);

    [Fact]
    public void Without_flowed_line_ends_stay_and_control_characters_go()
    {
        var clean = PlainText.Read("a \r\nb\u0000\u001B[31m\rc");
        Assert.Equal("a\nb[31m\nc", clean.Text);
        Assert.Equal(2, clean.Removed);
    }
}
