using System.Text.RegularExpressions;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Compose.Replies;

namespace Assistant.Tools.Style;

/// <param name="To">Whom it went to; the first one is greeted.</param>
/// <param name="Text">What the person wrote, without quoted mail.</param>
internal sealed record SentMail(IReadOnlyList<MailAddress> To, string Text);

/// <summary>Learns habits from sent mail by counting. It keeps patterns and phrases that went to several people, never what was said to one.</summary>
internal static partial class StyleLearner
{
    private const int MostPhrases = 6;
    private const int PeopleOfPhrase = 3;
    private const int ShortestPhrase = 3;
    private const int LongestPhrase = 6;

    /// <summary>A habit is what is done in so much of the mails where it can be seen.</summary>
    private const double Habit = 0.34;

    private static readonly HashSet<string> FreeMail = new(StringComparer.OrdinalIgnoreCase)
    {
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "yahoo.com", "yahoo.de", "icloud.com", "me.com", "gmx.de", "gmx.net", "gmx.at", "gmx.ch", "web.de", "t-online.de", "posteo.de",
        "proton.me", "protonmail.com", "aol.com", "freenet.de", "mail.com", "orange.fr", "free.fr", "laposte.net", "libero.it", "mailbox.org",
    };

    /// <param name="to">The recipients.</param>
    /// <param name="own">The person's address, or its domain.</param>
    public static string KindOf(IReadOnlyList<MailAddress> to, string own) => to switch
    {
        [var one] when FreeMail.Contains(one.Domain) => "private",
        [var one] when one.Domain.Equals(own[(own.LastIndexOf('@') + 1)..], StringComparison.OrdinalIgnoreCase) => "colleague",
        [_] or [] => "external",
        _ => "group",
    };

    /// <summary>One entry for each language and kind that mails were written in.</summary>
    public static IReadOnlyList<StyleEntry> Learn(IReadOnlyList<SentMail> mails, string own)
    {
        var seen = mails.Select(mail => new Seen(mail, LanguageOf(mail.Text), KindOf(mail.To, own))).Where(one => one.Language is not null).ToList();
        return
        [
            .. seen.GroupBy(one => (Language: one.Language!, one.Kind))
                .Select(group => Entry(group.Key.Language, group.Key.Kind, [.. group], own))
                .OrderByDescending(entry => entry.Mails).ThenBy(entry => entry.Language, StringComparer.Ordinal).ThenBy(entry => entry.Kind, StringComparer.Ordinal),
        ];
    }

    private sealed record Seen(SentMail Mail, string? Language, string Kind);

    private static string? LanguageOf(string text) => MailLanguage.CodeOf(SalutationWords.BeforeSignature(text));

    private static StyleEntry Entry(string language, string kind, IReadOnlyList<Seen> mails, string own)
    {
        var texts = mails.Select(one => SalutationWords.BeforeSignature(one.Mail.Text)).ToList();
        var greeting = Commonest(
            mails.Select(one => SalutationWords.Greeting(one.Mail.Text, one.Mail.To is [var first, ..] ? first : null) is { } words && (SalutationWords.IsPlainGreeting(words) || IsToSeveral(words, mails, Greeted)) ? words : null), mails.Count);
        var endings = mails.Select(one => SalutationWords.Closing(one.Mail.Text)).ToList();
        var closing = Commonest(endings.Select(ending => ending.Closing), mails.Count);
        var address = Commonest(texts.Select(text => SalutationWords.Address(text, language)), 1);
        var sentences = texts.SelectMany(Sentences).Select(sentence => Words().Count(sentence)).Where(words => words > 0).ToList();
        return new(
            language,
            kind,
            mails.Count,
            greeting,
            closing,
            Commonest(endings.Select(ending => ending.Name is { } name && (IsOwnName(name, own) || IsToSeveral(name, mails, Signed)) ? name : null), mails.Count),
            Formality(address, greeting, closing),
            address,
            sentences.Count > 0 ? Math.Round(sentences.Average(), 1) : null,
            Math.Round(texts.Average(text => Emoji().Count(text)), 2),
            Phrases(mails),
            Commonest(mails.Select(one => SalutationWords.Signature(one.Mail.Text) is { } signature && IsToSeveral(signature, mails, SignatureOf) ? signature : null), mails.Count));
    }

    private static string? Greeted(Seen one) => SalutationWords.Greeting(one.Mail.Text, one.Mail.To is [var first, ..] ? first : null);

    private static string? Signed(Seen one) => SalutationWords.Closing(one.Mail.Text).Name;

    private static string? SignatureOf(Seen one) => SalutationWords.Signature(one.Mail.Text);

