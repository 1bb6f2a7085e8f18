using static Assistant.GoogleSandbox.Tests.Calendar.CalendarFixture;

namespace Assistant.GoogleSandbox.Tests.Calendar;

/// <summary>Expected days are read off a calendar by hand; 1 January 2026 is a Thursday.</summary>
public sealed class RecurrenceTests
{
    [Theory]
    [InlineData("2026-01-05", "RRULE:FREQ=DAILY;COUNT=3", "2026-01-05 2026-01-06 2026-01-07")]
    [InlineData("2026-01-05", "RRULE:FREQ=DAILY;INTERVAL=10;UNTIL=20260125", "2026-01-05 2026-01-15 2026-01-25")]
    [InlineData("2026-01-02", "RRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=3", "2026-01-02 2026-01-05 2026-01-06")]
    [InlineData("2026-01-05", "RRULE:FREQ=WEEKLY;BYDAY=MO,WE;COUNT=4", "2026-01-05 2026-01-07 2026-01-12 2026-01-14")]
    [InlineData("2026-01-06", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=MO;COUNT=4", "2026-01-06 2026-01-11 2026-01-20 2026-01-25")]
    [InlineData("2026-01-06", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;WKST=SU;COUNT=4", "2026-01-06 2026-01-18 2026-01-20 2026-02-01")]
    [InlineData("2026-01-31", "RRULE:FREQ=MONTHLY;COUNT=3", "2026-01-31 2026-03-31 2026-05-31")]
    [InlineData("2026-01-31", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", "2026-01-31 2026-02-28 2026-03-31")]
    [InlineData("2026-01-13", "RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=3", "2026-01-13 2026-02-10 2026-03-10")]
    [InlineData("2026-01-30", "RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "2026-01-30 2026-02-27 2026-03-27")]
    [InlineData("2026-01-30", "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", "2026-01-30 2026-02-27 2026-03-31")]
    [InlineData("2026-02-13", "RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=3", "2026-02-13 2026-03-13 2026-11-13")]
    [InlineData("2024-02-29", "RRULE:FREQ=YEARLY;COUNT=2", "2024-02-29 2028-02-29")]
    [InlineData("2025-11-27", "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=2", "2025-11-27 2026-11-26")]
    [InlineData("2026-01-01", "RRULE:FREQ=YEARLY;BYMONTH=1,7;BYMONTHDAY=1;COUNT=3", "2026-01-01 2026-07-01 2027-01-01")]
    [InlineData("2026-01-05", "RRULE:FREQ=YEARLY;BYDAY=1MO;COUNT=2", "2026-01-05 2027-01-04")]
    [InlineData("2026-01-05", "RRULE:FREQ=WEEKLY;COUNT=3|EXDATE;VALUE=DATE:20260112|RDATE;VALUE=DATE:20260114", "2026-01-05 2026-01-14 2026-01-19")]
    public void A_rule_gives_these_days(string first, string lines, string expected)
    {
        var fixture = new CalendarFixture(AllDay("s", first, DateOnly.Parse(first, null).AddDays(1).ToString("yyyy-MM-dd", null), lines.Split('|')));

        Assert.Equal(expected.Split(' '), fixture.Starts("2024-01-01T00:00:00Z", "2029-01-01T00:00:00Z"));
    }

    [Fact]
    public void Wall_clock_time_stays_when_daylight_saving_ends_and_begins()
    {
        var fixture = new CalendarFixture(Timed("s", "2026-10-18T09:00:00+02:00", "2026-10-18T10:00:00+02:00", "Europe/Berlin", "RRULE:FREQ=WEEKLY"));

        Assert.Equal(
            ["2026-10-18T09:00:00+02:00", "2026-10-25T09:00:00+01:00", "2026-11-01T09:00:00+01:00"],
            fixture.Starts("2026-10-18T00:00:00Z", "2026-11-02T00:00:00Z"));
        Assert.Equal(
            ["2027-03-21T09:00:00+01:00", "2027-03-28T09:00:00+02:00"],
            fixture.Starts("2027-03-21T00:00:00Z", "2027-03-29T00:00:00Z"));
        var list = fixture.List(("singleEvents", "true"), ("timeMin", "2026-10-18T00:00:00Z"), ("timeMax", "2026-10-26T00:00:00Z"));
        Assert.Equal(["s_20261018T070000Z", "s_20261025T080000Z"], Ids(list));
    }

    [Fact]
    public void A_time_in_the_gap_takes_the_offset_from_before_it()
    {
        var fixture = new CalendarFixture(Timed("s", "2026-03-28T02:30:00+01:00", "2026-03-28T02:45:00+01:00", "Europe/Berlin", "RRULE:FREQ=DAILY;COUNT=3"));

        Assert.Equal(
            ["2026-03-28T02:30:00+01:00", "2026-03-29T03:30:00+02:00", "2026-03-30T02:30:00+02:00"],
            fixture.Starts("2026-03-01T00:00:00Z", "2026-04-01T00:00:00Z"));
    }

    [Fact]
    public void A_time_that_comes_twice_means_the_first()
    {
        var fixture = new CalendarFixture(Timed("s", "2026-10-24T02:30:00+02:00", "2026-10-24T02:45:00+02:00", "Europe/Berlin", "RRULE:FREQ=DAILY;COUNT=2"));

        Assert.Equal(["2026-10-24T02:30:00+02:00", "2026-10-25T02:30:00+02:00"], fixture.Starts("2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z"));
    }

    [Fact]
    public void Until_in_utc_includes_the_instance_at_that_moment()
    {
        var fixture = new CalendarFixture(Timed(
            "s", "2026-10-18T09:00:00+02:00", "2026-10-18T10:00:00+02:00", "Europe/Berlin", "RRULE:FREQ=WEEKLY;UNTIL=20261025T080000Z", "EXDATE;TZID=Europe/Berlin:20261018T090000"));

        Assert.Equal(["2026-10-25T09:00:00+01:00"], fixture.Starts("2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z"));
    }

    [Theory]
    [InlineData("RRULE:FREQ=HOURLY")]
    [InlineData("RRULE:FREQ=DAILY;COUNT=0")]
    [InlineData("RRULE:INTERVAL=2")]
    [InlineData("RRULE:FREQ=YEARLY;BYEASTER=1")]
    [InlineData("EXDATE:tomorrow")]
    public void A_rule_that_is_not_understood_is_refused(string line)
    {
        var fixture = new CalendarFixture(AllDay("s", "2026-01-05", "2026-01-06", line));

        Assert.Equal(400, Refused(() => fixture.List(("singleEvents", "true"))).Code);
    }
}
