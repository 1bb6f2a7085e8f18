using Lucene.Net.Analysis.Util;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;
using Lucene.Net.Util;

namespace Assistant.Retrieval.Analysis;

/// <summary>The languages whose words are reduced to their stems; text in any other is indexed as it is written. The numbers are stored.</summary>
public enum Language
{
    /// <summary>Not one of these, or too short to tell.</summary>
    Unknown,
    English,
    German,
    French,
    Spanish,
    Italian,
    Portuguese,
    Dutch,
    Swedish,
    Danish,
    Norwegian,
    Finnish,
    Hungarian,
    Romanian,
    Russian,
    Turkish,
}

/// <summary>The function words (Snowball's lists, as Lucene ships them) and the Snowball stemmer (https://snowballstem.org) of each language.</summary>
internal static class Languages
{
    private const string English = "Lucene.Net.Analysis.Common.Analysis.Snowball.english_stop.txt";

    private static readonly Dictionary<Language, Lazy<HashSet<string>>> FunctionWords = new()
    {
        [Language.English] = Words(() =>
        {
            using var file = typeof(SnowballProgram).Assembly.GetManifestResourceStream(English)!;
            using var reader = new StreamReader(file);
            return WordlistLoader.GetSnowballWordSet(reader, LuceneVersion.LUCENE_48);
        }),
        [Language.German] = Words(() => Lucene.Net.Analysis.De.GermanAnalyzer.DefaultStopSet),
        [Language.French] = Words(() => Lucene.Net.Analysis.Fr.FrenchAnalyzer.DefaultStopSet),
        [Language.Spanish] = Words(() => Lucene.Net.Analysis.Es.SpanishAnalyzer.DefaultStopSet),
        [Language.Italian] = Words(() => Lucene.Net.Analysis.It.ItalianAnalyzer.DefaultStopSet),
        [Language.Portuguese] = Words(() => Lucene.Net.Analysis.Pt.PortugueseAnalyzer.DefaultStopSet),
        [Language.Dutch] = Words(() => Lucene.Net.Analysis.Nl.DutchAnalyzer.DefaultStopSet),
        [Language.Swedish] = Words(() => Lucene.Net.Analysis.Sv.SwedishAnalyzer.DefaultStopSet),
        [Language.Danish] = Words(() => Lucene.Net.Analysis.Da.DanishAnalyzer.DefaultStopSet),
        [Language.Norwegian] = Words(() => Lucene.Net.Analysis.No.NorwegianAnalyzer.DefaultStopSet),
        [Language.Finnish] = Words(() => Lucene.Net.Analysis.Fi.FinnishAnalyzer.DefaultStopSet),
        [Language.Hungarian] = Words(() => Lucene.Net.Analysis.Hu.HungarianAnalyzer.DefaultStopSet),
        [Language.Romanian] = Words(() => Lucene.Net.Analysis.Ro.RomanianAnalyzer.DefaultStopSet),
        [Language.Russian] = Words(() => Lucene.Net.Analysis.Ru.RussianAnalyzer.DefaultStopSet),
        [Language.Turkish] = Words(() => Lucene.Net.Analysis.Tr.TurkishAnalyzer.DefaultStopSet),
    };

    private static readonly Lazy<Dictionary<string, Language[]>> ByWord = new(() => FunctionWords
        .SelectMany(language => language.Value.Value.Select(word => (word, language.Key)))
        .GroupBy(pair => pair.word, pair => pair.Key, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal));

    /// <summary>The languages in which the word only holds a sentence together; empty for a word that says something in all of them.</summary>
    public static IReadOnlyList<Language> WhereItIsAFunctionWord(string word) => ByWord.Value.GetValueOrDefault(word) ?? [];

    public static bool IsFunctionWord(string word, Language language) =>
        language != Language.Unknown && FunctionWords[language].Value.Contains(word);

    public static SnowballProgram? Stemmer(Language language) => language switch
    {
        Language.English => new EnglishStemmer(),
        Language.German => new GermanStemmer(),
        Language.French => new FrenchStemmer(),
        Language.Spanish => new SpanishStemmer(),
        Language.Italian => new ItalianStemmer(),
        Language.Portuguese => new PortugueseStemmer(),
        Language.Dutch => new DutchStemmer(),
        Language.Swedish => new SwedishStemmer(),
        Language.Danish => new DanishStemmer(),
        Language.Norwegian => new NorwegianStemmer(),
        Language.Finnish => new FinnishStemmer(),
        Language.Hungarian => new HungarianStemmer(),
        Language.Romanian => new RomanianStemmer(),
        Language.Russian => new RussianStemmer(),
        Language.Turkish => new TurkishStemmer(),
        _ => null,
    };

    private static Lazy<HashSet<string>> Words(Func<IEnumerable<string>> load) => new(() => new HashSet<string>(load(), StringComparer.Ordinal));
}
