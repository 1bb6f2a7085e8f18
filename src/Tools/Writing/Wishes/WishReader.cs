using System.Text;
using System.Text.RegularExpressions;
using Assistant.Tools.Insight;

namespace Assistant.Tools.Writing.Wishes;

/// <summary>
/// Reads a wish such as "accept, and tell her that I bring the slides" clause by clause, in English or German. An order that is not understood is left out: to
/// whoever gets the mail it would read as one to them.
/// </summary>
internal static partial class WishReader
{
    private const int LongestOrder = 400;

    /// <summary>Of a sentence, separators among them; what comes after that is not cut.</summary>
    private const int MostPieces = 60;

    /// <param name="wish">In the caller's words.</param>
    /// <param name="names">Of recipients, whose capitals people leave out.</param>
    public static ReadWish Read(string wish, IEnumerable<string> names)
    {
        var (parts, leftOut, wantsTimes, whom) = (new List<WishPart>(), new List<string>(), false, Whom.Unknown);
        var wasConditional = false;
        var subject = Headed().Match(wish);
        var text = Named(Spaces().Replace(Headed().Replace(wish, "").ReplaceLineEndings("\n"), " "), names);
        foreach (var sentence in Sentences.Of(text))
        {
            var clauses = Clauses(sentence.Of(text)).ToList();
            // "If he has not booked, tell him to wait": what the order hangs on cannot be carried over, nor can what is said for the other case.
            var isOtherCase = wasConditional && Otherwise().IsMatch(sentence.Of(text));
            wasConditional = !isOtherCase && clauses.Count > 1 && IsCondition(clauses[0]) && clauses.Skip(1).Any(clause => Order(clause) is not null || IsOrder(clause));
            if (isOtherCase || wasConditional)
            {
                leftOut.Add(sentence.Of(text));
                continue;
            }

            foreach (var clause in clauses)
            {
                if (EnglishOrders.WantsTimes(clause) || GermanOrders.WantsTimes(clause))
                    wantsTimes = true;
                else if (Order(clause) is { } part)
                    parts.Add(part.Whom == Whom.Unknown ? part with { Whom = IsToTheReader(part.Intent) ? Whom.Anybody : whom } : part);
                else if (clause.Length <= LongestOrder && Silence().Match(clause) is { Success: true } silence)
                    KeepQuiet(silence.Groups["it"].Success);
                else if (IsOrder(clause) && !IsAboutTheMail(clause))
                    leftOut.Add(clause);
                else if (!IsAboutTheMail(clause))
                    parts.Add(new(MailIntent.Say, clause) { Whom = whom });
                whom = Addressee().Match(clause) is { Success: true } match ? EnglishOrders.WhomOf(match) : whom;
            }
        }

        return new(parts, leftOut, wantsTimes, subject.Success ? subject.Groups["subject"].Value.Trim() : null);

        // "… but don't mention it": what was just said.
        void KeepQuiet(bool aboutTheLast)
        {
            if (!aboutTheLast || parts is not [.., { Intent: MailIntent.Say } last])
                return;
            parts.Remove(last);
            leftOut.Add(last.Words);
        }
    }

    private static bool IsToTheReader(MailIntent intent) => intent is MailIntent.Ask or MailIntent.Request or MailIntent.Instruct or MailIntent.Can or MailIntent.Apologise or MailIntent.Congratulate
        or MailIntent.Accept or MailIntent.Decline or MailIntent.Confirm;