    /// <summary>What went to several people is a habit; what went to one is between the two.</summary>
    private static bool IsToSeveral(string words, IReadOnlyList<Seen> mails, Func<Seen, string?> read) =>
        mails.Where(one => one.Mail.To.Count > 0 && string.Equals(read(one), words, StringComparison.OrdinalIgnoreCase)).Select(one => one.Mail.To[0].Key).Distinct(StringComparer.Ordinal).Take(PeopleOfPhrase).Count() == PeopleOfPhrase;

    /// <summary>"Ada" of ada@work.example, and her initials.</summary>
    private static bool IsOwnName(string name, string own) =>
        name.Length <= 3 || name.Split(' ', '-').All(part => part.Length > 1 && own.Split('@')[0].Contains(part, StringComparison.OrdinalIgnoreCase));

    private static string Formality(string? address, string? greeting, string? closing) => address switch
    {
        "Sie" or "vous" or "usted" => "formal",
        "du" or "tu" or "tú" => "informal",
        _ => (SalutationWords.IsFormal(greeting), SalutationWords.IsFormal(closing)) switch
        {
            (true, not false) or (null, true) => "formal",
            (false, not true) or (null, false) => "informal",
            _ => "neutral",
        },
    };

    private static string? Commonest(IEnumerable<string?> values, int of)
    {
        var groups = values.Where(value => value is not null).GroupBy(value => value!, StringComparer.OrdinalIgnoreCase).OrderByDescending(group => group.Count()).ToList();
        return groups is [var first, ..] && first.Count() >= of * Habit ? first.GroupBy(value => value).MaxBy(form => form.Count())!.Key : null;
    }

    private static IEnumerable<string> Sentences(string text) => SentenceEnd().Split(Body(text)).Where(sentence => sentence.Trim().Length > 0);

    /// <summary>Without greeting and closing lines.</summary>
    private static string Body(string text)
    {
        var lines = text.Split('\n').Where(line => SalutationWords.Greeting(line, null) is null).ToList();
        var closing = lines.FindLastIndex(line => SalutationWords.Closing(line).Closing is not null);
        return string.Join('\n', closing > 0 ? lines.Take(closing) : lines);
    }

    /// <summary>Runs of words that went to at least three people, longest first, none inside another. Nothing with a digit, an address or a capital inside.</summary>
    private static List<string> Phrases(IReadOnlyList<Seen> mails)
    {
        var people = new Dictionary<string, HashSet<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var one in mails.Where(one => one.Mail.To.Count > 0))
        {
            foreach (var sentence in Sentences(SalutationWords.BeforeSignature(one.Mail.Text)))
            {
                var words = sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(',', ';', ':', '"', '\'', '(', ')', '*', '_')).ToList();
                for (var length = ShortestPhrase; length <= LongestPhrase; length++)
                {
                    for (var i = 0; i + length <= words.Count; i++)
                    {
                        var run = words.GetRange(i, length);
                        if (!run.Select((word, at) => IsPlain(word, at == 0 && i == 0)).All(plain => plain))
                            continue;
                        var phrase = string.Join(' ', run);
                        if (!people.TryGetValue(phrase, out var to))
                            people[phrase] = to = new(StringComparer.Ordinal);
                        to.Add(one.Mail.To[0].Key);
                    }
                }
            }
        }

        var chosen = new List<string>();
        foreach (var (phrase, _) in people.Where(pair => pair.Value.Count >= PeopleOfPhrase)
            .OrderByDescending(pair => pair.Key.Split(' ').Length * Math.Min(pair.Value.Count, 10)).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (chosen.Count < MostPhrases && !chosen.Exists(one => Overlap(one, phrase)))
                chosen.Add(phrase);
        }

        return chosen;
    }

    private static bool Overlap(string one, string other)
    {
        var words = other.Split(' ');
        return one.Split(' ').Count(word => words.Contains(word, StringComparer.OrdinalIgnoreCase)) >= Math.Min(one.Split(' ').Length, words.Length) - 1;
    }

    /// <summary>A capital inside a sentence may be a name, in German also any noun: both say what the mail is about, not how it is written.</summary>
    private static bool IsPlain(string word, bool isFirst) => word.Length > 0 && word.All(letter => char.IsLetter(letter) || letter is '\'' or '’') && (isFirst || !char.IsUpper(word[0]) || word is "I" or "I'm" or "I'll" or "Sie" or "Ihnen" or "Ihre");

    [GeneratedRegex(@"(?<=[.!?])\s+|\n\s{0,20}\n|\n(?=\p{Lu})")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\p{L}[\p{L}'’-]*")]
    private static partial Regex Words();

    [GeneratedRegex(@"[\u2600-\u27BF]|\uD83C[\uDF00-\uDFFF]|\uD83D[\uDC00-\uDEFF]|\uD83E[\uDD00-\uDDFF]|[:;]-?[)D(P](?!\w)")]
    private static partial Regex Emoji();
}
