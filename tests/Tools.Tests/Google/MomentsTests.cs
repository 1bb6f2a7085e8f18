using Assistant.Tools.Google;

namespace Assistant.Tools.Tests.Google;

public sealed class MomentsTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("2026-05-04", false, "2026-05-04T00:00:00+02:00")]
    [InlineData("2026-05-04", true, "2026-05-05T00:00:00+02:00")]
    [InlineData("2026-03-29T02:30:00", false, "2026-03-29T03:30:00+02:00")]
    [InlineData("2026-12-04T10:00:00", false, "2026-12-04T10:00:00+01:00")]
    [InlineData("2026-05-04T10:00:00Z", true, "2026-05-04T12:00:00+02:00")]
    [InlineData("2026-05-04T10:00:00-05:00", true, "2026-05-04T17:00:00+02:00")]
    public void A_time_without_an_offset_is_local(string value, bool isEnd, string expected) =>
        Assert.Equal(expected, Moments.Show(Moments.Parse("time_min", value, Berlin, isEnd), Berlin));

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("10:00")]
    [InlineData("2026-13-40")]
    [InlineData("")]
    public void What_is_no_time_is_refused_by_name(string value) =>
        Assert.Contains("'time_min'", Assert.Throws<ToolFailure>(() => Moments.Parse("time_min", value, Berlin, isEnd: false)).Message, StringComparison.Ordinal);
}
