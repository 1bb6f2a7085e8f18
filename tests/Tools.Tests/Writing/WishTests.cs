using Assistant.Tools.Writing;
using Assistant.Tools.Writing.Wishes;

namespace Assistant.Tools.Tests.Writing;

/// <summary>What people type for a mail, as sentences to whoever gets it.</summary>
public sealed class WishTests
{
    [Theory]
    [InlineData("Ask him to send the invoice again", "Could you please send the invoice again?")]
    [InlineData("Could you ask Tom to bring the projector, and to come a bit earlier than the others?", "Could you please bring the projector, and come a bit earlier than the others?")]
    [InlineData("ask him not to call on Sundays", "Please do not call on Sundays.")]
    [InlineData("pls remind everyone to hand in timesheets by noon", "Please hand in timesheets by noon.")]
    [InlineData("get well soon and tell him not to worry about work, we've got it covered", "Get well soon. Please do not worry about work, we've got it covered.")]
    [InlineData("Ask for a quote for 20 laptops.", "I would like to ask for a quote for 20 laptops.")]
    [InlineData("confirm appointment monday 9:30, ask about parking", "I confirm appointment monday 9:30. I would like to ask about parking.")]
    [InlineData("Remind him of the invoice from October", "I would like to remind you of the invoice from October.")]
    [InlineData("remind him", "I would like to ask whether there is any news.")]
    [InlineData("Apologise for the delay and promise an answer by Friday", "Please accept my apologies for the delay. I promise an answer by Friday.")]
    [InlineData("say sorry i forgot her birthday, invite her to dinner on saturday", "I am sorry that I forgot your birthday. I would like to invite you to dinner on saturday.")]
    [InlineData("congratulate anna on her promotion, don't mention the salary", "Congratulations on your promotion!")]
    [InlineData("Decline politely", "Unfortunately I have to decline.")]
    [InlineData("no to the extra shift on sunday", "Unfortunately I have to decline the extra shift on sunday.")]
    [InlineData("Accept, but only if they pay in advance", "I am happy to accept, but only if you pay in advance.")]
    [InlineData("accept her proposal", "I am happy to accept your proposal.")]
    [InlineData("Please postpone our meeting to Tuesday because I have to see the dentist.", "I would like to postpone our meeting to Tuesday, because I have to see the dentist.")]
    [InlineData("thank Bruno, slide 5 is fixed", "Thank you very much. Slide 5 is fixed.")]
    [InlineData("thx for the flowers, they're gorgeous", "Thank you for the flowers, they're gorgeous.")]
    [InlineData("tell him that he can collect the key", "You can collect the key.")]
    [InlineData("tell her he's got her keys and she still owes him lunch", "He's got your keys and you still owe him lunch.")]
    [InlineData("tell the neighbours we're having a party on the 14th, they're welcome", "We're having a party on the 14th, you're welcome.")]
    [InlineData("tell sarah her dog is welcome too", "Your dog is welcome too.")]
    [InlineData("send me the invoice by Friday", "Please send me the invoice by Friday.")]
    [InlineData("Could you send me the report by Friday?", "Could you send me the report by Friday?")]
    [InlineData("Sounds good, see you Thursday at 3", "Sounds good, see you Thursday at 3.")]
    [InlineData("offer 10% off the next order", "I would like to offer you 10% off the next order.")]
    [InlineData("Write a short polite answer: we have a room", "We have a room.")]
    [InlineData("Ask him to review the contract and confirm the date", "Could you please review the contract and confirm the date?")]
    [InlineData("Let Dr. Patel know I can't come tomorrow. Ask for a new appointment next week.", "I can't come tomorrow. I would like to ask for a new appointment next week.")]
    [InlineData("Tell Anna and Tom that we are late", "We are late.")]
    [InlineData("tell Mr Whitmore that the car is ready, but nicely", "The car is ready.")]
    [InlineData("Please cancel my subscription as of 31 December and confirm in writing", "I would like to cancel my subscription as of 31 December. Please confirm in writing.")]
    [InlineData("yes, both numbers please", "Yes, both numbers please.")]
    [InlineData("please water the plants twice", "Please water the plants twice.")]
    [InlineData("promise the report by Friday", "I promise the report by Friday.")]
    [InlineData("suggest two dates in May because I'm on holiday in June", "I would like to suggest two dates in May, because I'm on holiday in June.")]
    [InlineData("decline because my son broke his arm", "Unfortunately I have to decline, because my son broke his arm.")]
    [InlineData("Confirm if Tom is coming", "I would like to ask if Tom is coming.")]
    [InlineData("tell him that his talk is accepted, that he has 20 minutes, and that slides are due", "Your talk is accepted, you have 20 minutes, and slides are due.")]
    [InlineData("ask him to mark the date", "Could you please mark the date?")]
    [InlineData("tell him that if he doesn't pay by Friday we call a lawyer", "If you don't pay by Friday we call a lawyer.")]
    [InlineData("ask HR how many days I have left and whether I can carry them over", "I would like to ask how many days I have left and whether I can carry them over.")]
    [InlineData("tell Karen thanks for the feedback", "Thank you for the feedback.")]
    [InlineData("Subject: Parking. Tell the neighbours not to park here", "Please do not park here.")]
    public void An_english_wish_becomes_what_the_reader_is_told(string wish, string expected) => Assert.Equal((expected, ""), Written(wish, "en"));

