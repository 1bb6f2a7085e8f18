using System.Globalization;
using System.Text;
using Assistant.Retrieval.Index;

namespace Assistant.Bench.SearchSpeed;

/// <summary>
/// Mail from a seed: words with the frequencies of natural language (Zipf), topics that share words, function words of two languages, threads, people,
/// labels, attachments. The same seed gives the same mailbox.
/// </summary>
internal sealed class GeneratedMail
{
    private const int Vocabulary = 60_000;
    private const int Topics = 400;
    private const int TopicWords = 60;

    private static readonly string[][] Function =
    [
        ["the", "and", "to", "of", "a", "in", "that", "is", "for", "it", "on", "you", "with", "this", "we", "be", "are", "have", "as", "at", "will", "can", "not", "from"],
        ["der", "die", "und", "das", "in", "zu", "den", "nicht", "von", "sie", "ist", "des", "sich", "mit", "dem", "dass", "er", "es", "ein", "ich", "auf", "so", "eine", "wir"],
    ];

    private static readonly string[] Syllables =
        ["ba", "lo", "mer", "ti", "sun", "ka", "ro", "vel", "ni", "der", "pas", "mo", "qui", "tor", "len", "ge", "shi", "fa", "bre", "lin", "cu", "dan", "ex", "por", "ur", "zi"];

    private readonly string[] _words = new string[Vocabulary];
    private readonly double[] _cumulative = new double[Vocabulary];
    private readonly int[][] _topics = new int[Topics][];

    public GeneratedMail(int seed)
    {
        var random = new Random(seed);
        var seen = new HashSet<string>();
        for (var (i, sum) = (0, 0.0); i < Vocabulary;)
        {
            var word = string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Syllables[random.Next(Syllables.Length)]));
            if (!seen.Add(word))
                continue;
            _words[i] = word;
            _cumulative[i++] = sum += 1.0 / (i + 10);
        }

        for (var topic = 0; topic < Topics; topic++)
            _topics[topic] = [.. Enumerable.Range(0, TopicWords).Select(_ => (int)(Math.Pow(random.NextDouble(), 2) * (Vocabulary - 100)) + 100)];
    }

    public IndexDocument Mail(int number)
    {
        var random = new Random(HashCode.Combine(number, 17));
        var thread = random.Next(3) == 0 ? Math.Max(0, number - random.Next(1, 200)) : number;
        var topic = _topics[new Random(thread).Next(Topics)];
        var function = Function[number % 10 < 7 ? 0 : 1];
        var text = new StringBuilder();
        for (var words = random.Next(40, 260); words > 0; words--)
            text.Append(Word(random, topic, function)).Append(words % 12 == 0 ? ".\n" : " ");
        var from = random.Next(2_000);
        return new(
            DocumentKind.Mail,
            number.ToString("x16", CultureInfo.InvariantCulture),
            thread.ToString("x16", CultureInfo.InvariantCulture),
            DateTimeOffset.UnixEpoch.AddDays(20_000).AddMinutes(-7 * number),
            string.Join(' ', Enumerable.Range(0, 6).Select(_ => Word(random, topic, function))),
            text.ToString(),
            [new Party($"person{from}@company{from % 90}.example", $"{_words[from]} {_words[from + 3000]}")],
            [new Party("me@home.example", "Me Myself"), new Party($"person{random.Next(2_000)}@company.example")],
            random.Next(4) == 0 ? ["INBOX", $"Label_{random.Next(20)}"] : ["INBOX"],
            random.Next(5) == 0);
    }

    /// <summary>A question as people ask: a few words of one topic, now and then with common ones, and filters in every third.</summary>
    public SearchQuestion Question(int number)
    {
        var random = new Random(HashCode.Combine(number, 99));
        var topic = _topics[random.Next(Topics)];
        var words = Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(4) == 0 ? _words[Zipf(random)] : _words[topic[random.Next(TopicWords)]]);
        var common = random.Next(3) == 0 ? Function[0].Take(3) : [];
        var question = new SearchQuestion(string.Join(' ', common.Concat(words)), 10);
        return (number % 9) switch
        {
            0 => question with { Label = $"Label_{random.Next(20)}" },
            3 => question with { From = $"person{random.Next(2_000)}" },
            6 => question with { After = DateTimeOffset.UnixEpoch.AddDays(20_000 - random.Next(20, 400)), HasAttachment = true },
            _ => question,
        };
    }

    private string Word(Random random, int[] topic, string[] function) => random.Next(10) switch
    {
        < 4 => function[random.Next(function.Length)],
        < 7 => _words[Zipf(random)],
        _ => _words[topic[random.Next(TopicWords)]],
    };

    private int Zipf(Random random)
    {
        var place = Array.BinarySearch(_cumulative, random.NextDouble() * _cumulative[^1]);
        return Math.Min(Vocabulary - 1, place < 0 ? ~place : place);
    }
}
