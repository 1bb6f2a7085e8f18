using System.Globalization;
using Assistant.Tools.Writing.Wishes;
using NodaTime;

namespace Assistant.Tools.Writing;

/// <summary>What a mail says by rules in one language. Two of each: the first formal, the second not. Where there are several wordings, variants take them in turn.</summary>
/// <param name="Greetings">Without a habit: to one person whose name is known, with {first}, {last} or {full}.</param>
/// <param name="Titled">To somebody whose display name has a title: a woman, a man, a doctor of whom nobody knows.</param>
/// <param name="Titles">Before a last name, of a woman or a man.</param>
/// <param name="Nameless">To one whose name is not known.</param>
/// <param name="Everybody">To several.</param>
/// <param name="Closings">Without a habit.</param>
/// <param name="Thanks">For the mail that is answered; {topic} is its subject.</param>
/// <param name="Intents">Sentences by what is meant, where the wish has no words for it.</param>
/// <param name="Frames">The same around the words of the wish, {0}. None in a language in which wishes are not read.</param>
/// <param name="You">Whom the writer writes to: accusative.</param>
/// <param name="ToYou">The same as a dative.</param>
/// <param name="Topics">Subjects by what is meant.</param>
/// <param name="Offer">Before times.</param>
/// <param name="Telling">Before "that …" where the language moves the verb to the end; else empty.</param>
/// <param name="Courtesy">Of a long mail.</param>
/// <param name="Days">From Monday.</param>
/// <param name="Months">From January.</param>
/// <param name="Date">{0} weekday, {1} day, {2} month, {3} year.</param>
/// <param name="Clock">{0} from, {1} until.</param>
internal sealed record PhraseBook(
    string[] Greetings,
    string[] Titled,
    string[] Titles,
    string[] Nameless,
    string[] Everybody,
    string[][] Closings,
    string[][] Thanks,
    IReadOnlyDictionary<MailIntent, string[]> Intents,
    IReadOnlyDictionary<MailIntent, string[]> Frames,
    string[] You,
    string[] ToYou,
    IReadOnlyDictionary<MailIntent, string> Topics,
    string[] Offer,
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
            ["Dear Ms. {last},", "Dear Mr. {last},", "Dear {last},"],
            ["Ms.", "Mr."],
            ["Dear Sir or Madam,", "Hello,"],
            ["Dear all,", "Hello all,"],
            [["Kind regards", "Best regards"], ["Best", "Best wishes"]],
            [["thank you for your mail.", "thank you for getting in touch."], ["thanks for your mail.", "thanks for writing."]],
            new Dictionary<MailIntent, string[]>
            {
                [MailIntent.Accept] = ["I am happy to accept.", "I'm happy to accept."],
                [MailIntent.Decline] = ["Unfortunately I have to decline.", "Unfortunately I have to say no this time."],
                [MailIntent.Thank] = ["Thank you very much.", "Thanks a lot."],
                [MailIntent.FollowUp] = ["I would like to ask whether there is any news.", "I wanted to ask whether there is any news."],
                [MailIntent.Confirm] = ["I hereby confirm this.", "I confirm, all fine."],
                [MailIntent.Apologise] = ["Please accept my apologies.", "I'm sorry about that."],
                [MailIntent.Later] = ["I will get back to you as soon as I can.", "I'll get back to you as soon as I can."],
                [MailIntent.Congratulate] = ["Congratulations!", "Congratulations!"],
            },
            new Dictionary<MailIntent, string[]>
            {
                [MailIntent.Accept] = ["I am happy to accept {0}.", "I'm happy to accept {0}."],
                [MailIntent.Decline] = ["Unfortunately I have to decline {0}.", "Unfortunately I have to decline {0}."],
                [MailIntent.Thank] = ["Thank you for {0}.", "Thank you for {0}."],
                [MailIntent.Confirm] = ["I confirm {0}.", "I confirm {0}."],
                [MailIntent.Apologise] = ["Please accept my apologies for {0}.", "I'm sorry for {0}."],
                [MailIntent.Ask] = ["I would like to ask {0}.", "I wanted to ask {0}."],
                [MailIntent.Request] = ["Could you please {0}?", "Could you please {0}?"],
                [MailIntent.Instruct] = ["Please {0}.", "Please {0}."],
                [MailIntent.WouldLike] = ["I would like to {0}.", "I'd like to {0}."],
                [MailIntent.Promise] = ["I promise {0}.", "I promise {0}."],
                [MailIntent.Congratulate] = ["Congratulations {0}!", "Congratulations {0}!"],
            },
            ["you", "you"],
            ["you", "you"],
            new Dictionary<MailIntent, string>
            {
                [MailIntent.Say] = "A message",
                [MailIntent.Accept] = "Happy to accept",
                [MailIntent.Decline] = "Unfortunately not",
                [MailIntent.Thank] = "Thank you",
                [MailIntent.FollowUp] = "Any news?",
                [MailIntent.Confirm] = "Confirmation",
                [MailIntent.Apologise] = "Apologies",
                [MailIntent.Later] = "Your mail",
                [MailIntent.Ask] = "A question",
                [MailIntent.Request] = "A request",
                [MailIntent.Instruct] = "A request",
                [MailIntent.WouldLike] = "A request",
                [MailIntent.Promise] = "A promise",
                [MailIntent.Congratulate] = "Congratulations",
            },
            ["I could offer the following times:", "These times would suit me:"],
            ["", ""],
            ["Please let me know if anything is unclear.", "Let me know if anything is unclear."],
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
            ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
            "{0}, {1} {2} {3}",
            "{0} to {1}"),
        ["de"] = new(
            ["Guten Tag {full},", "Hallo {first},"],
            ["Sehr geehrte Frau {last},", "Sehr geehrter Herr {last},", "Guten Tag {last},"],
            ["Frau", "Herr"],
            ["Sehr geehrte Damen und Herren,", "Hallo,"],
            ["Guten Tag zusammen,", "Hallo zusammen,"],
            [["Mit freundlichen Grüßen", "Freundliche Grüße"], ["Viele Grüße", "Beste Grüße"]],
            [["vielen Dank für Ihre Nachricht.", "danke für Ihre Mail."], ["danke für deine Mail.", "danke für deine Nachricht."]],
            new Dictionary<MailIntent, string[]>
            {
                [MailIntent.Accept] = ["Ich sage gern zu.", "Ich sage gern zu."],
                [MailIntent.Decline] = ["Leider muss ich absagen.", "Leider muss ich diesmal absagen."],
                [MailIntent.Thank] = ["Vielen Dank.", "Vielen Dank."],
                [MailIntent.FollowUp] = ["Ich möchte fragen, ob es schon etwas Neues gibt.", "Ich wollte fragen, ob es schon etwas Neues gibt."],
                [MailIntent.Confirm] = ["Hiermit bestätige ich das.", "Das bestätige ich gern."],
                [MailIntent.Apologise] = ["Bitte entschuldigen Sie.", "Bitte entschuldige."],
                [MailIntent.Later] = ["Ich melde mich bei Ihnen, sobald ich kann.", "Ich melde mich bei dir, sobald ich kann."],
                [MailIntent.Congratulate] = ["Herzlichen Glückwunsch!", "Herzlichen Glückwunsch!"],
            },
            new Dictionary<MailIntent, string[]>
            {
                [MailIntent.Accept] = ["Gern möchte ich {0}.", "Ich möchte gern {0}."],
                [MailIntent.Decline] = ["Leider muss ich {0}.", "Leider muss ich {0}."],
                [MailIntent.Thank] = ["Vielen Dank für {0}.", "Vielen Dank für {0}."],
                [MailIntent.Confirm] = ["Ich bestätige {0}.", "Ich bestätige {0}."],
                [MailIntent.Apologise] = ["Bitte entschuldigen Sie {0}.", "Bitte entschuldige {0}."],
                [MailIntent.Ask] = ["Ich möchte fragen, {0}.", "Ich wollte fragen, {0}."],
                [MailIntent.Request] = ["Ich möchte Sie bitten, {0}.", "Ich möchte dich bitten, {0}."],
                [MailIntent.Can] = ["Können Sie {0}?", "Kannst du {0}?"],
                [MailIntent.WouldLike] = ["Ich möchte {0}.", "Ich möchte {0}."],
                [MailIntent.Promise] = ["Ich verspreche Ihnen {0}.", "Ich verspreche dir {0}."],
                [MailIntent.Congratulate] = ["Herzlichen Glückwunsch {0}!", "Herzlichen Glückwunsch {0}!"],
            },
            ["Sie", "dich"],
            ["Ihnen", "dir"],
            new Dictionary<MailIntent, string>
            {
                [MailIntent.Say] = "Eine Nachricht",
                [MailIntent.Accept] = "Zusage",
                [MailIntent.Decline] = "Leider nein",
                [MailIntent.Thank] = "Vielen Dank",
                [MailIntent.FollowUp] = "Nachfrage",
                [MailIntent.Confirm] = "Bestätigung",
                [MailIntent.Apologise] = "Entschuldigung",
                [MailIntent.Later] = "Zwischenstand",
                [MailIntent.Ask] = "Eine Frage",
                [MailIntent.Request] = "Eine Bitte",
                [MailIntent.Can] = "Eine Bitte",
                [MailIntent.WouldLike] = "Eine Bitte",
                [MailIntent.Promise] = "Ein Versprechen",
                [MailIntent.Congratulate] = "Herzlichen Glückwunsch",
            },
            ["Folgende Termine kann ich Ihnen anbieten:", "Diese Termine würden mir passen:"],
            ["Ich möchte Ihnen sagen", "Ich wollte dir sagen"],
            ["Bei Fragen melden Sie sich gern.", "Melde dich gern, wenn etwas unklar ist."],
            ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
            ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
            "{0}, {1}. {2} {3}",
            "{0} bis {1} Uhr"),
        ["fr"] = new(
            ["Bonjour {full},", "Bonjour {first},"],
            ["Bonjour Madame {last},", "Bonjour Monsieur {last},", "Bonjour {last},"],
            ["Madame", "Monsieur"],
            ["Madame, Monsieur,", "Bonjour,"],
            ["Bonjour à toutes et à tous,", "Bonjour à tous,"],
            [["Cordialement", "Bien cordialement"], ["À bientôt", "Amicalement"]],
            [["je vous remercie de votre message.", "merci pour votre message."], ["merci pour ton message.", "merci de ton message."]],
            new Dictionary<MailIntent, string[]>
            {
                [MailIntent.Accept] = ["J'accepte avec plaisir.", "J'accepte avec plaisir."],
                [MailIntent.Decline] = ["Je dois malheureusement décliner.", "Je ne peux malheureusement pas cette fois."],
                [MailIntent.Thank] = ["Je vous remercie.", "Merci beaucoup."],
                [MailIntent.FollowUp] = ["Je me permets de vous demander si vous avez des nouvelles.", "Je voulais te demander si tu as des nouvelles."],
                [MailIntent.Confirm] = ["Je vous le confirme.", "Je te le confirme."],
                [MailIntent.Apologise] = ["Je vous prie de m'excuser.", "Excuse-moi."],
                [MailIntent.Later] = ["Je reviens vers vous dès que possible.", "Je reviens vers toi dès que possible."],
                [MailIntent.Congratulate] = ["Toutes mes félicitations !", "Félicitations !"],
            },
            new Dictionary<MailIntent, string[]>(),
            ["vous", "toi"],
            ["vous", "toi"],
            new Dictionary<MailIntent, string>
            {
                [MailIntent.Say] = "Un message",
                [MailIntent.Accept] = "Avec plaisir",
                [MailIntent.Decline] = "Malheureusement non",
                [MailIntent.Thank] = "Merci",
                [MailIntent.FollowUp] = "Des nouvelles ?",
                [MailIntent.Confirm] = "Confirmation",
                [MailIntent.Apologise] = "Mes excuses",
                [MailIntent.Later] = "Votre message",
                [MailIntent.Congratulate] = "Félicitations",
            },
            ["Je peux vous proposer les dates suivantes :", "Voici les moments qui me conviendraient :"],
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
