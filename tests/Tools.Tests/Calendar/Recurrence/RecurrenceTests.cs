using System.Globalization;
using Assistant.Tools.Calendar.Recurrence;
using NodaTime;
using NodaTime.Text;

namespace Assistant.Tools.Tests.Calendar.Recurrence;

public sealed class RecurrenceTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    // RFC 5545 3.8.5.3, all from America/New_York.
    [Theory]
    [InlineData("1997-09-02T09:00", "RRULE:FREQ=DAILY;COUNT=10", "0902 0903 0904 0905 0906 0907 0908 0909 0910 0911")]
    [InlineData("1997-09-02T09:00", "RRULE:FREQ=DAILY;INTERVAL=10;COUNT=5", "0902 0912 0922 1002 1012")]
    [InlineData("1997-09-02T09:00", "RRULE:FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", "0902 0904 0909 0911 0916 0918 0923 0925 0930 1002")]
    [InlineData("1997-09-01T09:00", "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
        "0901 0903 0905 0915 0917 0919 0929 1001 1003 1013 1015 1017 1027 1029 1031 1110 1112 1114 1124 1126 1128 1208 1210 1212 1222")]
    [InlineData("1997-09-05T09:00", "RRULE:FREQ=MONTHLY;COUNT=4;BYDAY=1FR", "0905 1003 1107 1205")]
    [InlineData("1997-09-22T09:00", "RRULE:FREQ=MONTHLY;COUNT=3;BYDAY=-2MO", "0922 1020 1117")]
    [InlineData("1997-09-28T09:00", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=3", "0928 1029 1128")]
    [InlineData("1997-09-04T09:00", "RRULE:FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "0904 1007 1106")]
    [InlineData("1997-08-05T09:00", "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "0805 0810 0819 0824")]
    [InlineData("1997-08-05T09:00", "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "0805 0817 0819 0831")]
    [InlineData("2007-01-15T09:00", "RRULE:FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "0115 0130 0215 0315 0330")]
    public void The_examples_of_the_RFC(string start, string line, string days) => Assert.Equal(
        days, string.Join(' ', Expand(line, start, NewYork).Select(one => one.Local.ToString("MMdd", CultureInfo.InvariantCulture))));

    [Fact]
    public void The_wall_clock_stays_when_the_clocks_change() => Assert.Equal(
        ["2026-10-24T07:00:00Z", "2026-10-25T08:00:00Z", "2026-10-26T08:00:00Z"],
        Expand("RRULE:FREQ=DAILY;COUNT=3", "2026-10-24T09:00", Berlin).Select(one => one.Instant.ToString()));

    [Fact]
    public void A_time_that_the_clocks_skip_is_moved_and_one_that_comes_twice_is_the_first()
    {
        Assert.Equal(["2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"], Expand("RRULE:FREQ=DAILY;COUNT=3", "2026-03-28T02:30", Berlin).Select(Utc));
        Assert.Equal(["2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"], Expand("RRULE:FREQ=DAILY;COUNT=2", "2026-10-25T02:30", Berlin).Select(Utc));
    }

    [Fact]
    public void A_day_is_named_by_its_date_and_a_time_in_UTC()
    {
        var day = RecurrenceSet.Parse(["RRULE:FREQ=DAILY;COUNT=1"]).Expand(EventStart.AllDay(new LocalDate(2026, 11, 20)), Berlin).Single();
        Assert.Equal("20261120", day.Stamp);
        Assert.Equal("20261120T080000Z", Expand("RRULE:FREQ=DAILY;COUNT=1", "2026-11-20T09:00", Berlin).Single().Stamp);
    }

    [Fact]
    public void Dates_are_added_and_removed()
    {
        var set = RecurrenceSet.Parse(["RRULE:FREQ=DAILY;COUNT=4", "EXDATE;TZID=Europe/Berlin:20261121T090000", "RDATE:20261201T100000Z", "EXDATE:20261122T080000Z"]);

        Assert.Equal(
            ["20261120T080000Z", "20261123T080000Z", "20261201T100000Z"],
            set.Expand(Start("2026-11-20T09:00", Berlin), Berlin).Select(one => one.Stamp));
        Assert.Equal(set.ToLines(), RecurrenceSet.Parse(set.ToLines()).ToLines());
    }

    [Fact]
    public void The_last_week_of_a_year_is_ISOs()
    {
        foreach (var one in Expand("RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=40", "2026-12-28T09:00", Berlin))
            Assert.Equal(53, ISOWeek.GetWeekOfYear(one.Local.ToDateTimeUnspecified()));
        Assert.Contains(
            new LocalDate(2028, 1, 1), Expand("RRULE:FREQ=YEARLY;BYWEEKNO=52;BYDAY=SA;COUNT=5", "2026-12-26T09:00", Berlin).Select(one => one.Local.Date));
    }

    [Theory]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")]
    [InlineData("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31")]
    [InlineData("RRULE:FREQ=SECONDLY;BYMONTH=4;BYMONTHDAY=31")]
    [InlineData("RRULE:FREQ=HOURLY;BYHOUR=3;BYSETPOS=7")]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2")]
    public void A_rule_that_never_happens_ends(string line) => Assert.Empty(Expand(line, "2026-01-01T09:00", Berlin));

    [Theory]
    [InlineData("RRULE:INTERVAL=2", "FREQ")]
    [InlineData("RRULE:FREQ=FORTNIGHTLY", "FORTNIGHTLY")]
    [InlineData("RRULE:FREQ=DAILY;COUNT=3;UNTIL=20261231", "COUNT and UNTIL")]
    [InlineData("RRULE:FREQ=DAILY;BYDAY=2TU", "BYDAY")]
    [InlineData("RRULE:FREQ=DAILY;BYDAY=XX", "BYDAY=XX")]
    [InlineData("RRULE:FREQ=MONTHLY;BYMONTHDAY=0", "must not be 0")]
    [InlineData("RRULE:FREQ=MONTHLY;BYMONTHDAY=32", "31")]
    [InlineData("RRULE:FREQ=DAILY;FREQ=DAILY", "twice")]
    [InlineData("RRULE:FREQ=DAILY;SPEED=9", "SPEED")]
    [InlineData("RRULE:FREQ=DAILY;UNTIL=tomorrow", "UNTIL=TOMORROW")]
    [InlineData("RRULE:FREQ=WEEKLY;BYWEEKNO=3", "BYWEEKNO")]
    [InlineData("RRULE:FREQ=DAILY;BYSETPOS=1", "BYSETPOS")]
    [InlineData("EXRULE:FREQ=DAILY", "EXRULE")]
    [InlineData("DTSTART:20261120", "recurrence line")]
    [InlineData("EXDATE;TZID=Mars/Base:20261120T090000", "Mars/Base")]
    [InlineData("RDATE;VALUE=PERIOD:20261120T090000Z/PT1H", "PERIOD")]
    public void What_is_wrong_is_named(string line, string named) =>
        Assert.Contains(named, Assert.Throws<RecurrenceException>(() => RecurrenceSet.Parse([line])).Message, StringComparison.Ordinal);

    [Fact]
    public void Beginning_in_the_middle_gives_the_same_as_walking_there()
    {
        var random = new Random(1);
        for (var i = 0; i < 400; i++)
        {
            var (set, start) = RandomSeries.Next(random);
            var zone = start.Zone ?? Berlin;
            var all = set.Expand(start, zone).Take(60).ToList();
            var from = all[random.Next(all.Count)].Instant;
            Assert.Equal(all.Where(one => one.Instant >= from), set.Expand(start, zone, from).Take(all.Count(one => one.Instant >= from)));
        }
    }

    [Fact]
    public void Both_parts_of_a_split_are_the_whole()
    {
        var random = new Random(2);
        for (var i = 0; i < 400; i++)
        {
            var (set, start) = RandomSeries.Next(random);
            var zone = start.Zone ?? Berlin;
            var all = set.Expand(start, zone).Take(60).ToList();
            var at = all[random.Next(1, Math.Min(all.Count, 30))];
            SeriesSplit? split;
            try
            {
                split = SeriesSplit.At(set, start, at, zone);
            }
            catch (RecurrenceException)
            {
                continue;
            }

            Assert.NotNull(split);
            var before = split.Before.Expand(start, zone).Take(100).Select(one => one.Instant).ToList();
            var after = split.After.Expand(split.AfterStart, zone).Take(all.Count - before.Count).Select(one => one.Instant);
            Assert.Equal(all.Select(one => one.Instant), before.Concat(after));
        }
    }

    [Fact]
    public void A_series_is_not_split_before_its_first_occurrence_nor_at_an_extra_date()
    {
        var start = Start("2026-11-20T09:00", Berlin);
        var set = RecurrenceSet.Parse(["RRULE:FREQ=DAILY;COUNT=4", "RDATE:20261225T100000Z"]);
        var all = set.Expand(start, Berlin).ToList();

        Assert.Null(SeriesSplit.At(set, start, all[0], Berlin));
        Assert.Throws<RecurrenceException>(() => SeriesSplit.At(set, start, all[^1], Berlin));
        Assert.Throws<RecurrenceException>(() => SeriesSplit.At(set, start, all[0] with { Instant = all[0].Instant + Duration.FromHours(1) }, Berlin));
    }

    [Theory]
    [InlineData("RRULE:FREQ=WEEKLY;BYDAY=TU", "2026-11-24T10:00", "2026-11-25T11:00", "RRULE:FREQ=WEEKLY;BYDAY=WE")]
    [InlineData("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU", "2026-11-23T10:00", "2026-11-24T10:00", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU;WKST=TU")]
    [InlineData("RRULE:FREQ=MONTHLY;BYDAY=4TU", "2026-11-24T10:00", "2026-11-25T10:00", "RRULE:FREQ=MONTHLY;BYDAY=4WE")]
    [InlineData("RRULE:FREQ=MONTHLY;BYMONTHDAY=-1", "2026-11-30T10:00", "2026-11-29T10:00", "RRULE:FREQ=MONTHLY;BYMONTHDAY=-2")]
    [InlineData("RRULE:FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24", "2026-11-24T10:00", "2026-12-01T10:00", "RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1")]
    [InlineData("RRULE:FREQ=DAILY;UNTIL=20261130T090000Z", "2026-11-24T10:00", "2026-11-24T12:00", "RRULE:FREQ=DAILY;UNTIL=20261130T110000Z")]
    public void A_series_moves_with_its_rule(string line, string from, string to, string moved) => Assert.Equal(
        [moved], SeriesShift.Move(RecurrenceSet.Parse([line]), Start(from, Berlin), Start(to, Berlin), Berlin).ToLines());

    [Fact]
    public void A_moved_series_leaves_out_the_same_occurrences_across_the_change_of_the_clocks()
    {
        var set = RecurrenceSet.Parse(["RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=30", "EXDATE:20260331T080000Z"]);
        var (from, to) = (Start("2026-03-17T10:00", Berlin), Start("2026-03-18T12:30", NewYork));

        var (before, after) = (set.Expand(from, Berlin).ToList(), SeriesShift.Move(set, from, to, Berlin).Expand(to, Berlin).ToList());

        Assert.Equal(before.Select(one => one.Local.Date.PlusDays(1)), after.Select(one => one.Local.Date));
        Assert.All(after, one => Assert.Equal(new LocalTime(12, 30), one.Local.TimeOfDay));
    }

    [Fact]
    public void A_removed_occurrence_at_a_time_that_the_clocks_skip_stays_removed_when_the_series_moves()
    {
        // 02:30 does not exist on 29 March: it happens, and is removed, at 01:30Z.
        var set = RecurrenceSet.Parse(["RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20260329T013000Z"]);

        var moved = SeriesShift.Move(set, Start("2026-03-28T02:30", Berlin), Start("2026-03-28T04:00", Berlin), Berlin);

        Assert.Equal([28, 30], moved.Expand(Start("2026-03-28T04:00", Berlin), Berlin).Select(one => one.Local.Day));
    }

    [Theory]
    [InlineData("RRULE:FREQ=MONTHLY;BYMONTHDAY=1,15")]
    [InlineData("RRULE:FREQ=YEARLY;BYYEARDAY=100")]
    [InlineData("RRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1")]
    public void What_cannot_be_moved_without_guessing_is_refused(string line) =>
        Assert.Throws<RecurrenceException>(() => SeriesShift.Move(RecurrenceSet.Parse([line]), Start("2026-11-15T10:00", Berlin), Start("2026-11-16T10:00", Berlin), Berlin));

    [Fact]
    public void Rules_in_words() => Assert.Equal(
        "every 2 weeks on Monday, Thursday until 2026-12-31, except 1 date",
        RecurrenceWords.Of(RecurrenceSet.Parse(["RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;UNTIL=20261231T225959Z", "EXDATE:20261123T090000Z"]), Berlin));

    private static string Utc(Occurrence one) => one.Instant.ToString();

    private static EventStart Start(string local, DateTimeZone zone) => EventStart.Timed(LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value, zone);

    private static IEnumerable<Occurrence> Expand(string line, string start, DateTimeZone zone) => RecurrenceSet.Parse([line]).Expand(Start(start, zone), zone);
}
