// Own time of finding a time: 50 people in five zones, four weeks, eight entries a working day each, an hour wanted. Argument: rounds.
using System.Diagnostics;
using System.Globalization;
using Assistant.Tools.Calendar.Finding;
using NodaTime;

const int People = 50;
var rounds = args.Length > 0 && int.TryParse(args[0], CultureInfo.InvariantCulture, out var given) ? given : 50;
var random = new Random(11);
string[] zones = ["Europe/Berlin", "Europe/London", "Europe/Athens", "Europe/Lisbon", "America/New_York"];
var start = Instant.FromUtc(2026, 10, 19, 0, 0);
var window = new Interval(start, start + Duration.FromDays(28));
var hours = WorkingHours.Weekdays(new LocalTime(8, 0), new LocalTime(19, 0));
var question = new FindQuestion
{
    Duration = Duration.FromHours(1),
    Window = window,
    Zone = DateTimeZoneProviders.Tzdb[zones[0]],
    Buffer = Duration.FromMinutes(5),
    AvoidBackToBack = true,
    Preferred = [(new LocalTime(9, 0), new LocalTime(12, 0))],
    People =
    [
        .. Enumerable.Range(0, People).Select(i => new Person(
            $"P{i}", i % 5 != 0, DateTimeZoneProviders.Tzdb[zones[i % zones.Length]], hours,
            [.. Enumerable.Range(0, 20 * 8).Select(_ => Entry())])),
    ],
};
Measure("busy", question);
// Few entries leave many slots, each of which is scored and explained.
Measure("quiet", question with { People = [.. question.People.Select(person => person with { Busy = [.. person.Busy.Take(4)] })] });

void Measure(string name, FindQuestion question)
{
    var times = new List<double>();
    var answer = SlotFinder.Find(question);
    for (var round = 0; round < rounds + 5; round++)
    {
        var watch = Stopwatch.StartNew();
        answer = SlotFinder.Find(question);
        if (round >= 5)
            times.Add(watch.Elapsed.TotalMilliseconds);
    }

    times.Sort();
    Console.WriteLine($"{name}: {People} people, 28 days, {question.People.Sum(person => person.Busy.Count)} entries: median {times[times.Count / 2]:f2} ms, p95 {times[(int)(times.Count * 0.95)]:f2} ms, most {times[^1]:f2} ms; {answer.Slots.Count} slots, {answer.NearMisses.Count} near misses");
}

Busy Entry()
{
    var at = start + Duration.FromDays(random.Next(28)) + Duration.FromMinutes(15 * random.Next(28, 72));
    return new(at, at + Duration.FromMinutes(15 * random.Next(1, 5)), random.Next(10) == 0 ? BusyKind.Tentative : BusyKind.Busy, "x", random.Next(4) == 0);
}