    /// <summary>A new clause begins where a comma, "and" or the like is followed by an order, or follows one that has all it needs; all else belongs to what was said before.</summary>
    private static IEnumerable<string> Clauses(string sentence)
    {
        var pieces = Cut().Split(sentence);
        var clause = new StringBuilder(pieces[0]);
        for (var i = 2; i < pieces.Length; i += 2)
        {
            var (separator, piece) = (pieces[i - 1], pieces[i]);
            if (i > MostPieces || (Dependent().IsMatch(piece) && !Breaks(clause.ToString(), separator, piece)) || GoesOn(clause.ToString(), separator, piece))
            {
                clause.Append(separator).Append(piece);
                continue;
            }

            // "frag, ob …" is an order only with what comes next.
            var more = i + 2 < pieces.Length ? string.Concat(pieces.AsSpan(i, 3)) : piece;
            var isDash = separator.AsSpan().ContainsAny(";–-");
            var isHard = isDash || separator.Contains(',', StringComparison.Ordinal);
            if (isDash || Order(piece) is not null || Order(more) is not null || (piece.Length <= LongestOrder && Silence().IsMatch(piece)) || IsAboutTheMail(piece) || (isHard && IsOrder(piece)) || IsWhole(clause.ToString(), separator, piece, isHard))
            {
                yield return Trimmed(clause);
                clause.Clear().Append(piece);
            }
            else
            {
                clause.Append(separator).Append(piece);
            }
        }

        if (Trimmed(clause) is { Length: > 0 } last)
            yield return last;
    }

    /// <summary>"Ask him to check the draft and return it": what the reader is asked goes on with a verb that says nothing to anybody.</summary>
    private static bool GoesOn(string clause, string separator, string piece) =>
        !separator.Contains(',', StringComparison.Ordinal) && EnglishOrders.BeginsWithVerb(piece) && !Telling().IsMatch(piece) && Order(clause) is { Language: "en", Intent: MailIntent.Request or MailIntent.Instruct };

    /// <summary>"Lehne das Angebot ab, zu teuer": an order that would not be understood with it.</summary>
    private static bool Breaks(string clause, string separator, string piece) => Order(clause) is not null && Order(clause + separator + piece) is null;

    /// <summary>Whether an order takes nothing more: it needs no words, would not be understood with them, or has its verb at the end.</summary>
    private static bool IsWhole(string clause, string separator, string piece, bool isHard) =>
        !YesOrNo().IsMatch(clause) && Order(clause) is { } order
            && (order.Words.Length == 0 || Breaks(clause, separator, piece) || (isHard && order is { Language: "de", Intent: MailIntent.WouldLike or MailIntent.Accept or MailIntent.Decline }));

    private static string Trimmed(StringBuilder clause) => clause.ToString().Trim(' ', '.', ',', ':', ';', '-', '–');

    /// <summary>Null also for a clause that is too long to be one: nothing here shall take long.</summary>
    private static WishPart? Order(string clause) =>
        clause.Length > LongestOrder ? null : EnglishOrders.Read(clause.TrimEnd('.', '!', '?', ' ')) ?? GermanOrders.Read(clause.TrimEnd('.', '!', '?', ' '));

    private static bool IsOrder(string clause) => clause.Length <= LongestOrder && (Compose.Replies.MailLanguage.CodeOf(clause) switch
    {
        "de" => GermanOrders.IsOrder(clause),
        "en" => EnglishOrders.IsOrder(clause),
        // "send" and "test" are verbs of both.
        _ => EnglishOrders.IsOrder(clause) || (!EnglishOrders.BeginsWithVerb(clause) && GermanOrders.IsOrder(clause)),
    });

    private static bool IsAboutTheMail(string clause) => EnglishOrders.IsAboutTheMail(clause.TrimEnd('.', '!', ' ')) || GermanOrders.IsAboutTheMail(clause.TrimEnd('.', '!', ' '));

    private static bool IsCondition(string clause) => EnglishOrders.IsCondition(clause) || GermanOrders.IsCondition(clause);

    /// <summary>With capitals where people leave them out: recipients' names, and given names behind "ask", "tell" and the like.</summary>
    private static string Named(string wish, IEnumerable<string> names)
    {
        var known = names.Where(name => name.Length > 1).ToList();
        var text = Offered().Replace(wish, match => known.Exists(name => name.Equals(match.Groups["name"].Value, StringComparison.OrdinalIgnoreCase)) ? match.Groups["verb"].Value : match.Value);
        return BehindVerb().Replace(text, match =>
            known.Find(name => name.Equals(match.Value, StringComparison.OrdinalIgnoreCase)) ?? (GivenNames.IsFeminine(match.Value) is null ? match.Value : Prose.Capital(match.Value)));
    }

