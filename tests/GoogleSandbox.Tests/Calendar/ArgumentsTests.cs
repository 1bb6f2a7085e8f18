using Assistant.GoogleSandbox.Api;
using Assistant.GoogleSandbox.Calendar;

namespace Assistant.GoogleSandbox.Tests.Calendar;

public class ArgumentsTests
{
    [Theory]
    [InlineData("2026-11-20T23:19:04Z")]
    [InlineData("2026-11-21t00:19:04+01:00")]
    [InlineData("2026-11-20T23:19:04.5Z")]
    [InlineData("2026-11-20T23:19:04.541425800Z")]
    public void A_time_is_read_to_the_second_with_a_fraction_of_any_length(string text) =>
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 23, 19, 4, TimeSpan.Zero), Arguments.Moment("timeMin", text));

    [Theory]
    [InlineData("2026-11-20T23:19:04")]
    [InlineData("2026-11-20")]
    [InlineData("tomorrow")]
    public void A_time_without_an_offset_is_refused(string text) =>
        Assert.Equal(400, Assert.Throws<ApiException>(() => Arguments.Moment("timeMin", text)).Code);
}
