using Assistant.GoogleSandbox.World.Files;

namespace Assistant.GoogleSandbox.World.Plots;

/// <summary>The work that Ada and Bruno share: a customer portal for ports, from the first idea to its second phase.</summary>
internal static class Lighthouse
{
    public static IReadOnlyList<Talk> Talks { get; } =
    [
        new("Lighthouse: kick-off on Thursday", 418, "ada bruno carla priya", "Lighthouse",
            new("ada", 9.2, """
                Hi all,

                Lighthouse is approved. The idea in one sentence: a portal where port operators see where every container is, without phoning us.

                I would like to meet on Thursday at 10:00 Berlin time. Please bring one thing that could make it fail.

                Ada
                """),
            new("bruno", 1.4, "I am in. The thing that could make it fail: we promise live positions and the ships report every six hours.\n\nBruno"),
            new("carla", 3, "Count me in as well. Mine: Porto Azul has no budget line for it before spring.\n\nRegards,\nCarla Mendes\nProduct, Northwind"),
            new("priya", 5.5, "Works for me (4 am in New York, so I will be quiet and bring coffee). Mine: nobody owns the data dictionary.")),
        new("Requirements from Porto Azul", 391, "tomas ada bruno", "Lighthouse",
            new("tomas", 11, """
                Dear Ada, dear Bruno,

                As promised, our list. The three that matter most: arrival estimates with a confidence, an export to CSV every night, and roles
                (the quay sees less than the office).

                Com os melhores cumprimentos,
                Tomás Ferreira
                Porto Azul
                """, new Enclosure("requisitos-porto-azul.pdf", "Requisitos do Porto Azul\n1. Estimativa de chegada com confiança\n2. Exportação CSV\n3. Perfis")),
            new("ada", 4, "Thank you, Tomás, that is the clearest list we ever got. Bruno will write to you about the roles.\n\nAda"),
            new("bruno", 20, "Olá Tomás,\n\nfor the roles we propose three: office, quay, guest. A guest sees one container by its number and nothing else. Would that do?"),
            new("tomas", 26, "Perfeito. Three roles are enough.\n\nTomás")),
        new("Data dictionary: who owns it?", 352, "priya ada bruno", "Lighthouse",
            new("priya", 15.5, "We have four definitions of \"arrival\": anchorage, pilot on board, first line, gangway down. Which one does the portal show?"),
            new("bruno", 2, "First line ashore. It is what the invoices use.\n\nBruno"),
            new("ada", 1, "Agreed: first line ashore, shown in the port's local time. Priya, will you own the dictionary?"),
            new("priya", 1, "Yes. First version in the wiki by Friday.")),
        new("Vendor for the map: decision needed", 317, "carla ada bruno", "Lighthouse",
            new("carla", 10.3, """
                Ada, Bruno,

                the three offers are in: Kartenwerk 18,400 EUR a year, OpenSeaTiles 7,900 EUR, and building it ourselves (Henrik says nine weeks).

                I recommend OpenSeaTiles. Comparison attached.

                Carla
                """, new Enclosure("map-vendors.csv", "Vendor,Price EUR a year,Offline,Support\nKartenwerk,18400,yes,24x7\nOpenSeaTiles,7900,yes,office hours\nOwn,0,no,Henrik\n")),
            new("bruno", 2.5, "OpenSeaTiles. Office-hours support is fine, the map is not on the critical path."),
            new("ada", 1, "Decided: OpenSeaTiles for two years. Carla, please sign. Thank you for the table.")),
        new("Budget for the pilot", 284, "ada bruno carla", "Lighthouse",
            new("ada", 14, """
                Dear both,

                the steering group gave us 64,000 EUR for the pilot, not the 80,000 that we asked for. What do we leave out?

                Ada
                """, new Enclosure("lighthouse-budget.csv", "Item,Owner,EUR\nMap tiles,Carla,7900\nSensors,Bruno,21500\nHosting,Priya,9600\nTravel,Ada,11000\nReserve,Ada,14000\n")),
            new("carla", 1.5, "Travel. We can train Porto Azul by video.\n\nCarla"),
            new("bruno", 2, "I can do the pilot with 12 sensors instead of 20. That saves 8,600.\n\nBruno"),
            new("ada", 1, "12 sensors and one trip instead of three. That fits. Thanks!")),
        new("Pilot contract with Porto Azul", 240, "tomas ada bruno", "Lighthouse",
            new("tomas", 16, "Dear Ada,\n\nour lawyers changed two clauses (liability and exit). The marked version is attached. We would like to sign before the end of the month.\n\nTomás",
                new Enclosure("contrato-piloto-v3.docx", "Pilot contract, version 3\nClause 7: liability is limited to 50,000 EUR.\nClause 11: either side may leave with 30 days of notice.")),
            new("ada", 18, "Dear Tomás,\n\nboth clauses are fine for us. I signed this morning; the paper copy goes out today.\n\nBest,\nAda"),
            new("tomas", 5, "Signed here too. Let's get to work!")) { IsStarred = true },
        new("Security review: two findings", 203, "henrik ada bruno", "Lighthouse",
            new("henrik", 9.5, """
                Hi,

                the review is done. Two findings:
                1. High: guest links never expire. They should after 14 days.
                2. Medium: the CSV export ignores roles.

                Everything else looks good.

                Henrik
                """, new Enclosure("security-review.pdf", "Security review of Lighthouse\nFinding 1 (high): guest links never expire\nFinding 2 (medium): CSV export ignores roles")),
            new("bruno", 1.2, "Both are mine. Number 1 is fixed in the branch, number 2 by Wednesday."),
            new("henrik", 50, "Checked, both closed."),
            new("ada", 1, "Well done, both. I told the steering group.")),
    ];
}
