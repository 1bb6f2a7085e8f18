using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Assistant.GoogleSandbox;
using Assistant.Tools.Tests.Google;
using Assistant.Tools.Writing;

namespace Assistant.Tools.Tests.Writing;

/// <summary>Worlds made from seeds, no model: whoever is answered is greeted as Ann greets them, in their language, with the facts, at times when she is free.</summary>
public sealed partial class WorldTests
{
    private const int Threads = 8;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static readonly string[] FirstNames = ["Carl", "Mia", "Omar", "Nina", "Paul", "Ines", "Liam", "Sara", "Lena", "Felix", "Clara", "Oskar"];
    private static readonly string[] LastNames = ["Weiss", "Okafor", "Lindqvist", "Petit", "Stein", "Brandt", "Moreau", "Said", "Novak", "Keller"];

    private sealed record Habit(string Language, string Domain, string Greeting, string Closing, bool IsFormal);

    private sealed record Correspondent(string First, string Last, string Address, Habit Habit, string Subject, bool KnownInThread, string[] Facts, bool AsksForTimes)
    {
        public string Greeting => Habit.Greeting.Replace("{first}", First, StringComparison.Ordinal).Replace("{full}", $"{First} {Last}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task A_thread_is_answered_with_the_right_greeting_language_facts_and_free_times(int seed)
    {
        var random = new Random(seed);
        var habits = Habits(random);
        var people = Enumerable.Range(0, Threads).Select(i => Person(random, habits, i)).ToList();
        var events = Events(random);
        await using var workplace = await Workplace.WithWriterAsync(
            [Workplace.Person(Workplace.AnnWork, [.. people.SelectMany(person => WithThem(random, person)), .. habits.SelectMany(habit => Others(random, habit))], [Calendar(events)])]);

        foreach (var person in people)
        {
            var thread = await Correspondence.ThreadAsync(workplace, person.Subject);
            var email = await workplace.AsAsync<EmailWriter, GeneratedEmail>("ann", writer => writer.WriteAsync(
                new()
                {
                    Wish = random.Next(2) == 0 ? "accept" : person.Habit.Language == "de" ? "sag zu" : "confirm",
                    Thread = thread,
                    Facts = person.Facts,
                    Offer = person.AsksForTimes ? new(random.Next(1, 5) * 15, "2026-11-23", "2026-11-28") : null,
                    Account = "work",
                },
                new(),
                Stop));

            Assert.Equal("rules", email.By);
            Assert.Equal(person.Greeting, email.Body!.Split('\n')[0]);
            Assert.Equal(person.Habit.Language, email.Language);
            Assert.Equal(person.Habit.Language, Assistant.Tools.Compose.Replies.MailLanguage.CodeOf(email.Body));
            Assert.Equal([$"{person.First} {person.Last} <{person.Address}>"], email.To);
            Assert.Equal("Re: " + person.Subject, email.Subject);
            Assert.All(person.Facts, fact => Assert.Contains(fact, email.Body, StringComparison.Ordinal));
            Assert.Matches($@"\n{Regex.Escape(person.Habit.Closing)},?\nAnn$", email.Body);
            Assert.Null(email.Flags);
            Assert.Contains(email.Sources!, source => source.Kind == "mail");
            var offered = Offered(email.Body, person.Habit.Language);
            Assert.Equal(person.AsksForTimes ? 3 : 0, offered.Count);
            Assert.All(offered, slot => Assert.DoesNotContain(events, busy => busy.Start < slot.End && slot.Start < busy.End));
            Assert.All(offered, slot => Assert.InRange(slot.Start.Hour, 9, 16));
        }
    }

    private static List<Habit> Habits(Random random) =>
    [
        random.Next(2) == 0 ? new("en", "contoso.example", "Hi {first},", "Cheers", false) : new("en", "contoso.example", "Dear {first},", "Kind regards", true),
        random.Next(2) == 0 ? new("de", "fabrikam.example", "Hallo {first},", "Viele Grüße", false) : new("de", "fabrikam.example", "Moin {first},", "Gruß", false),
        random.Next(2) == 0 ? new("de", "gmail.com", "Guten Tag {full},", "Mit freundlichen Grüßen", true) : new("de", "gmail.com", "Hey {first}!", "LG", false),
        random.Next(2) == 0 ? new("en", "work.example", "Hey {first},", "Best", false) : new("en", "work.example", "Good morning {first},", "Best regards", false),
    ];

    private static Correspondent Person(Random random, List<Habit> habits, int i)
    {
        var habit = habits[random.Next(habits.Count)];
        var (first, last) = (FirstNames[random.Next(FirstNames.Length)], LastNames[random.Next(LastNames.Length)]);
        string[] facts = habit.Language == "de"
            ? [$"Das Budget beträgt {random.Next(1_000, 9_999)} Euro.", $"Der Raum ist B{random.Next(10, 99)}.", "Die Unterlagen schickt Nina."]
            : [$"The budget is {random.Next(1_000, 9_999)} euros.", $"The room is B{random.Next(10, 99)}.", "Nina sends the papers."];
        return new(
            first, last, $"{first}.{last}{i}@{habit.Domain}".ToLowerInvariant(), habit, $"{(habit.Language == "de" ? "Vorhaben" : "Project")} {random.Next(1_000_000)}",
            random.Next(2) == 0, [.. facts.Take(random.Next(1, 4))], random.Next(2) == 0);
    }

    private static IEnumerable<SeedMail> WithThem(Random random, Correspondent person)
    {
        var at = Correspondence.Now.AddDays(-random.Next(2, 9));
        var from = $"{person.First} {person.Last} <{person.Address}>";
        var first = Correspondence.NewId();
        if (person.KnownInThread)
            yield return Correspondence.Mail(Workplace.AnnWork, from, person.Subject, $"{person.Greeting}\n\n{OwnBody(person.Habit)}\n\n{person.Habit.Closing}\nAnn", at, first, sent: true);
        var body = person.Habit switch
        {
            { Language: "de", IsFormal: true } => "Guten Tag,\n\nhaben Sie den Plan gelesen? Wir möchten mit Ihnen darüber sprechen. Wann passt es Ihnen?\n\nFreundliche Grüße",
            { Language: "de" } => "Hallo Ann,\n\nhast du den Plan gelesen? Wir möchten mit dir darüber sprechen. Wann passt es dir?\n\nGruß",
            _ => "Hello Ann,\n\nhave you read the plan? We would like to talk with you about it. When does it suit you?\n\nRegards",
        };
        yield return Correspondence.Mail(from, Workplace.AnnWork, (person.KnownInThread ? "Re: " : "") + person.Subject, $"{body}\n{person.First}", at.AddHours(2), Correspondence.NewId(), person.KnownInThread ? first : null);
    }

    /// <summary>What shows the habit: mails to others of the kind.</summary>
    private static IEnumerable<SeedMail> Others(Random random, Habit habit)
    {
        for (var i = 0; i < 5; i++)
        {
            var (first, last) = (FirstNames[random.Next(FirstNames.Length)], LastNames[random.Next(LastNames.Length)]);
            var greeting = habit.Greeting.Replace("{first}", first, StringComparison.Ordinal).Replace("{full}", $"{first} {last}", StringComparison.Ordinal);
            yield return Correspondence.Mail(
                Workplace.AnnWork, $"{first} {last} <other{i}.{last}@{habit.Domain}>", $"Note {random.Next(1_000_000)}", $"{greeting}\n\n{OwnBody(habit)}\n\n{habit.Closing}\nAnn", Correspondence.Now.AddDays(-20 - i), sent: true);
        }
    }

    private static string OwnBody(Habit habit) => habit switch
    {
        { Language: "de", IsFormal: true } => "den Plan sende ich Ihnen mit dieser Mail. Bitte lesen Sie ihn bis Freitag, dann sprechen wir darüber.",
        { Language: "de" } => "ich schicke dir den Plan mit dieser Mail. Lies ihn bitte bis Freitag, dann sprechen wir darüber.",
        _ => "with this mail you get the plan. Please read it and we will talk about it when you are done.",
    };

    /// <summary>Busy hours of the week in which times are looked for, in Berlin.</summary>
    private static List<(DateTime Start, DateTime End)> Events(Random random) => [.. Enumerable.Range(0, 18).Select(_ =>
    {
        var start = new DateTime(2026, 11, 23 + random.Next(5), random.Next(8, 17), random.Next(4) * 15, 0);
        return (start, start.AddMinutes(random.Next(1, 7) * 15));
    })];

    private static SeedCalendar Calendar(List<(DateTime Start, DateTime End)> events) => new(
        Workplace.AnnWork, Workplace.AnnWork, "Europe/Berlin", "owner",
        [.. events.Select((one, i) => new JsonObject
        {
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"event{i}busy"),
            ["summary"] = "Busy",
            ["start"] = new JsonObject { ["dateTime"] = one.Start.ToString("yyyy-MM-dd'T'HH:mm:ss'+01:00'", CultureInfo.InvariantCulture) },
            ["end"] = new JsonObject { ["dateTime"] = one.End.ToString("yyyy-MM-dd'T'HH:mm:ss'+01:00'", CultureInfo.InvariantCulture) },
        })]);

    private static List<(DateTime Start, DateTime End)> Offered(string body, string language) => [.. (language == "de" ? German() : English()).Matches(body).Select(match =>
    {
        string[] months = language == "de" ? ["November", "Dezember"] : ["November", "December"];
        var day = new DateTime(int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture), 11 + Array.IndexOf(months, match.Groups[2].Value), int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), 0, 0, 0);
        return (day + TimeSpan.Parse(match.Groups[4].Value, CultureInfo.InvariantCulture), day + TimeSpan.Parse(match.Groups[5].Value, CultureInfo.InvariantCulture));
    })];

    [GeneratedRegex(@"- \w+day, (\d+) (\w+) (\d{4}), (\d\d:\d\d) to (\d\d:\d\d) \(Europe/Berlin\)")]
    private static partial Regex English();

    [GeneratedRegex(@"- \w+, (\d+)\. (\w+) (\d{4}), (\d\d:\d\d) bis (\d\d:\d\d) Uhr \(Europe/Berlin\)")]
    private static partial Regex German();
}
