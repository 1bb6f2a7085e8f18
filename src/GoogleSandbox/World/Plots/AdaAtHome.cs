using Assistant.GoogleSandbox.World.Files;

namespace Assistant.GoogleSandbox.World.Plots;

/// <summary>Ada's own life: a flat move within Berlin, her family, her choir.</summary>
internal static class AdaAtHome
{
    public static IReadOnlyList<Talk> Talks { get; } =
    [
        new("Wohnungsbesichtigung Lindenstraße 14", 176, "vermieter ada", "Wohnung",
            new("vermieter", 11, "Sehr geehrte Frau Lindqvist,\n\ngerne zeigen wir Ihnen die Wohnung (3 Zimmer, 82 m², 1.340 € warm) am Samstag um 10:30 Uhr. Bitte bringen Sie die Selbstauskunft mit.\n\nHausverwaltung Blücher"),
            new("ada", 2, "Guten Tag,\n\nvielen Dank, ich komme am Samstag um 10:30 Uhr und bringe alles mit.\n\nAda Lindqvist",
                new Enclosure("Selbstauskunft Lindqvist.pdf", "Selbstauskunft\nAda Lindqvist\nNorthwind GmbH, unbefristet")),
            new("vermieter", 70, "Sehr geehrte Frau Lindqvist,\n\nwir freuen uns: Sie bekommen die Wohnung. Der Vertrag folgt.\n\nHausverwaltung Blücher"),
            new("ada", 1, "Das ist die schönste Nachricht des Monats. Vielen Dank!\n\nAda Lindqvist")),
        new("Mietvertrag und Kaution", 162, "vermieter ada", "Wohnung",
            new("vermieter", 9, "Anbei der Mietvertrag zum Unterschreiben. Die Kaution beträgt 3.150 € und ist bis zur Übergabe fällig.",
                new Enclosure("Mietvertrag Lindenstraße.pdf", "Mietvertrag\nLindenstrasse 14, 3. OG links\nKaution 3.150 EUR")),
            new("ada", 30, "Unterschrieben anbei. Kann ich die Kaution in drei Raten zahlen?\n\nAda Lindqvist"),
            new("vermieter", 4, "Ja, drei Raten zu 1.050 € sind möglich. Übergabe ist am Ersten um 9 Uhr.\n\nHausverwaltung Blücher")) { IsStarred = true },
        new("Umzug: wer trägt das Klavier?", 149, "jonas ada", "Wohnung",
            new("jonas", 19, "Hey Ada,\n\nich habe sechs Leute und einen Transporter für den Umzug. Aber das Klavier trägt keiner von uns in den dritten Stock.\n\nJonas"),
            new("ada", 0.5, "Dann nehme ich Profis: 280 € für das Klavier allein. Du bekommst dafür Lasagne.\n\nAda"),
            new("jonas", 0.2, "Deal. Zwei Portionen.")),
        new("Übergabeprotokoll und Heizung", 128, "vermieter ada", "Wohnung",
            new("ada", 8, "Guten Tag,\n\nim Bad ist der Heizkörper kalt, obwohl er aufgedreht ist. Steht auch im Protokoll (Punkt 6).\n\nAda Lindqvist"),
            new("vermieter", 25, "Der Monteur kommt am Donnerstag zwischen 8 und 12 Uhr. Bitte seien Sie zu Hause.\n\nHausverwaltung Blücher"),
            new("ada", 60, "Der Heizkörper ist jetzt warm, danke!")),
        new("Pappas sextioårsdag", 88, "ingrid ada", "Familie",
            new("ingrid", 20, "Hej älskling,\n\npappa fyller sextio om en månad och låtsas att han inte bryr sig. Kan du komma hem på fredagen? Jag bakar prinsesstårta, så klart.\n\nKram, mamma"),
            new("ada", 12, "Hej mamma!\n\nJag tar tåget på fredag morgon och är framme klockan sex. Säg inget till pappa.\n\nKram, Ada"),
            new("ingrid", 1, "Inte ett ord. Ta med dig varma strumpor, det är redan kallt på landet.")),
        new("Probenplan Winterkonzert", 41, "chor ada", "Chor",
            new("chor", 18, "Liebe Sängerinnen und Sänger,\n\nbis zum Konzert proben wir jeden Mittwoch um 19:30 Uhr. Die Generalprobe ist am Samstag davor um 14 Uhr.\nBitte Noten von Brahms und Stenhammar mitbringen.\n\nEuer Vorstand"),
            new("ada", 2, "Hallo zusammen,\n\nam zweiten Mittwoch bin ich auf Dienstreise, sonst bin ich dabei.\n\nAda (Alt 2)")),
        new("Sonntag Schlachtensee?", 5, "jonas ada", "Familie",
            new("jonas", 20, "Am Sonntag einmal um den See und dann Kuchen? Ich bringe die Thermoskanne mit.\n\nJonas"),
            new("ada", 1, "Ja! 11 Uhr an der S-Bahn."),
            new("jonas", 0.3, "Abgemacht. Und zieh warme Schuhe an.")),
        new("Nebenkostenabrechnung", 0, "vermieter ada", "Wohnung",
            new Line("vermieter", 1.7, "Sehr geehrte Frau Lindqvist,\n\nanbei die Nebenkostenabrechnung. Sie erhalten 86,40 € zurück, bitte teilen Sie uns Ihre IBAN mit.\n\nHausverwaltung Blücher",
                new Enclosure("Nebenkosten.pdf", "Nebenkostenabrechnung\nGuthaben: 86,40 EUR"))),
    ];
}