    [Theory]
    [InlineData("Lehne das Angebot höflich ab, weil das Budget fehlt", "Leider muss ich das Angebot ablehnen, weil das Budget fehlt.")]
    [InlineData("sag den Termin am Montag ab, weil ich krank bin", "Leider muss ich den Termin am Montag absagen, weil ich krank bin.")]
    [InlineData("Absagen", "Leider muss ich absagen.")]
    [InlineData("Sag zu, ich freue mich", "Ich sage gern zu. Ich freue mich.")]
    [InlineData("Nimm die Einladung an und frag, ob Parkplätze da sind", "Gern möchte ich die Einladung annehmen. Ich möchte fragen, ob Parkplätze da sind.")]
    [InlineData("zusagen aber nur wenn die Fahrtkosten übernommen werden", "Ich sage gern zu, aber nur wenn die Fahrtkosten übernommen werden.")]
    [InlineData("Wir können am 3. Dezember nicht kommen. Schlag den 5. vor.", "Wir können am 3. Dezember nicht kommen. Ich möchte den 5. vorschlagen.")]
    [InlineData("Treffen am Freitag vorschlagen", "Ich möchte Treffen am Freitag vorschlagen.")]
    [InlineData("frag nach dem Vertrag", "Ich möchte nach dem Vertrag fragen.")]
    [InlineData("Erinnere sie an das Angebot", "Ich möchte Sie an das Angebot erinnern.")]
    [InlineData("Bitte ihn, die Rechnung noch einmal zu schicken", "Ich möchte Sie bitten, die Rechnung noch einmal zu schicken.")]
    [InlineData("Bitte um eine Fristverlängerung, da mir noch Belege fehlen.", "Ich möchte Sie um eine Fristverlängerung bitten, da mir noch Belege fehlen.")]
    [InlineData("Sag ihm, dass ich komme und Kuchen mitbringe", "Ich möchte Ihnen sagen, dass ich komme und Kuchen mitbringe.")]
    [InlineData("sag ihm, dass er den Schlüssel abholen kann", "Ich möchte Ihnen sagen, dass Sie den Schlüssel abholen können.")]
    [InlineData("Teile ihr mit, dass ihr Entwurf gut ist", "Ich möchte Ihnen sagen, dass Ihr Entwurf gut ist.")]
    [InlineData("frag sie, ob sie meine Unterlagen bekommen hat und was noch fehlt", "Ich möchte fragen, ob Sie meine Unterlagen bekommen haben und was noch fehlt.")]
    [InlineData("Sag Lukas, er soll bitte den Beamer mitbringen", "Können Sie bitte den Beamer mitbringen?")]
    [InlineData("er soll mich anrufen", "Können Sie mich bitte anrufen?")]
    [InlineData("schick mir bitte bis Freitag die Rechnung", "Können Sie mir bitte bis Freitag die Rechnung schicken?")]
    [InlineData("Bedanke dich und sag, dass Folie 5 stimmt", "Vielen Dank. Ich möchte Ihnen sagen, dass Folie 5 stimmt.")]
    [InlineData("versprich ihm das Geld bis zum 15. zu überweisen", "Ich verspreche Ihnen, das Geld bis zum 15. zu überweisen.")]
    [InlineData("gratulier Jonas zur bestandenen Prüfung", "Herzlichen Glückwunsch zur bestandenen Prüfung!")]
    [InlineData("lehne ihr Angebot ab", "Leider muss ich Ihr Angebot ablehnen.")]
    [InlineData("Melde mich Ende der Woche", "Melde mich Ende der Woche.")]
    [InlineData("Wir können das Angebot leider nicht annehmen.", "Wir können das Angebot leider nicht annehmen.")]
    [InlineData("Wir müssen das Treffen auf Januar verschieben, da Herr Kurz im Urlaub ist.", "Wir müssen das Treffen auf Januar verschieben, da Herr Kurz im Urlaub ist.")]
    [InlineData("Der Termin wurde verschoben, bitte bestätigen Sie den neuen.", "Der Termin wurde verschoben, bitte bestätigen Sie den neuen.")]
    [InlineData("Bitte ihn, den Termin zu bestätigen", "Ich möchte Sie bitten, den Termin zu bestätigen.")]
    [InlineData("Frag, ob wir den Termin verschieben", "Ich möchte fragen, ob wir den Termin verschieben.")]
    [InlineData("Ich kann heute noch nichts Genaues sagen.", "Ich kann heute noch nichts Genaues sagen.")]
    [InlineData("Schreib Herrn Dr. Schulze, dass wir sein Angebot annehmen", "Ich möchte Ihnen sagen, dass wir Ihr Angebot annehmen.")]
    [InlineData("Bedanke dich bei Frau Klein für das Gutachten", "Vielen Dank für das Gutachten.")]
    [InlineData("Bitte um eine Aufschlüsselung, bevor ich zustimme", "Ich möchte Sie um eine Aufschlüsselung bitten, bevor ich zustimme.")]
    [InlineData("sag ihm, dass sein Paket da ist und er es abholen muss", "Ich möchte Ihnen sagen, dass Ihr Paket da ist und Sie es abholen müssen.")]
    [InlineData("Biete ihm 10 % Rabatt an, wenn er bis Freitag bestellt", "Ich möchte Ihnen 10 % Rabatt anbieten, wenn Sie bis Freitag bestellen.")]
    [InlineData("lehne das Angebot ab, zu teuer, aber bei 900 Euro wären wir dabei", "Leider muss ich das Angebot ablehnen. Zu teuer, aber bei 900 Euro wären wir dabei.")]
    [InlineData("frag im Hotel nach, ob es einen Parkplatz gibt", "Ich möchte fragen, ob es einen Parkplatz gibt.")]
    [InlineData("erinnere alle daran, die Stundenzettel abzugeben", "Ich möchte Sie daran erinnern, die Stundenzettel abzugeben.")]
    [InlineData("informiere das Team, dass das Büro geschlossen bleibt", "Ich möchte Ihnen sagen, dass das Büro geschlossen bleibt.")]
    [InlineData("sag Markus ab", "Leider muss ich absagen.")]
    [InlineData("bitte Tim, dass er mir sein Zeugnis schickt", "Ich möchte Sie bitten, dass Sie mir Ihr Zeugnis schicken.")]
    public void A_german_wish_becomes_what_the_reader_is_told(string wish, string expected) => Assert.Equal((expected, ""), Written(wish, "de"));

