using System.Collections.Concurrent;
using Lucene.Net.Tartarus.Snowball;

namespace Assistant.Retrieval.Analysis;

/// <summary>Turns text into the terms that are indexed and searched: words in lower case, reduced to their stem in the language of the text, without accents.</summary>
internal sealed class TextAnalyzer
{
    private const int MostGuessed = 600;
    private const int MostRemembered = 100_000;

    // Snowball's programs keep state: one per thread that is at work.
    private readonly ConcurrentDictionary<Language, ConcurrentBag<SnowballProgram>> _stemmers = [];
    private readonly ConcurrentDictionary<(Language Language, string Word), string> _stems = [];

    /// <summary>The language whose function words are most of those in the text; <see cref="Language.Unknown"/> where none stands out.</summary>
    public static Language Guess(IReadOnlyList<Token> tokens)
    {
        Span<double> votes = stackalloc double[Enum.GetValues<Language>().Length];
        for (var i = 0; i < tokens.Count && i < MostGuessed; i++)
        {
            var languages = Languages.WhereItIsAFunctionWord(tokens[i].Word);
            foreach (var language in languages)
                votes[(int)language] += 1.0 / languages.Count;
        }

        var best = Language.Unknown;
        foreach (var language in Enum.GetValues<Language>())
        {
            if (votes[(int)language] > votes[(int)best])
                best = language;
        }

        if (best == Language.Unknown || votes[(int)best] < 0.5)
            return Language.Unknown;
        foreach (var language in Enum.GetValues<Language>())
        {
            if (language != best && votes[(int)language] > votes[(int)best] * 0.8)
                return Language.Unknown;
        }

        return best;
    }

    /// <summary>The term of a word in a language.</summary>
    public string Term(string word, Language language)
    {
        if (language == Language.Unknown || char.IsAsciiDigit(word[0]))
            return Tokenizer.Fold(word);
        if (_stems.TryGetValue((language, word), out var known))
            return known;
        var stem = Tokenizer.Fold(Stem(language is Language.French or Language.Italian ? Elided(word) : word, language));
        if (stem.Length == 0)
            stem = Tokenizer.Fold(word);
        if (_stems.Count > MostRemembered)
            _stems.Clear();
        _stems[(language, word)] = stem;
        return stem;
    }

    /// <summary>How often each term of a text occurs in it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Of the text; null guesses.</param>
    public (Dictionary<string, int> Counts, int Length, Language Language) Count(string text, Language? language = null)
    {
        var tokens = Tokenizer.Tokens(text);
        var spoken = language ?? Guess(tokens);
        var counts = new Dictionary<string, int>(tokens.Count, StringComparer.Ordinal);
        foreach (var token in tokens)
        {
            if (token.Word.Length == 0)
                continue;
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, Term(token.Word, spoken), out _)++;
        }

        return (counts, tokens.Count, spoken);
    }

    /// <summary>French and Italian write an article before a vowel into the word: l'affaire, dell'anno.</summary>
    private static string Elided(string word) =>
        word.IndexOf('\'') is var at and > 0 and <= 5 && at < word.Length - 2 ? word[(at + 1)..] : word;

    private string Stem(string word, Language language)
    {
        var idle = _stemmers.GetOrAdd(language, _ => []);
        if (!idle.TryTake(out var stemmer))
            stemmer = Languages.Stemmer(language)!;
        stemmer.SetCurrent(word);
        stemmer.Stem();
        var stem = stemmer.Current;
        idle.Add(stemmer);
        return stem;
    }
}
