using System.Globalization;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Style;

namespace Assistant.Tools.Tests.Style;

/// <summary>Senders are made with known habits, to people of all kinds; the profile has to find the habits again.</summary>
public sealed class StyleLearnerTests(ITestOutputHelper output)
{
    private sealed record Habits(string Language, string Kind, string Greeting, string Closing, string Formality, string? Address);

    private static readonly string[] FirstNames = ["Carl", "Mia", "Omar", "Nina", "Paul", "Ines", "Liam", "Sara", "Lena", "Jürgen", "Chloé", "José"];
    private static readonly string[] LastNames = ["Weiss", "Okafor", "Lindqvist", "Petit", "Stein", "García", "Müller", "Said", "Novak", "Brandt"];

    private static readonly (string Greeting, string Closing, string Formality, string? Address)[] English =
    [
        ("Hi {first},", "Cheers", "informal", null), ("Hello {first},", "Best", "neutral", null), ("Dear {first},", "Kind regards", "formal", null), ("Hey {first}!", "Talk soon", "informal", null),
        ("Dear Ms. {last},", "Yours sincerely", "formal", null), ("{first},", "Thanks", "neutral", null), ("Good morning {first},", "Best regards", "neutral", null),
    ];

    private static readonly (string Greeting, string Closing, string Formality, string? Address)[] German =
    [
        ("Hallo {first},", "Viele Grüße", "informal", "du"), ("Liebe {first},", "Liebe Grüße", "informal", "du"), ("Sehr geehrter Herr {last},", "Mit freundlichen Grüßen", "formal", "Sie"),
        ("Moin {first},", "Gruß", "informal", "du"), ("Guten Tag Frau {last},", "Beste Grüße", "formal", "Sie"), ("Hi {first},", "LG", "informal", "du"), ("Hallo Herr {last},", "Viele Grüße", "formal", "Sie"),
    ];

    private static readonly (string Greeting, string Closing, string Formality, string? Address)[] French =
    [
        ("Bonjour {first},", "Cordialement", "formal", "vous"), ("Salut {first},", "À bientôt", "informal", "tu"), ("Madame {last},", "Bien cordialement", "formal", "vous"),
    ];

    private static readonly string[] EnglishBodies =
    [
        "Thank you for the figures. I have read them and they are fine with me.", "The meeting is on Thursday. We have the room for two hours and you can bring the plan.", "I have not heard from the supplier. That is not good for us.",
        "With this mail you get the new version. Please have a look at the second part.", "We are done with the tests. The results are what we hoped for.",
    ];

    private static readonly string[] GermanDu =
    [
        "danke für die Zahlen. Ich habe sie gelesen und bin mit dir einig.", "die Sitzung ist am Donnerstag. Wir haben den Raum für zwei Stunden, bring bitte deinen Plan mit.", "vom Lieferanten habe ich nichts gehört. Was meinst du dazu?",
        "ich schicke dir die neue Fassung. Schau bitte auf den zweiten Teil.", "wir sind mit den Tests fertig. Die Ergebnisse sind so, wie du sie wolltest.",
    ];

    private static readonly string[] GermanSie =
    [
        "vielen Dank für die Zahlen. Ich bin mit Ihnen einig und habe sie gelesen.", "die Sitzung ist am Donnerstag. Den Raum haben wir für zwei Stunden, bringen Sie bitte Ihren Plan mit.", "vom Lieferanten habe ich nichts gehört. Was meinen Sie dazu?",
        "mit dieser Mail sende ich Ihnen die neue Fassung. Bitte sehen Sie auf den zweiten Teil.", "wir sind mit den Tests fertig. Die Ergebnisse sind so, wie wir sie Ihnen zugesagt haben.",
    ];

    private static readonly string[] FrenchBodies =
    [
        "merci pour les chiffres, je les ai lus avec {1}.", "la réunion est jeudi et nous avons la salle pour deux heures avec {1}.", "je n'ai pas de nouvelles du fournisseur, {0} pas ?", "dans ce message il y a une nouvelle version pour {1}.",
    ];

    [Fact]
    public void Greeting_closing_formality_and_language_of_generated_senders_are_recovered()
    {
        var random = new Random(20261129);
        var (right, asked) = (new Dictionary<string, int>(), 0);
        for (var sender = 0; sender < 200; sender++)
        {
            var habits = Choose(random);
            var learned = StyleLearner.Learn([.. habits.SelectMany(habit => Mails(random, habit))], "work.example");
            foreach (var habit in habits)
            {
                asked++;
                var entry = learned.FirstOrDefault(one => one.Language == habit.Language && one.Kind == habit.Kind);
                Count("language", entry is not null, habit, entry);
                Count("greeting", entry?.Greeting == habit.Greeting, habit, entry);
                Count("closing", entry?.Closing == habit.Closing, habit, entry);
                Count("formality", entry?.Formality == habit.Formality && entry.Address == habit.Address, habit, entry);
            }
        }

        foreach (var (what, count) in right)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {count} of {asked}"));
            Assert.True(count >= asked * 0.95, $"{what}: {count} of {asked}");
        }

