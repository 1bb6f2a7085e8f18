using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Style;

namespace Assistant.Tools.Tests.Style;

public sealed class SalutationWordsTests
{
    [Theory]
    [InlineData("Peter Schulze", "Peter", "Schulze")]
    [InlineData("Schulze, Peter", "Peter", "Schulze")]
    [InlineData("Schulze, Dr. Peter", "Peter", "Schulze")]
    [InlineData("Herr Dr. Peter Schulze", "Peter", "Schulze")]
    [InlineData("Dr. med. Eva Klein", "Eva", "Klein")]
    [InlineData("Dr. rer. nat. Eva Maria Klein", "Eva", "Klein")]
    [InlineData("Dr.-Ing. Eva Klein", "Eva", "Klein")]
    [InlineData("Eva Klein, MBA", "Eva", "Klein")]
    [InlineData("Klein, Eva, Dr.", "Eva", "Klein")]
    [InlineData("Nat Klein", "Nat", "Klein")]
    [InlineData("Frau Prof. Dr. Klein", "", "Klein")]
    [InlineData("Herr Schulze", "", "Schulze")]
    [InlineData("Mr. Smith", "", "Smith")]
    [InlineData("Mia", "Mia", "")]
    [InlineData("Dr.", "", "")]
    [InlineData("mia@contoso.example", "", "")]
    public void Titles_and_degrees_are_no_names_and_a_lone_name_behind_a_title_is_the_last(string name, string first, string last) =>
        Assert.Equal((first, last), SalutationWords.Names(new MailAddress(name, "mia@contoso.example")));

    [Theory]
    [InlineData("Sehr geehrter Herr Schulze,", "Herr Schulze", "Sehr geehrter Herr {last},")]
    [InlineData("Guten Tag Frau Dr. Klein,", "Dr. med. Eva Klein", "Guten Tag Frau Dr. {last},")]
    public void A_greeting_with_a_title_says_the_last_name(string line, string name, string expected) =>
        Assert.Equal(expected, SalutationWords.Greeting(line, new MailAddress(name, "mia@contoso.example")));

    [Theory]
    [InlineData("lg ada", "lg", "ada")]
    [InlineData("thx, ada", "thx", "ada")]
    [InlineData("Cheers Ann", "Cheers", "Ann")]
    [InlineData("thanks for that", null, null)]
    [InlineData("danke dafür", null, null)]
    public void A_closing_and_a_small_name_in_one_line_are_told_from_a_sentence(string line, string? closing, string? name) =>
        Assert.Equal((closing, name), SalutationWords.Closing(line));
}
