using System.Text.RegularExpressions;

namespace Assistant.Tools.Compose.Replies;

/// <summary>The words around a quoted mail in one language.</summary>
/// <param name="Wrote">{0} is the date, {1} the writer.</param>
/// <param name="Forwarded">Heading of a forwarded mail.</param>
/// <param name="Fields">From, date, subject, to, cc.</param>
/// <param name="Culture">How dates are written.</param>
internal sealed record QuoteLanguage(string Wrote, string Forwarded, string[] Fields, string Culture);

/// <summary>Tells the language of a mail by its commonest words, well enough to quote in it.</summary>
internal static partial class MailLanguage
{
    private const int FewestHits = 2;
    private const int MostWordsForOne = 12;

    private static readonly (string Code, string[] Words, QuoteLanguage Quote)[] Languages =
    [
        ("en",
            [
                "the", "and", "you", "for", "that", "with", "this", "have", "are", "your", "we", "is", "of", "it", "but", "not", "please", "thanks", "thank", "would", "could", "can", "from", "they", "our", "how", "what", "when", "where", "which",
                "there", "about", "hello", "dear", "regards", "hi", "he", "she", "her", "his", "my", "been", "tomorrow", "today", "yes",
            ],

            new("On {0}, {1} wrote:", "---------- Forwarded message ---------", ["From", "Date", "Subject", "To", "Cc"], "en-GB")),
        ("de",
            [
                "und", "der", "die", "das", "ist", "nicht", "ich", "wir", "sie", "mit", "für", "auf", "bitte", "den", "dem", "ein", "eine", "einen", "im", "vom", "von", "zum", "zur", "oder", "aber", "wenn", "dass", "ob", "kann", "können",
                "haben", "habe", "noch", "schon", "auch", "nur", "gern", "gerne", "heute", "morgen", "bis", "mir", "dir", "mich", "dich", "uns", "euch", "du", "hallo", "liebe", "lieber", "grüße", "gruß", "danke", "dank", "viele", "vielen",
                "guten", "ja", "nein", "wie", "wann", "wird", "bei", "nach", "kein", "keine", "dein", "deine", "mal", "doch", "bin", "bist", "sind", "hab", "hat", "komme", "kommt", "später", "absage", "zusage", "wegen", "über", "gibt", "krank", "zurück", "frau", "herr", "herrn", "soll", "sollen",
            ],

            new("Am {0} schrieb {1}:", "---------- Weitergeleitete Nachricht ---------", ["Von", "Datum", "Betreff", "An", "Cc"], "de-DE")),
        ("fr", ["le", "les", "des", "est", "pour", "vous", "nous", "dans", "avec", "pas", "une", "je", "merci"],
            new("Le {0}, {1} a écrit :", "---------- Message transféré ---------", ["De", "Date", "Objet", "À", "Cc"], "fr-FR")),
        ("es", ["el", "los", "las", "que", "para", "con", "por", "una", "del", "gracias", "usted", "está", "pero"],
            new("El {0}, {1} escribió:", "---------- Mensaje reenviado ---------", ["De", "Fecha", "Asunto", "Para", "Cc"], "es-ES")),
        ("it", ["il", "che", "di", "per", "non", "sono", "una", "con", "della", "grazie", "gli", "questo", "anche"],
            new("Il giorno {0} {1} ha scritto:", "---------- Messaggio inoltrato ---------", ["Da", "Data", "Oggetto", "A", "Cc"], "it-IT")),
        ("pt", ["os", "não", "para", "com", "uma", "você", "obrigado", "obrigada", "está", "mais", "são", "isso", "em"],
            new("Em {0}, {1} escreveu:", "---------- Mensagem encaminhada ---------", ["De", "Data", "Assunto", "Para", "Cc"], "pt-PT")),
        ("nl", ["het", "een", "van", "niet", "met", "voor", "ik", "je", "wij", "dat", "zijn", "maar", "bedankt"],
            new("Op {0} schreef {1}:", "---------- Doorgestuurd bericht ---------", ["Van", "Datum", "Onderwerp", "Aan", "Cc"], "nl-NL")),
        ("pl", ["nie", "się", "jest", "na", "że", "do", "jak", "dla", "proszę", "dziękuję", "oraz", "ale", "czy"],
            new("{0} {1} napisał(a):", "---------- Przekazana wiadomość ---------", ["Od", "Data", "Temat", "Do", "DW"], "pl-PL")),
    ];

    /// <summary>Of the first text that is long enough to tell; English where none is.</summary>
    public static QuoteLanguage Of(params IEnumerable<string> texts)
    {
        var code = texts.Select(CodeOf).FirstOrDefault(code => code is not null);
        return Array.Find(Languages, language => language.Code == code).Quote ?? Languages[0].Quote;
    }

    /// <summary>ISO 639-1 code of a text's language; null where it is too short to tell, or in another one.</summary>
    public static string? CodeOf(string text)
    {
        var words = Word().Matches(text.Length > 4_000 ? text[..4_000] : text).Select(match => match.Value.ToLowerInvariant()).ToList();
        var scores = Languages.Select(language => (language.Code, Hits: words.Count(word => language.Words.Contains(word)))).OrderByDescending(score => score.Hits).ToList();
        // Of a few words one is enough where no other language has it.
        return scores[0].Hits >= FewestHits || (scores[0].Hits == 1 && scores[1].Hits == 0 && words.Count <= MostWordsForOne) ? scores[0].Code : null;
    }

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