    [GeneratedRegex(@"(\s*[,;]\s+(?:(?:and|und|but|aber|also)\s+)?|\s+[–-]\s+|(?<!\b(?:das|dies|es|that|this|it))\s+(?:and|und|but|aber)\s+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Cut();

    /// <summary>Alone an order; with more an answer: "yes, both please".</summary>
    [GeneratedRegex(@"^\s*(?:yes|no|ja|nein)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex YesOrNo();

    [GeneratedRegex(@"^(?:otherwise|else|if not|sonst|andernfalls|wenn nicht|falls nicht)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Otherwise();

    /// <summary>A subject that the wish gives.</summary>
    [GeneratedRegex(@"^\s*(?:subject|betreff)\s*:\s*(?<subject>[^\n.!?]{1,100})[\n.!?]+\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Headed();

    [GeneratedRegex(@"[ \t\u00A0]+")]
    private static partial Regex Spaces();

    /// <summary>Orders to whoever writes, wherever they stand.</summary>
    [GeneratedRegex(@"^(?:please |also |then )*(?:ask|tell|thank|say|remind|inform|let (?:him|her|them)|apologi[sz]e|congratulate|invite|promise|mention)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Telling();

    /// <summary>What cannot stand by itself.</summary>
    [GeneratedRegex(@"^(?:because|since|if|unless|whether|that|only|provided|before|after|until|when|while|where|who|which|what|how|why|weil|da|denn|falls|wenn|ob|dass|nur|sofern|vorausgesetzt|bevor|nachdem|während|damit|sodass|bis|wann|wo|wer|wie|was|warum|on|for|to|für|zu|zum|zur|bei|beim)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dependent();

    [GeneratedRegex(@"(?<=\b(?:tell|ask|thank|remind|inform|let|invite|congratulate|notify|frage?|sage?|bitte|erinnere?|danke?|gratuliere?|schreibe?|lade?|bei)\s)\p{Ll}\p{L}+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BehindVerb();

    /// <summary>Done by not saying it.</summary>
    [GeneratedRegex(
        @"^(?:(?:but|please|just)\s+)*(?:(?:don'?t|do not|never) (?:mention|say|write|reveal)\b|no mention of|say nothing|nothing about)(?:\s+(?<it>it|that|this)\W*$)?"
        + @"|^(?!.*\b(?:ich|wir|man|er|sie|kann|können)\b)(?:(?<it>das|dies|es|davon)\s+)?(?:(?:aber|bitte)\s+)*(?:.*\s)?(?:nicht|nichts)\b.*\b(?:erwähnen|schreiben|sagen|verraten)$|^erwähne?\b(?:\s+(?<it>das|es|dies)\b)?.*\bnicht$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Silence();

    /// <summary>What follows such a verb is what is offered, unless it is the reader.</summary>
    [GeneratedRegex(@"(?<verb>\b(?:offer|promise|biete?|schlage?|versprich|nenne)\s+)(?:(?:frau|herrn?|mr|mrs|ms|dr|prof)\.?\s+)*(?<name>\p{L}+)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Offered();

    /// <summary>Whom the wish speaks of from here on.</summary>
    [GeneratedRegex(@"\b(?:tell|ask|thank|remind|inform|let|invite|congratulate|notify|write to|frage?|sage?|bitte|erinnere?|danke?|gratuliere?|schreibe?|lade?|bei)\s(?:(?<he>him|ihm|ihn)|(?<she>her|ihr|sie)|(?<they>them|ihnen)|(?<name>(?-i:\p{Lu})\p{L}+))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addressee();
}
