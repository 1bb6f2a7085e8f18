using System.Globalization;
using NodaTime;

namespace Assistant.Tools.Writing;

/// <summary>What a mail says by rules in one language. Two of each: the first formal, the second not. Where there are several wordings, variants take them in turn.</summary>
/// <param name="Greetings">Without a habit: to one person whose name is known, with {first}, {last} or {full}.</param>
/// <param name="Nameless">To one whose name is not known.</param>
/// <param name="Everybody">To several.</param>
/// <param name="Closings">Without a habit.</param>
/// <param name="Thanks">For the mail that is answered; {topic} is its subject.</param>
/// <param name="Intents">Sentences by what is meant.</param>
/// <param name="Offer">Before times.</param>
/// <param name="Asking">Before "whether …".</param>
/// <param name="Telling">Before "that …" where the language moves the verb to the end; else empty.</param>
/// <param name="Courtesy">Of a long mail.</param>
/// <param name="Days">From Monday.</param>
/// <param name="Months">From January.</param>
/// <param name="Date">{0} weekday, {1} day, {2} month, {3} year.</param>
/// <param name="Clock">{0} from, {1} until.</param>
internal sealed record PhraseBook(
    string[] Greetings,
    string[] Nameless,
    string[] Everybody,
    string[][] Closings,
    string[][] Thanks,
    IReadOnlyDictionary<MailIntent, string[]> Intents,
    string[] Offer,
    string[] Asking,
    string[] Telling,
    string[] Courtesy,
    string[] Days,
    string[] Months,
    string Date,
    string Clock)
{
    private static readonly Dictionary<string, PhraseBook> Books = new(StringComparer.Ordinal)
    {
        ["en"] = new(
            ["Dear {full},", "Hello {first},"],
            ["Dear Sir or Madam,", "Hello,"],
            ["Dear all,", "Hello all,"],
            [["Kind regards", "Best regards"], ["Best", "Best wishes"]],
            [["thank you for your mail.", "thank you for getting in touch."], ["thanks for your mail.", "thanks for writing."]],
            new Dictionary<MailIntent, string[]>
            {
                [MailIntent.Accept] = ["I am happy to accept.", "I'm happy to accept."],
                [MailIntent.Decline] = ["Unfortunately I have to decline.", "Unfortunately I have to say no this time."],
                [MailIntent.Thank] = ["Thank you very much for your help.", "Thanks a lot for your help."],
                [MailIntent.FollowUp] = ["I would like to come back to my last mail: is there any news?", "I wanted to come back to my last mail: is there any news?"],
                [MailIntent.Confirm] = ["I hereby confirm this.", "I confirm, all fine."],
                [MailIntent.Apologise] = ["Please accept my apologies.", "I'm sorry about that."],
                [MailIntent.Later] = ["I will get back to you as soon as I can.", "I'll get back to you as soon as I can."],
            },
            ["I could offer the following times:", "These times would suit me:"],
            ["I would like to ask", "I wanted to ask"],
            ["", ""],
            ["Please let me know if anything is unclear.", "Let me know if anything is unclear."],
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
            ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
            "{0}, {1} {2} {3}",
            "{0} to {1}"),
        ["de"] = new(
            ["Guten Tag {full},", "Hallo {first},"],
            ["Sehr geehrte Damen und Herren,", "Hallo,"],
            ["Guten Tag zusammen,", "Hallo zusammen,"],
            [["Mit freundlichen Grüßen", "Freundliche Grüße"], ["Viele Grüße", "Beste Grüße"]],
            [["vielen Dank für Ihre Nachricht.", "danke für Ihre Mail."], ["danke für deine Mail.", "danke für deine Nachricht."]],
            new Dictionary<MailIntent, string[]>
            {
                [MailIntent.Accept] = ["Ich sage gern zu.", "Ich sage gern zu."],
                [MailIntent.Decline] = ["Leider muss ich absagen.", "Leider muss ich diesmal absagen."],
                [MailIntent.Thank] = ["Vielen Dank für Ihre Hilfe.", "Vielen Dank für deine Hilfe."],
                [MailIntent.FollowUp] = ["Ich möchte auf meine letzte Mail zurückkommen: Gibt es schon etwas Neues?", "Ich wollte auf meine letzte Mail zurückkommen: Gibt es schon etwas Neues?"],
                [MailIntent.Confirm] = ["Hiermit bestätige ich das.", "Das bestätige ich gern."],
                [MailIntent.Apologise] = ["Bitte entschuldigen Sie.", "Bitte entschuldige."],
                [MailIntent.Later] = ["Ich melde mich bei Ihnen, sobald ich kann.", "Ich melde mich bei dir, sobald ich kann."],
            },
            ["Folgende Termine kann ich Ihnen anbieten:", "Diese Termine würden mir passen:"],
            ["Ich möchte fragen", "Ich wollte fragen"],
            ["Ich möchte Ihnen sagen", "Ich wollte dir sagen"],
            ["Bei Fragen melden Sie sich gern.", "Melde dich gern, wenn etwas unklar ist."],
            ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
            ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
            "{0}, {1}. {2} {3}",
            "{0} bis {1} Uhr"),
        ["fr"] = new(
            ["Bonjour {full},", "Bonjour {first},"],
            ["Madame, Monsieur,", "Bonjour,"],
            ["Bonjour à toutes et à tous,", "Bonjour à tous,"],
            [["Cordialement", "Bien cordialement"], ["À bientôt", "Amicalement"]],
            [["je vous remercie de votre message.", "merci pour votre message."], ["merci pour ton message.", "merci de ton message."]],
            new Dictionary<MailIntent, string[]>
            {
                [MailIntent.Accept] = ["J'accepte avec plaisir.", "J'accepte avec plaisir."],
                [MailIntent.Decline] = ["Je dois malheureusement décliner.", "Je ne peux malheureusement pas cette fois."],
                [MailIntent.Thank] = ["Je vous remercie de votre aide.", "Merci beaucoup pour ton aide."],
                [MailIntent.FollowUp] = ["Je me permets de revenir sur mon dernier message : avez-vous des nouvelles ?", "Je reviens sur mon dernier message : as-tu des nouvelles ?"],
                [MailIntent.Confirm] = ["Je vous le confirme.", "Je te le confirme."],
                [MailIntent.Apologise] = ["Je vous prie de m'excuser.", "Excuse-moi."],
                [MailIntent.Later] = ["Je reviens vers vous dès que possible.", "Je reviens vers toi dès que possible."],
            },
            ["Je peux vous proposer les dates suivantes :", "Voici les moments qui me conviendraient :"],
            ["Je voudrais vous demander", "Je voulais te demander"],
            ["", ""],
            ["N'hésitez pas à me contacter pour toute question.", "N'hésite pas si quelque chose n'est pas clair."],
            ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
            ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"],
            "{0} {1} {2} {3}",
            "{0} à {1}"),
    };

    public static IReadOnlyCollection<string> Languages => Books.Keys;

    /// <summary>Null in a language that rules do not write.</summary>
    public static PhraseBook? Of(string language) => Books.GetValueOrDefault(language);

    /// <summary>Such as <c>Tuesday, 5 May 2026, 10:00 to 10:30 (Europe/Berlin)</c>.</summary>
    public string Show((ZonedDateTime Start, ZonedDateTime End) offer)
    {
        var day = string.Format(CultureInfo.InvariantCulture, Date, Days[(int)offer.Start.DayOfWeek - 1], offer.Start.Day, Months[offer.Start.Month - 1], offer.Start.Year);
        var clock = string.Format(CultureInfo.InvariantCulture, Clock, offer.Start.ToString("HH:mm", CultureInfo.InvariantCulture), offer.End.ToString("HH:mm", CultureInfo.InvariantCulture));
        return $"{day}, {clock} ({offer.Start.Zone.Id})";
    }
}

/// <summary>What a mail is to do.</summary>
internal enum MailIntent
{
    Say,
    Accept,
    Decline,
    Thank,
    FollowUp,
    Confirm,
    Apologise,
    Later,
    Ask,
}
