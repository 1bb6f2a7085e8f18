using Assistant.GoogleSandbox.World.Files;

namespace Assistant.GoogleSandbox.World.Plots;

/// <summary>Lighthouse after the pilot: a delay, the launch, and what comes next.</summary>
internal static class LighthouseLaunch
{
    public static IReadOnlyList<Talk> Talks { get; } =
    [
        new("Go-live moves by three weeks", 166, "bruno ada carla", "Lighthouse",
            new("bruno", 8.7, """
                Ada, Carla,

                bad news first: five of the twelve sensors drift when it is hot. The supplier replaces them, but not before the 20th. If we keep
                the date we launch with wrong positions in July.

                I suggest to move by three weeks.

                Bruno
                """),
            new("ada", 0.8, "Better late than wrong. I will tell Porto Azul myself. Can we show them the dashboard with the seven good ones meanwhile?"),
            new("carla", 2, "I can prepare a demo account with the seven quays.\n\nCarla"),
            new("bruno", 1, "Yes, that works. Thank you for not shooting the messenger.")),
        new("Lighthouse is live", 139, "ada bruno carla priya henrik", "Lighthouse",
            new("ada", 12.1, "Since 11:40 the portal is open for Porto Azul. 63 people logged in during the first hour and the phone is silent. Thank you, all of you.\n\nCake in the kitchen (Berlin), pastéis on me (Lisbon).\n\nAda"),
            new("priya", 4, "Congratulations from New York! The nightly export ran as well: 4,112 rows."),
            new("henrik", 1.5, "No alarms so far. I keep watching tonight."),
            new("bruno", 0.5, "The pastéis are gone already.")),
        new("Retrospective notes", 121, "carla ada bruno priya", "Lighthouse",
            new("carla", 17, """
                Notes from today:

                Keep: one decision owner a topic, the weekly demo.
                Change: test sensors in summer conditions, write the training material before the launch.
                Start: an error budget.

                Open: who trains Le Havre? (Bruno asked, nobody answered.)

                Carla
                """, new Enclosure("retrospective.docx", "Lighthouse retrospective\nKeep: one decision owner a topic\nChange: test sensors in summer\nStart: an error budget")),
            new("bruno", 1, "I can train Le Havre if somebody comes along for the French."),
            new("ada", 15, "I will come, my French survives a quay.")),
        new("Le Havre veut rejoindre Lighthouse", 98, "mireille ada bruno", "Lighthouse",
            new("mireille", 10.6, """
                Bonjour Madame Lindqvist, bonjour Monsieur Keller,

                nos collègues de Porto Azul nous ont montré le portail. Nous aimerions le tester avec deux terminaux à partir de la rentrée. Quel
                serait le coût, et qui forme nos équipes ?

                Cordialement,
                Mireille Dubois
                Havre Fret
                """),
            new("ada", 5, "Bonjour Madame Dubois,\n\navec plaisir ! Pour deux terminaux le test coûte 14 500 € sur trois mois, formation comprise. Bruno et moi viendrions sur place.\n\nBien à vous,\nAda Lindqvist"),
            new("mireille", 22, "C'est parfait. Je prépare le bon de commande.\n\nMireille Dubois"),
            new("bruno", 2, "Merci ! We bring twelve calibrated sensors and good shoes.")),
        new("Angebot Hafenwerk: Rückfragen", 74, "greta ada", "Lighthouse",
            new("greta", 13, "Sehr geehrte Frau Lindqvist,\n\nvielen Dank für Ihr Angebot. Zwei Rückfragen: Gilt der Preis auch für das vierte Terminal, und wo liegen die Daten?\n\nMit freundlichen Grüßen\nGreta Vogt\nEinkauf, Hafenwerk"),
            new("ada", 3, "Guten Tag Frau Vogt,\n\nder Preis gilt für bis zu fünf Terminals, und die Daten liegen in Frankfurt.\n\nViele Grüße\nAda Lindqvist"),
            new("greta", 46, "Danke, das genügt uns. Sie hören bis Monatsende von mir.\n\nGreta Vogt")),
        new("港湾ポータルについてのお問い合わせ", 61, "kenji bruno", "Lighthouse",
            new("kenji", 10, "ケラー様\n\nはじめまして。港物流の佐藤と申します。\n貴社の港湾ポータル「Lighthouse」に大変興味があります。\n来月の東京の会議でお会いできますでしょうか。\n\n佐藤 健二"),
            new("bruno", 9, "Dear Sato-san,\n\nthank you for writing. I will be at PortTech in Tokyo the whole week and would be glad to meet you on the second day at 15:00.\n\nBruno Keller"),
            new("kenji", 16, "ありがとうございます。二日目の15時、会場のロビーでお待ちしております。\n\n佐藤")),
        new("طلب عرض سعر لبوابة الموانئ", 47, "layla ada", "Lighthouse",
            new("layla", 9, "السيدة آدا المحترمة،\n\nنود الحصول على عرض سعر لبوابة Lighthouse لثلاث محطات في ميناء دبي.\nهل يمكن تحديد موعد لمكالمة الأسبوع القادم؟\n\nمع التحية،\nليلى حداد"),
            new("ada", 6, "Dear Layla,\n\nthank you for your request. Tuesday at 11:00 your time would suit me. The offer for three terminals is attached.\n\nAda",
                new Enclosure("offer-bahr-shipping.pdf", "Offer for Bahr Shipping\n3 terminals, 12 months: 41,700 EUR\nValid for 60 days")),
            new("layla", 20, "الثلاثاء مناسب، شكراً جزيلاً.\n\nليلى")),
        new("Phase two: what we promise", 33, "ada bruno carla priya", "Lighthouse",
            new("ada", 9.8, """
                For phase two I want to promise three things and not a fourth:
                - Le Havre live with both terminals,
                - arrival estimates with a confidence (Porto Azul still waits for them),
                - an error budget that somebody looks at.

                Objections until Friday.

                Ada
                """),
            new("priya", 6, "The estimates need the pilot bookings. I have 11 months of them, so: no objection."),
            new("carla", 16, "No objection. I would only name a date for Le Havre.\n\nCarla"),
            new("bruno", 3, "None. Le Havre could be the first Monday of the month after next.")) { IsStarred = true },
        new("Error budget: first month", 12, "priya ada bruno henrik", "Lighthouse",
            new("priya", 16, "We used 61 % of the error budget, nearly all of it in one night (the map tiles, 02:10 to 03:25). Chart attached.",
                new Enclosure("error-budget.png", "")),
            new("henrik", 1, "OpenSeaTiles confirmed it: an expired certificate at their side."),
            new("ada", 14, "Good to know that it was not us. Bruno, do we cache tiles?"),
            new("bruno", 1.1, "From next week we do, for 30 days.")),
        new("Sensors for Le Havre", 3, "bruno ada", "Lighthouse",
            new("bruno", 10, "Twelve sensors are calibrated and packed. The carrier wants 640 EUR for express, 210 EUR for the slow way (nine days). Which one?"),
            new("ada", 2, "The slow way, nine days are enough. Did you keep the two spare ones from the pilot?"),
            new("bruno", 0.6, "Yes, both are in the box and marked with blue tape.")),
        new("Slides for the steering group", 0, "ada bruno", "Lighthouse",
            new("ada", 3.6, "Bruno, could you look over slides 4 to 7 before tomorrow's steering group? I am not sure about the confidence numbers.",
                new Enclosure("steering-group.pdf", "Lighthouse, steering group\nSlide 4: estimates within 40 minutes in 83 % of the calls\nSlide 7: Le Havre")),
            new("bruno", 1.2, "Read them. On slide 5 it must be 38 minutes, not 83: the digits are swapped. The rest is good.")),
        new("Tiles: certificate again?", 0, "henrik ada bruno", "Lighthouse",
            new Line("henrik", 0.4, "The map is grey since five minutes ago. It looks like the certificate of OpenSeaTiles again; I have them on the phone.\n\nHenrik")),
    ];
}
