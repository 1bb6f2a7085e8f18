namespace Assistant.Tools.Templates;

/// <summary>Templates that everybody has; one of the person's own with the same name and language takes its place.</summary>
internal static class BuiltInTemplates
{
    public static IReadOnlyList<MailTemplate> All { get; } =
    [
        new("follow-up", "en", "Following up: {topic}", "Hello {recipient},\n\nI wanted to come back to {topic}. Have you had a chance to look at it?\n\nBest regards\n{sender}"),
        new("follow-up", "de", "Nachfrage: {topic}", "Guten Tag {recipient},\n\nich wollte noch einmal auf {topic} zurückkommen. Gibt es dazu schon etwas Neues?\n\nViele Grüße\n{sender}"),
        new("meeting request", "en", "Meeting about {topic}", "Hello {recipient},\n\nI would like to talk with you about {topic}. Would one of these times suit you?\n\n{times}\n\nBest regards\n{sender}"),
        new("meeting request", "de", "Termin zu {topic}", "Guten Tag {recipient},\n\nich würde gern mit Ihnen über {topic} sprechen. Passt Ihnen einer dieser Termine?\n\n{times}\n\nViele Grüße\n{sender}"),
        new("introduction", "en", "Introduction: {person} and {recipient}", "Hello {recipient},\n\nmay I introduce {person}? {about}\n\nI think you have much to talk about, and leave the rest to you.\n\nBest regards\n{sender}"),
        new("introduction", "de", "Darf ich vorstellen: {person}", "Guten Tag {recipient},\n\ndarf ich Ihnen {person} vorstellen? {about}\n\nIch glaube, Sie haben einiges zu besprechen, und überlasse alles Weitere Ihnen.\n\nViele Grüße\n{sender}"),
        new("thank you", "en", "Thank you for {reason}", "Hello {recipient},\n\nthank you very much for {reason}. It was a great help.\n\nBest regards\n{sender}"),
        new("thank you", "de", "Danke für {reason}", "Guten Tag {recipient},\n\nvielen Dank für {reason}. Das hat mir sehr geholfen.\n\nViele Grüße\n{sender}"),
        new("apology", "en", "Apologies for {reason}", "Hello {recipient},\n\nI am sorry for {reason}. {remedy}\n\nBest regards\n{sender}"),
        new("apology", "de", "Entschuldigung für {reason}", "Guten Tag {recipient},\n\nich bitte um Entschuldigung für {reason}. {remedy}\n\nViele Grüße\n{sender}"),
        new("decline", "en", "Re: {topic}", "Hello {recipient},\n\nthank you for thinking of me. I am afraid I have to decline {topic}: {reason}\n\nBest regards\n{sender}"),
        new("decline", "de", "Re: {topic}", "Guten Tag {recipient},\n\nvielen Dank für die Anfrage. Leider muss ich {topic} absagen: {reason}\n\nViele Grüße\n{sender}"),
        new("reminder", "en", "Reminder: {topic}, due {date}", "Hello {recipient},\n\na short reminder of {topic}, due on {date}. If it is done already, please forget this mail.\n\nBest regards\n{sender}"),
        new("reminder", "de", "Erinnerung: {topic} bis {date}", "Guten Tag {recipient},\n\neine kurze Erinnerung an {topic}, fällig am {date}. Falls es schon erledigt ist, betrachten Sie diese Mail bitte als gegenstandslos.\n\nViele Grüße\n{sender}"),
        new("status report", "en", "Status of {project}", "Hello {recipient},\n\nthis is where {project} stands.\n\nDone: {done}\nNext: {next}\nRisks: {risks}\n\nBest regards\n{sender}"),
        new("status report", "de", "Stand von {project}", "Guten Tag {recipient},\n\nso steht es um {project}.\n\nErledigt: {done}\nAls Nächstes: {next}\nRisiken: {risks}\n\nViele Grüße\n{sender}"),
        new("out of office", "en", "Out of office until {until}", "Hello,\n\nI am out of the office from {from} until {until} and read no mail. In urgent cases please write to {deputy}.\n\nBest regards\n{sender}"),
        new("out of office", "de", "Abwesend bis {until}", "Guten Tag,\n\nich bin vom {from} bis {until} nicht im Büro und lese keine Mails. In dringenden Fällen wenden Sie sich bitte an {deputy}.\n\nViele Grüße\n{sender}"),
    ];
}
