using Assistant.Tools.Calendar.Finding;
using NodaTime;

namespace Assistant.Tools.Tests.Calendar.Finding;

public sealed class SlotFinderTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];
    private static readonly WorkingHours Office = WorkingHours.Weekdays(new(9, 0), new(17, 0));
    private static readonly WorkingHours Always = WorkingHours.Weekdays(LocalTime.Midnight, LocalTime.Midnight, [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)]);

    [Fact]
    public void Random_questions_agree_with_a_brute_force_search()
    {
        var random = new Random(7);
        for (var round = 0; round < 1_500; round++)
        {
            var question = Random(random);
            var all = BruteForce(question);
            var answer = SlotFinder.Find(question with { MaxResults = 10_000 });
            Assert.Equal(all, answer.Slots.Select(slot => slot.Start).Order());

            var few = SlotFinder.Find(question);
            Assert.True(few.Slots.Count <= question.MaxResults);
            Assert.All(few.Slots, slot => Assert.Contains(slot.Start, all));
            if (all.Count > 0)
                Assert.Contains(all[0], few.Slots.Select(slot => slot.Start));
            Assert.All(few.NearMisses, miss => Assert.NotEmpty(miss.Reasons));
            Assert.All(few.NearMisses, miss => Assert.DoesNotContain(miss.Start, all));
        }
    }

    [Fact]
    public void Working_hours_are_those_of_each_one_s_own_zone_across_the_change_of_the_clocks()
    {
        // New York changes on 8 March, Berlin on 29 March: five hours apart in between, six before and after.
        foreach (var (day, hours) in new[] { (5, "15:00 15:15 15:30 15:45 16:00"), (10, "14:00 14:15 14:30 14:45 15:00 15:15 15:30 15:45 16:00"), (31, "15:00 15:15 15:30 15:45 16:00") })
        {
            var slots = SlotFinder.Find(Question(Day(2026, 3, day), Ann(), new Person("Nick", true, NewYork, Office, [])) with { MaxResults = 100 }).Slots;
            Assert.Equal(hours, Show(slots));
        }
    }

    [Fact]
    public void Buffers_and_the_way_to_another_place_are_kept_free()
    {
        var at = Instant.FromUtc(2026, 11, 25, 10, 0);
        var busy = new Busy(at, at + Duration.FromHours(1), Title: "Visit", HasPlace: true);
        var question = Question(Day(2026, 11, 25), Ann(busy));

        Assert.Equal("09:00 09:15 09:30 09:45 10:00 12:00", Show(SlotFinder.Find(question with { MaxResults = 100 }).Slots).Split(" 12:15")[0]);
        Assert.Equal("09:00 09:15 09:30 12:30", Show(SlotFinder.Find(question with { MaxResults = 100, TravelMargin = Duration.FromMinutes(30) }).Slots).Split(" 12:45")[0]);
        Assert.Equal("09:00 09:15 09:30 09:45 12:15", Show(SlotFinder.Find(question with { MaxResults = 100, Buffer = Duration.FromMinutes(15) }).Slots).Split(" 12:30")[0]);
    }

    [Fact]
    public void Optional_people_tentative_entries_and_preferences_only_rank()
    {
        var nine = Instant.FromUtc(2026, 11, 25, 8, 0);
        var question = Question(
            Day(2026, 11, 25),
            Ann(new Busy(nine, nine + Duration.FromHours(3), BusyKind.Tentative)),
            new Person("Bob", false, Berlin, Office, [new Busy(nine + Duration.FromHours(4), nine + Duration.FromHours(8))])) with
        { Preferred = [(new(12, 0), new(13, 30))] };

        var best = SlotFinder.Find(question).Slots[0];

        Assert.Equal("12:00", Show([best]));
        Assert.Contains("in the preferred part of the day", best.Reasons);
        Assert.Contains("optional Bob is busy", SlotFinder.Find(question with { MaxResults = 50 }).Slots.Single(slot => Show([slot]) == "14:00").Reasons);
    }

    [Fact]
    public void A_near_miss_says_what_is_in_the_way()
    {
        var start = Instant.FromUtc(2026, 11, 25, 8, 0);
        var answer = SlotFinder.Find(Question(Day(2026, 11, 25), Ann(new Busy(start, start + Duration.FromHours(8), Title: "Workshop"))));

        Assert.Empty(answer.Slots);
        Assert.Contains(answer.NearMisses, miss => miss.Reasons.Contains("Ann: Workshop Wed 09:00 to Wed 17:00") || miss.Reasons.Any(reason => reason.StartsWith("outside the working hours of Ann", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_room_must_be_free_and_is_named()
    {
        var nine = Instant.FromUtc(2026, 11, 25, 8, 0);
        var question = Question(Day(2026, 11, 25), Ann()) with
        {
            Rooms = [new("Blue", [new Busy(nine, nine + Duration.FromHours(2))]), new("Red", [new Busy(nine + Duration.FromHours(1), nine + Duration.FromHours(8))])],
            MaxResults = 100,
        };

        var slots = SlotFinder.Find(question).Slots;

        Assert.Contains("free rooms: Red", slots.Single(slot => Show([slot]) == "09:00").Reasons);
        Assert.DoesNotContain("09:15", Show(slots), StringComparison.Ordinal);
        Assert.Contains("free rooms: Blue", slots.Single(slot => Show([slot]) == "11:00").Reasons);
    }

    [Fact]
    public void Whose_calendar_cannot_be_seen_is_said()
    {
        var slot = SlotFinder.Find(Question(Day(2026, 11, 25), Ann(), new Person("Eve", true, Berlin, Office, [], IsKnown: false))).Slots[0];

        Assert.Contains("the calendar of Eve cannot be seen", slot.Reasons);
    }

    [Fact]
    public void The_best_are_not_all_of_one_gap()
    {
        var noon = Instant.FromUtc(2026, 11, 25, 11, 0);
        var slots = SlotFinder.Find(Question(new(Instant.FromUtc(2026, 11, 25, 0, 0), Instant.FromUtc(2026, 11, 28, 0, 0)), Ann(new Busy(noon, noon + Duration.FromHours(1))))).Slots;

        Assert.True(slots.Select(slot => slot.Start.InZone(Berlin).Date).Distinct().Count() > 1);
    }

    [Fact]
    public void Nothing_fits_a_window_that_is_too_short_or_somebody_who_never_works()
    {
        var start = Instant.FromUtc(2026, 11, 25, 9, 0);
        Assert.Empty(SlotFinder.Find(Question(new(start, start + Duration.FromMinutes(59)), Ann())).Slots);
        Assert.Empty(SlotFinder.Find(Question(Day(2026, 11, 25), new Person("Nobody", true, Berlin, new(new Dictionary<IsoDayOfWeek, (LocalTime, LocalTime)>()), []))).Slots);
        Assert.Throws<ArgumentException>(() => SlotFinder.Find(Question(new(start, start + Duration.FromDays(400)), Ann())));
    }

    [Fact]
    public void Nights_over_midnight_and_the_hour_that_comes_twice()
    {
        var nights = WorkingHours.Weekdays(new(22, 0), new(4, 0), [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)]);
        var window = new Interval(Instant.FromUtc(2026, 10, 24, 20, 0), Instant.FromUtc(2026, 10, 25, 6, 0));

        var slots = SlotFinder.Find(Question(window, new Person("Ann", true, Berlin, nights, [])) with { MaxResults = 200, Duration = Duration.FromHours(7) }).Slots;

        // From 22:00 to 4:00 are seven hours in that night.
        Assert.Equal([Instant.FromUtc(2026, 10, 24, 20, 0)], slots.Select(slot => slot.Start));
    }

    private static Interval Day(int year, int month, int day) => new(Berlin.AtStartOfDay(new(year, month, day)).ToInstant(), Berlin.AtStartOfDay(new LocalDate(year, month, day).PlusDays(1)).ToInstant());

    private static Person Ann(params Busy[] busy) => new("Ann", true, Berlin, Office, busy);

    private static FindQuestion Question(Interval window, params Person[] people) => new() { Duration = Duration.FromHours(1), Window = window, People = people, Zone = Berlin };

    private static string Show(IEnumerable<Slot> slots) => string.Join(' ', slots.OrderBy(slot => slot.Start).Select(slot => slot.Start.InZone(Berlin).ToString("HH:mm", null)));

    private static FindQuestion Random(Random random)
    {
        var start = Instant.FromUtc(2026, random.Next(2) == 0 ? 3 : 10, 20, 0, 0) + Duration.FromMinutes(random.Next(20_000));
        var window = new Interval(start, start + Duration.FromMinutes(random.Next(30, 4_000)));
        return new()
        {
            Duration = Duration.FromMinutes(random.Next(1, 12) * 10),
            Window = window,
            Step = Duration.FromMinutes(new[] { 15, 30, 10 }[random.Next(3)]),
            Zone = DateTimeZoneProviders.Tzdb[new[] { "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe" }[random.Next(4)]],
            Buffer = Duration.FromMinutes(random.Next(3) * 10),
            TravelMargin = Duration.FromMinutes(random.Next(3) * 15),
            AvoidBackToBack = random.Next(2) == 0,
            MaxResults = random.Next(1, 6),
            People =
            [
                .. Enumerable.Range(0, random.Next(1, 4)).Select(i => new Person(
                    $"P{i}", random.Next(4) > 0, random.Next(2) == 0 ? Berlin : NewYork,
                    random.Next(3) switch { 0 => Always, 1 => Office, _ => WorkingHours.Weekdays(new(random.Next(24), 0), new(random.Next(24), 30), [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)]) },
                    Entries(random, window),
                    random.Next(8) > 0)),
            ],
            Rooms = random.Next(3) == 0 ? [new("A", Entries(random, window)), new("B", Entries(random, window))] : [],
        };
    }

    private static Busy[] Entries(Random random, Interval window) =>
    [
        .. Enumerable.Range(0, random.Next(8)).Select(_ =>
        {
            var at = window.Start + Duration.FromMinutes(random.Next(-60, (int)window.Duration.TotalMinutes + 60));
            return new Busy(at, at + Duration.FromMinutes(random.Next(-10, 200)), (BusyKind)random.Next(4), null, random.Next(2) == 0);
        }),
    ];

    /// <summary>Every minute of the window, held against every entry and every minute of the meeting against the working hours.</summary>
    private static List<Instant> BruteForce(FindQuestion question)
    {
        var found = new List<Instant>();
        for (var start = question.Window.Start; start + question.Duration <= question.Window.End; start += Duration.FromMinutes(1))
        {
            var end = start + question.Duration;
            if (start.InZone(question.Zone).TimeOfDay.NanosecondOfDay % question.Step.ToInt64Nanoseconds() == 0
                && question.People.Where(person => person.IsRequired).All(person => IsFree(person, start, end) && Works(person, start, end))
                && (question.Rooms.Count == 0 || question.Rooms.Any(room => room.Busy.All(one => !Hits(one, start, end, Duration.Zero)))))
                found.Add(start);
        }

        return found;

        bool IsFree(Person person, Instant start, Instant end) => !person.IsKnown || person.Busy.All(one => !Hits(
            one, start, end, one.Kind == BusyKind.OutOfOffice ? Duration.Zero : one.HasPlace ? Duration.Max(question.Buffer, question.TravelMargin) : question.Buffer));

        static bool Hits(Busy one, Instant start, Instant end, Duration margin) =>
            one.Kind is BusyKind.Busy or BusyKind.OutOfOffice && one.End > one.Start && one.Start < end + margin && start - margin < one.End;

        static bool Works(Person person, Instant start, Instant end)
        {
            for (var at = start; at < end; at += Duration.FromMinutes(1))
            {
                var local = at.InZone(person.Zone);
                if (!new[] { local.Date, local.Date.PlusDays(-1) }.Any(day => person.Hours.Days.TryGetValue(day.DayOfWeek, out var hours)
                    && at >= person.Zone.AtLeniently(day + hours.From).ToInstant()
                    && at < person.Zone.AtLeniently((hours.Until > hours.From ? day : day.PlusDays(1)) + hours.Until).ToInstant()))
                    return false;
            }

            return true;
        }
    }
}
