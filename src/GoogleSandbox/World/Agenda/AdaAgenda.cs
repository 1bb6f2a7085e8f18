using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.World.Agenda;

/// <summary>What is only in Ada's calendars.</summary>
internal static class AdaAgenda
{
    public static IReadOnlyList<JsonObject> Primary(Planner plan) =>
    [
        plan.Timed("Steering group", plan.On(DayOfWeek.Tuesday, -50), 16, 1, Cast.Berlin).At("Berlin, Raum Spree").Attach("Steering group: slides")
            .Repeating("RRULE:FREQ=MONTHLY;BYDAY=2TU"),
        plan.Timed("Focus: phase two", plan.On(DayOfWeek.Monday, -8), 13, 2, Cast.Berlin).With("eventType", "focusTime")
            .With("focusTimeProperties", new JsonObject { ["autoDeclineMode"] = "declineNone", ["chatStatus"] = "doNotDisturb" })
            .Repeating("RRULE:FREQ=WEEKLY;BYDAY=MO"),
        plan.Timed("Out of office", plan.On(DayOfWeek.Wednesday, 4), 0, 72, Cast.Berlin).With("eventType", "outOfOffice")
            .With("outOfOfficeProperties", new JsonObject { ["autoDeclineMode"] = "declineOnlyNewConflictingInvitations", ["declineMessage"] = "I am in Sweden." }),
        plan.Flight("Flight BER - EWR (UA 963)", 23, 9.25, Cast.Berlin, 9.2, "America/New_York").At("Berlin Brandenburg, Terminal 1").Remind("popup", 180),
        plan.Flight("Flight EWR - BER (UA 962)", 27, 18.1, "America/New_York", 8.1, Cast.Berlin).At("Newark, Terminal C").Remind("popup", 180),
        plan.Timed("Chor am Kanal: Probe", plan.On(DayOfWeek.Wednesday, -40), 19.5, 2, Cast.Berlin).Private().At("Gemeindesaal am Landwehrkanal")
            .Repeating("RRULE:FREQ=WEEKLY;BYDAY=WE"),
        plan.Timed("Zahnarzt Dr. Albrecht", 9, 8.5, 0.75, Cast.Berlin).Private().Remind("email", 1440),
        plan.Timed("Wohnungsübergabe Lindenstraße", -133, 9, 1.5, Cast.Berlin).Private().At("Lindenstraße 14, 3. OG links"),
        plan.Timed("Vendor lunch: Kartenwerk", 2, 12.5, 1.5, Cast.Berlin).Guests("greta ada:declined").At("Kantine am Hafen"),
        plan.AllDay("Home office", plan.Date(plan.On(DayOfWeek.Friday, -10))).With("eventType", "workingLocation").Free()
            .With("workingLocationProperties", new JsonObject { ["type"] = "homeOffice", ["homeOffice"] = new JsonObject() })
            .With("visibility", "public").Repeating("RRULE:FREQ=WEEKLY;BYDAY=FR"),
        plan.Timed("Maybe: talk at the harbour museum", 16, 19, 2, Cast.Berlin).With("status", "tentative").At("Hafenmuseum"),
    ];

    public static IReadOnlyList<JsonObject> Family(Planner plan) =>
    [
        plan.AllDay("Pappas födelsedag", plan.Date(-58).AddYears(-1)).Free().Repeating("RRULE:FREQ=YEARLY"),
        plan.AllDay("Mammas födelsedag", plan.LastYears(3, 14)).Free().Repeating("RRULE:FREQ=YEARLY"),
        plan.AllDay("Jonas hat Geburtstag", plan.LastYears(8, 2)).Free().Repeating("RRULE:FREQ=YEARLY"),
        plan.Timed("Schlachtensee mit Jonas", plan.On(DayOfWeek.Sunday), 11, 3, Cast.Berlin).At("S-Bahn Schlachtensee"),
        plan.AllDay("Midsommar i Dalarna", plan.LastYears(6, 18).AddYears(1), 5),
        plan.Timed("Umzug", -130, 8, 9, Cast.Berlin).About("Sechs Leute, ein Transporter, ein Klavier."),
        plan.Timed("Winterkonzert", 30, 19, 2.5, Cast.Berlin).At("Kirche am Südstern").About("Brahms und Stenhammar"),
        plan.AllDay("Miete überweisen", plan.LastYears(1, 1)).Free().Repeating("RRULE:FREQ=MONTHLY;BYMONTHDAY=1"),
    ];
}
