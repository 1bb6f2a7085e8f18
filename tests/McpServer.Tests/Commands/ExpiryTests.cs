using System.Globalization;
using Assistant.Server.Commands;

namespace Assistant.Server.Tests.Commands;

public class ExpiryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("1d", "2026-11-21T12:00:00Z")]
    [InlineData("90d", "2027-02-18T12:00:00Z")]
    [InlineData("2026-11-20", "2026-11-21T00:00:00Z")]
    [InlineData("2027-01-31", "2027-02-01T00:00:00Z")]
    [InlineData("9999-12-30", "9999-12-31T00:00:00Z")]
    public void Days_count_from_now_and_a_date_lasts_to_its_end(string text, string end) =>
        Assert.Equal(DateTimeOffset.Parse(end, CultureInfo.InvariantCulture), Expiry.Read(text, Now));

    [Fact]
    public void Never_is_no_end() => Assert.Null(Expiry.Read("never", Now));

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("0d")]
    [InlineData("-1d")]
    [InlineData("3651d")]
    [InlineData("99999999999d")]
    [InlineData("31.1.2027")]
    [InlineData("2027-02-30")]
    [InlineData("9999-12-31")]
    [InlineData("2026-11-19")]
    public void Everything_else_is_wrong_usage(string text) =>
        Assert.Equal(ExitCode.Usage, Assert.Throws<CliException>(() => Expiry.Read(text, Now)).ExitCode);
}
