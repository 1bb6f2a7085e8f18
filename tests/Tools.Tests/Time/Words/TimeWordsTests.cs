using System.Diagnostics;
using System.Globalization;
using Assistant.Tests.Shared;
using Assistant.Tools.Time.Words;
using NodaTime;
using NodaTime.Text;

namespace Assistant.Tools.Tests.Time.Words;

public sealed class TimeWordsTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "Tools.Tests", "Time", "Words", "expressions.tsv"));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_expression_of_the_table_means_what_it_says_there(int column)
    {
        var zone = DateTimeZoneProviders.Tzdb[Lines[0].Split('\t')[2 + column]];
        var wrong = new List<string>();
        foreach (var fields in Lines.Skip(1).Select(line => line.Split('\t')))
        {
            var now = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(fields[1]).Value.InUtc().ToInstant();
            var answer = Show(TimeWords.Read(fields[0], now, zone));
            if (answer != fields[2 + column])
                wrong.Add($"'{fields[0]}' at {fields[1]}: {answer} instead of {fields[2 + column]}");
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Lines.Length - 1}:\n{string.Join('\n', wrong.Take(60))}");
    }

    [Fact]
    public void The_table_is_large_and_half_German() => Assert.True(Lines.Skip(1).Select(line => line.Split('\t')[0]).Distinct().Count() >= 400);

    [Fact]
    public void A_choice_is_understood_as_itself()
    {
        var random = new Random(3);
        var words = Lines.Skip(1).SelectMany(line => line.Split('\t')[0].Split(' ')).Distinct().ToArray();
        var zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        var now = Instant.FromUtc(2026, 3, 28, 12, 0);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 7)).Select(_ => words[random.Next(words.Length)]));
            if (TimeWords.Read(text, now, zone) is not TimeAnswer.Ambiguous ambiguous)
                continue;
            Assert.True(ambiguous.Choices.Count is >= 2 and <= 8, text);
            Assert.All(ambiguous.Choices, choice => Assert.True(
                Show(TimeWords.Read(choice, now, zone)) == choice.Replace("+00:00", "Z", StringComparison.Ordinal).Replace("Z", "+00:00", StringComparison.Ordinal), $"{text}: {choice}"));
        }

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_very_long_text_is_refused_at_once()
    {
        var answer = TimeWords.Read(string.Concat(Enumerable.Repeat("in two hours and ", 1_000)), Instant.FromUtc(2026, 1, 1, 0, 0), DateTimeZone.Utc);

        Assert.IsType<TimeAnswer.NotUnderstood>(answer);
    }

    private static string Show(TimeAnswer answer) => answer switch
    {
        TimeAnswer.Day day => day.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        TimeAnswer.Moment moment => Iso(moment.At),
        TimeAnswer.Span span => $"{Iso(span.From)}..{Iso(span.Until)}",
        TimeAnswer.Ambiguous ambiguous => "?" + string.Join('|', ambiguous.Choices),
        _ => "!",
    };

    private static string Iso(OffsetDateTime at) => at.ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
}