    [Theory]
    [InlineData("en", "send him the contract as attachment, ask for a signature by Friday", "I would like to ask for a signature by Friday.", "send him the contract as attachment")]
    [InlineData("en", "If he hasn't booked yet, tell him to wait.", "", "If he hasn't booked yet, tell him to wait.")]
    [InlineData("en", "decline job offer - got a better one elsewhere but don't say that", "Unfortunately I have to decline job offer.", "got a better one elsewhere")]
    [InlineData("en", "tell them we have another supplier, leave the door open for later", "We have another supplier.", "leave the door open for later")]
    [InlineData("en", "Introduce me as the new contact", "", "Introduce me as the new contact")]
    [InlineData("de", "schick das Protokoll mit, er soll bis Montag Änderungen melden", "Können Sie bitte bis Montag Änderungen melden?", "schick das Protokoll mit")]
    [InlineData("de", "gute Besserung, und sie soll sich keinen Kopf machen", "Gute Besserung.", "sie soll sich keinen Kopf machen")]
    [InlineData("de", "Stell mich als neue Ansprechpartnerin vor.", "", "Stell mich als neue Ansprechpartnerin vor")]
    [InlineData("de", "fotos vom ausflug anhängen", "", "fotos vom ausflug anhängen")]
    [InlineData("en", "If he has the key, ask Tom to bring it. Otherwise I'll get one made.", "", "Otherwise I'll get one made.")]
    [InlineData("en", "Send the contract and ask for feedback", "I would like to ask for feedback.", "Send the contract")]
    [InlineData("en", "Cancel nothing, but ask if Friday suits her", "I would like to ask if Friday suits you.", "Cancel nothing")]
    [InlineData("de", "Gib ihm die Telefonnummer", "", "Gib ihm die Telefonnummer")]
    [InlineData("de", "Sag noch nicht zu", "", "Sag noch nicht zu")]
    [InlineData("de", "Lehne nicht ab, sondern bitte um Bedenkzeit", "", "Lehne nicht ab, sondern bitte um Bedenkzeit")]
    [InlineData("de", "Sag Frau Klein nicht, dass wir noch andere Angebote haben. Frag nur, ob am Preis etwas geht.", "Ich möchte fragen, ob am Preis etwas geht.", "Sag Frau Klein nicht, dass wir noch andere Angebote haben")]
    public void An_order_that_is_not_understood_is_no_part_of_the_mail_and_is_said(string language, string wish, string expected, string leftOut)
    {
        var (text, notes) = Written(wish, language);
        Assert.Equal(expected, text);
        Assert.Contains($"'{leftOut}'", notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", "Ask him whether he received the keys", "whether he received the keys")]
    [InlineData("en", "Sag ihr, dass der Plan steht", "dass der Plan steht")]
    public void Words_of_another_language_do_not_get_into_the_mail(string language, string wish, string leftOut)
    {
        var (text, notes) = Written(wish, language);
        Assert.DoesNotContain(leftOut, text, StringComparison.Ordinal);
        Assert.Contains(leftOut, notes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("she is ill and cannot come", "'she'")]
    [InlineData("sag ihm, dass der Anhänger da ist und ich ihn morgen bringe", "'ihn'")]
    [InlineData("sag ihr, dass ich sie morgen anrufe", "'sie'")]
    [InlineData("tell Tom that Ben forgot his laptop", "'his'")]
    [InlineData("tell the coach Leo can't come because he hurt his knee", "'he'")]
    public void A_pronoun_of_which_nobody_says_whose_it_is_is_pointed_at(string wish, string who) => Assert.Contains(who, Written(wish, wish.StartsWith("sag", StringComparison.Ordinal) ? "de" : "en").Notes, StringComparison.Ordinal);

    [Theory]
    [InlineData("frag sie, ob sie ihr Fahrrad noch verkaufen will", "Ich wollte fragen, ob du dein Fahrrad noch verkaufen willst.")]
    [InlineData("er soll mich anrufen", "Kannst du mich bitte anrufen?")]
    [InlineData("biete MIA Freitag an", "Ich möchte dir Freitag anbieten.")]
    public void Who_is_called_du_is_called_so_and_names_are_known_in_any_case(string wish, string expected) => Assert.Equal((expected, ""), Written(wish, "de", isFormal: false));

    [Theory]
    [InlineData("und ")]
    [InlineData("please ask him to and ")]
    [InlineData("the mail ")]
    [InlineData("a, ")]
    [InlineData("nicht zu sagen ")]
    public void A_long_wish_takes_no_long_time(string words)
    {
        var started = TimeProvider.System.GetTimestamp();
        Written("Write " + string.Concat(Enumerable.Repeat(words, 4_000 / words.Length)) + "1", "en");
        // It took minutes before orders had a greatest length.
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    private static (string Text, string Notes) Written(string wish, string language, bool isFormal = true)
    {
        var notes = new List<string>();
        var sentences = new WishWriter(PhraseBook.Of(language)!, language, isFormal, notes).Write(WishReader.Read(wish, ["Mia"]), wish);
        return (string.Join(' ', sentences), string.Join('\n', notes));
    }
}
