using System.Text;
using System.Text.RegularExpressions;
using Assistant.Tools.Compose.Replies;
using Assistant.Tools.Insight;
using Assistant.Tools.Style;
using Assistant.Tools.Templates;
using Assistant.Tools.Writing.Wishes;
using NodaTime;

namespace Assistant.Tools.Writing;

/// <param name="Subject">One line.</param>
/// <param name="Body">Markdown.</param>
/// <param name="Cited">Numbers of the sources that it used.</param>
internal sealed record WrittenMail(string Subject, string Body, IReadOnlyList<int> Cited);

/// <summary>
/// Writes a mail by rules: greeting and closing of the person's own, the sentences that the wish and the facts have, times, a template. It invents nothing and
/// translates nothing, so it is dry, and says what it left out.
/// </summary>
internal static partial class RuleComposer
{
    private const int FactsAsProse = 2;
    private const int LongestSubject = 70;

    private static readonly HashSet<string> SmallWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "ich", "wir", "leider", "bitte", "hiermit", "das", "der", "die", "den", "dem", "ein", "eine", "vielen", "danke", "folgende", "diese", "dieser", "dieses", "es", "am", "im", "in", "zum", "zur", "für", "mit", "wie", "gern",
        "je", "j", "merci", "voici", "nous", "le", "la", "les", "un", "une", "pour", "malheureusement",
    };

    /// <summary>The gaps of a template that are filled of who writes and who is written to, where no value is given.</summary>
    public static IReadOnlyList<string> OfPeople { get; } = ["recipient", "sender"];

    /// <param name="context">What it is written from.</param>
    /// <param name="template">To fill in, or null.</param>
    /// <param name="variant">From 0; others have other words.</param>
    /// <param name="notes">Is told what was left out.</param>
    public static WrittenMail Write(WritingContext context, MailTemplate? template, int variant, List<string> notes)
    {
        var book = Book(context);
        if (PhraseBook.Of(context.Language) is null)
            notes.Add($"Rules write {string.Join(", ", PhraseBook.Languages)}, not {context.Language}: this is English. A model can write it.");
        List<int> cited = [.. context.Sources.Where(source => source.Kind == "calendar" || source.Id == context.Answered?.Id).Select(source => source.Number)];
        if (template is not null)
        {
            var (subject, body) = template.Fill(Values(context, template, variant));
            return new(Subject(context, subject), Appended(context, book, body, template, notes), cited);
        }

        // Whoever wrote greeting and closing wrote the mail.
        if (IsWholeMail(context.Wish.Wish))
            return new(Subject(context, null), string.Join("\n\n", new[] { context.Wish.Wish.Trim(), Facts(context.Wish.Facts), context.Offers.Count > 0 ? Offers(context, book) : "" }.Where(text => text.Length > 0)), cited);

        var paragraphs = new List<string>();
        var wish = WishReader.Read(context.Wish.Wish, Names(context));
        var said = Said(context, wish, book, notes);
        if (context.Answered is not null && context.Wish.Length != "short" && !wish.Parts.Any(part => part.Intent == MailIntent.Thank))
            paragraphs.Add(Thanks(context, book, variant));
        if (said.Count > 0)
            paragraphs.Add(string.Join(' ', said));
        if (Facts(context.Wish.Facts) is { Length: > 0 } facts)
            paragraphs.Add(facts);
        if (context.Offers.Count > 0)
            paragraphs.Add(Offers(context, book));
        if (context.Wish.Length == "long")
            paragraphs.Add(book.Courtesy[context.IsFormal ? 0 : 1]);
        var (closing, name) = Salutation.Closing(context, book, variant);
        var greeting = Salutation.Greeting(context, book);
        var text = new StringBuilder(greeting).Append("\n\n");
        // German and French go on small after the greeting's comma.
        text.AppendJoin("\n\n", paragraphs.Select((paragraph, i) => i == 0 && context.Language != "en" && greeting.EndsWith(',') ? Small(paragraph) : Prose.Capital(paragraph)));
        // No comma after a closing in German.
        text.Append("\n\n").Append(closing).Append(context.Language == "de" ? "\n" : ",\n").Append(name);
        return new(Subject(context, null), text.ToString(), cited);
    }

    /// <summary>Whether more than greeting, thanks and closing is in what rules write.</summary>
    public static bool SaysAnything(WritingContext context, MailTemplate? template) =>
        template is not null || context.Wish.Facts.Count > 0 || context.Offers.Count > 0 || IsWholeMail(context.Wish.Wish)
            || Said(context, WishReader.Read(context.Wish.Wish, Names(context)), Book(context), []).Count > 0;

    /// <summary>What the answered mail asks and the new one does not seem to speak of.</summary>
    public static IReadOnlyList<string> Unanswered(WritingContext context, string body)
    {
        if (context.Answered is not { } answered)
            return [];
        var known = Stems(body);
        var written = Instant.FromDateTimeOffset(answered.Mail.Date).InZone(context.Now.Zone);
        return [.. RuleAnalyst.Read(answered.OwnWords, written).Found.Where(one => one.Kind is TaskKind.Question or TaskKind.Request)
            .Select(one => one.Where.Of(answered.OwnWords)).Where(quote => Stems(quote) is { Count: > 0 } asked && !asked.Overlaps(known)).Take(5)];
    }

    private static HashSet<string> Stems(string text) => [.. text.Split([' ', '\n', '\t', ',', '.', '?', '!', ':', ';', '(', ')', '"', '-', '*'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Length > 4).Select(word => word[..5].ToLowerInvariant())];

    private static PhraseBook Book(WritingContext context) => PhraseBook.Of(context.Language) ?? PhraseBook.Of("en")!;

    private static string Thanks(WritingContext context, PhraseBook book, int variant)
    {
        var wordings = book.Thanks[context.IsFormal ? 0 : 1];
        return wordings[variant % wordings.Length];
    }

    private static List<string> Said(WritingContext context, ReadWish wish, PhraseBook book, List<string> notes)
    {
        var said = new WishWriter(book, context.Language, context.IsFormal, notes).Write(wish, context.Wish.Wish);
        if (wish.WantsTimes && context.Offers.Count == 0)
            notes.Add("No times are offered: they come from the calendar with 'offer'.");
        return said;
    }

    private static bool IsWholeMail(string wish) => SalutationWords.Greeting(wish, null) is not null && SalutationWords.Closing(wish).Closing is not null;

    private static string Facts(IReadOnlyList<string> facts)
    {
        var sentences = facts.Select(fact => Prose.End(Prose.Capital(fact.Trim()))).Where(fact => fact.Length > 1).ToList();
        return sentences.Count <= FactsAsProse ? string.Join(' ', sentences) : string.Join('\n', sentences.Select(fact => $"- {fact}"));
    }

    private static string Offers(WritingContext context, PhraseBook book) =>
        $"{book.Offer[context.IsFormal ? 0 : 1]}\n\n{string.Join('\n', context.Offers.Select(offer => $"- {book.Show(offer)}"))}";

    /// <summary>What the wish says, facts and times that the template has no place for.</summary>
    private static string Appended(WritingContext context, PhraseBook book, string body, MailTemplate template, List<string> notes)
    {
        List<string> more = [string.Join(' ', Said(context, WishReader.Read(context.Wish.Wish, Names(context)), book, notes)), Facts(context.Wish.Facts), context.Offers.Count > 0 && !template.Placeholders().Contains("times") ? Offers(context, book) : ""];
        more.RemoveAll(text => text.Length == 0);
        if (more.Count == 0)
            return body;
        // Before the closing, which is the last paragraph of a template.
        var paragraphs = body.Split("\n\n").ToList();
        paragraphs.InsertRange(Math.Max(1, paragraphs.Count - 1), more);
        return string.Join("\n\n", paragraphs);
    }

    /// <summary>What is given, and what is known without being given.</summary>
    public static IReadOnlyDictionary<string, string> Values(WritingContext context, MailTemplate template, int variant)
    {
        var book = Book(context);
        var values = new Dictionary<string, string>(context.Wish.Values ?? new Dictionary<string, string>(), StringComparer.Ordinal);
        var names = template.Placeholders();
        var person = Addressee.Of(context.To[0]);
        // In the languages with a polite form the templates use it.
        Known("recipient", person switch
        {
            { First.Length: > 0 } => context.IsFormal || template.Language is "de" or "fr" ? person.Full : person.First,
            { Last.Length: > 0, IsFeminine: { } feminine } => $"{book.Titles[feminine ? 0 : 1]} {person.Last}",
            _ => null,
        });
        Known("sender", Salutation.Closing(context, book, variant).Name);
        Known("times", context.Offers.Count > 0 ? string.Join('\n', context.Offers.Select(offer => $"- {book.Show(offer)}")) : null);
        Known("topic", context.Answered?.Mail.Subject);
        return values;

        void Known(string name, string? value)
        {
            if (value is not null && names.Contains(name))
                values.TryAdd(name, value);
        }
    }

    /// <summary>The thread's, the template's, or what the mail says first.</summary>
    public static string Subject(WritingContext context, string? template)
    {
        if (context.Answered is { } answered)
            return SubjectLine.Reply(answered.Mail.Subject);
        if (template is not null)
            return template;
        var book = Book(context);
        var read = WishReader.Read(context.Wish.Wish, Names(context));
        var words = read.Subject ?? read.Parts.Select(part => Topic(part, context, book)).FirstOrDefault(text => text.Length > 0)
            ?? context.Wish.Facts.FirstOrDefault(fact => fact.Length > 0)
            ?? book.Topics[MailIntent.Say];
        words = Prose.Capital(words.ReplaceLineEndings(" ").Trim().TrimEnd('.', '!'));
        if (words.Length <= LongestSubject)
            return words;
        var cut = words.LastIndexOf(' ', LongestSubject);
        return words[..(cut > 20 ? cut : LongestSubject)] + "…";
    }

    /// <summary>"Confirmation: Friday at 10"; of what is only said, the words themselves, where they are to the reader.</summary>
    private static string Topic(WishPart part, WritingContext context, PhraseBook book)
    {
        var isOwn = (part.Language ?? MailLanguage.CodeOf(part.Words) ?? context.Language) == context.Language;
        if (part.Intent == MailIntent.Say)
            return isOwn && !part.Words.StartsWith("dass ", StringComparison.Ordinal) ? ToReader(part.Words) : "";
        var about = isOwn && part.Intent is MailIntent.Confirm or MailIntent.Thank or MailIntent.Decline or MailIntent.WouldLike ? ToReader(Article().Replace(part.About, "")) : "";
        // A language in which wishes are not read has no word for some.
        var topic = book.Topics.GetValueOrDefault(part.Intent, "");
        return about.Length == 0 || topic.Length == 0 ? topic : part.Intent == MailIntent.WouldLike ? about : $"{topic}: {about}";

        string ToReader(string words) => Readdress.Of(words, context.Language, context.IsFormal, part.Whom) is var turned && Readdress.SomebodyElse(turned, context.Language, part.Whom) is null ? turned : "";
    }

    private static IEnumerable<string> Names(WritingContext context) => context.To.Select(Addressee.Of).SelectMany(one => new[] { one.First, one.Last });

    /// <summary>Where the first word is one that has no capital of its own; a noun or a name keeps it.</summary>
    private static string Small(string text)
    {
        var end = text.IndexOfAny([' ', '\'', ',']);
        return end > 0 && SmallWords.Contains(text[..end]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;
    }

    [GeneratedRegex(@"^(?:a|an|the|our|my|his|her|their|your|de[rmns]|die|das|eine?[rmn]?|meine?[rmn]?|unsere?[rmn]?|seine?[rmn]?|ihre?[rmn]?)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Article();
}