        void Count(string what, bool isRight, Habits habit, StyleEntry? entry)
        {
            right[what] = right.GetValueOrDefault(what) + (isRight ? 1 : 0);
            if (!isRight)
                output.WriteLine($"{what}: {habit} but {entry}");
        }
    }

    [Fact]
    public void What_was_written_to_one_person_is_in_no_profile()
    {
        var random = new Random(7);
        for (var round = 0; round < 100; round++)
        {
            var secret = $"the {Pick(random, ["blue", "quiet", "hidden", "double"])} lantern goes to {Pick(random, ["port seventeen", "the old mill", "nobody but you"])}";
            var habit = new Habits("en", "external", "Hi {first},", "Cheers", "informal", null);
            List<SentMail> mails = [.. Mails(random, habit, 20)];
            var one = new MailAddress("Zoltan Zebra", "zoltan@elsewhere.example");
            // Said to the same person again and again it is a habit of that correspondence, and still nobody else's to read.
            for (var i = 0; i < 5; i++)
                mails.Insert(random.Next(mails.Count), new([one], $"Hi Zoltan,\n\nas you know {secret}. My code is 4711.\n\nCheers\nZebra-Love"));
            var profile = string.Join('\n', StyleLearner.Learn(mails, "work.example").Select(entry => entry.ToText()));
            foreach (var word in new[] { "lantern", "4711", "Zoltan", "zebra", "seventeen", "the old mill" })
                Assert.DoesNotContain(word, profile, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void A_pet_name_and_what_stands_where_a_name_would_are_between_two_people()
    {
        MailAddress partner = new("Kim", "kim@gmail.com");
        var mails = Enumerable.Range(0, 10).Select(_ => new SentMail([partner], "Hi honey,\n\nI will be home late and bring the bread that you wanted.\n\nThanks\nCode is Rosenkohl")).ToList();
        var entry = Assert.Single(StyleLearner.Learn(mails, "ada@work.example"));
        Assert.Null(entry.Greeting);
        Assert.Null(entry.SignsAs);
        var signed = Assert.Single(StyleLearner.Learn([.. mails.Select(mail => mail with { Text = mail.Text.Replace("honey", "Kim", StringComparison.Ordinal).Replace("Code is Rosenkohl", "Ada", StringComparison.Ordinal) })], "ada@work.example"));
        Assert.Equal(("Hi {first},", "Ada"), (signed.Greeting, signed.SignsAs));
    }

    [Fact]
    public void Phrases_are_those_that_go_to_several_people()
    {
        var mails = Enumerable.Range(0, 6).Select(i => new SentMail(
            [new MailAddress("", $"person{i}@elsewhere.example")], $"Hi,\n\nhope this finds you well and rested. The number is {i}.\n\nCheers\nAnn")).ToList();

        Assert.Contains("hope this finds you well and", StyleLearner.Learn(mails, "work.example").Single().Phrases!);
    }

    private static List<Habits> Choose(Random random)
    {
        var habits = new List<Habits>();
        foreach (var kind in new[] { "colleague", "external", "private" }.Where(_ => random.Next(3) > 0).DefaultIfEmpty("external"))
        {
            var language = Pick(random, ["en", "de", "en", "de", "fr"]);
            var (greeting, closing, formality, address) = Pick(random, language switch { "en" => English, "de" => German, _ => French });
            habits.Add(new(language, kind, greeting, closing, formality, address));
        }

        return habits;
    }

    private static IEnumerable<SentMail> Mails(Random random, Habits habit, int? count = null)
    {
        for (var i = count ?? random.Next(4, 12); i > 0; i--)
        {
            var person = new MailAddress(
                $"{Pick(random, FirstNames)} {Pick(random, LastNames)}",
                $"p{random.Next(1000)}@{habit.Kind switch { "colleague" => "work.example", "private" => "gmail.com", _ => Pick(random, ["contoso.example", "fabrikam.example"]) }}");
            var (first, last) = SalutationWords.Names(person);
            // One in six mails is written in haste, without the habit.
            var hasty = random.Next(6) == 0;
            var greeting = hasty ? "" : habit.Greeting.Replace("{first}", first, StringComparison.Ordinal).Replace("{last}", last, StringComparison.Ordinal) + "\n\n";
            var body = string.Join('\n', Enumerable.Range(0, random.Next(1, 3)).Select(_ => Body(random, habit)));
            yield return new([person], $"{greeting}{body}\n\n{(hasty && i > 1 ? "" : habit.Closing + Pick(random, ["", ","]) + "\n")}Ann");
        }
    }

    private static string Body(Random random, Habits habit) => (habit.Language, habit.Address) switch
    {
        ("de", "Sie") => Pick(random, GermanSie),
        ("de", _) => Pick(random, GermanDu),
        ("fr", var address) => string.Format(CultureInfo.InvariantCulture, Pick(random, FrenchBodies), address == "tu" ? "tu ne trouves" : "vous ne trouvez", address == "tu" ? "toi" : "vous"),
        _ => Pick(random, EnglishBodies),
    };

    private static T Pick<T>(Random random, IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
