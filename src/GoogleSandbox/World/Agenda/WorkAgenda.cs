using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.World.Agenda;

/// <summary>The meetings that Ada and Bruno share, and the calendar of their team.</summary>
internal sealed class WorkAgenda
{
    private const string Weekdays = "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";

    public WorkAgenda(Planner plan)
    {
        var standUp = plan.Timed("Stand-up", plan.On(DayOfWeek.Monday, -56), 9.5, 0.25, Cast.Berlin)
            .Guests("ada bruno carla henrik").Meet().Repeating(Weekdays);
        var weekly = plan.Timed("Lighthouse weekly", plan.On(DayOfWeek.Thursday, -56), 10, 1, Cast.Berlin)
            .About("Agenda: numbers, risks, one decision.\nNotes are in the document.").Guests("ada bruno carla priya:tentative").Meet()
            .Attach("Lighthouse weekly: notes").Repeating("RRULE:FREQ=WEEKLY;BYDAY=TH");
        var oneToOne = plan.Timed("Ada / Bruno", plan.On(DayOfWeek.Tuesday, -20), 15, 0.5, Cast.Berlin)
            .Guests("ada bruno").Meet().Repeating("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
        Review = plan.Timed("Porto Azul: quarterly review", plan.On(DayOfWeek.Wednesday, 1), 14, 1.5, Cast.Lisbon)
            .About("Numbers of the quarter, wishes for phase two.").At("Porto Azul, Cais 4, Lisboa").Guests("tomas ada bruno:needsAction");
        LeHavre = plan.Timed("Le Havre : visite des terminaux", plan.On(DayOfWeek.Tuesday, 2), 9, 3, "Europe/Paris")
            .At("Havre Fret, Quai de l'Atlantique").Guests("mireille ada bruno:tentative");
        Tiles = plan.Timed("Tile cache: how long?", plan.On(DayOfWeek.Friday, 1), 11, 0.5, Cast.Lisbon)
            .Guests("bruno ada:needsAction henrik").Meet();
        Shared =
        [
            standUp,
            plan.Skip(standUp, plan.On(DayOfWeek.Wednesday, -1)),
            plan.Move(standUp, plan.On(DayOfWeek.Friday), plan.On(DayOfWeek.Friday), 11),
            weekly,
            plan.Skip(weekly, plan.On(DayOfWeek.Thursday, -2)),
            plan.Move(weekly, plan.On(DayOfWeek.Thursday, 1), plan.On(DayOfWeek.Friday, 1), 14).About("Moved: Ada is at the steering group on Thursday."),
            oneToOne,
            Review,
            LeHavre,
            Tiles,
            plan.AllDay("Le Havre on site", plan.Date(plan.On(DayOfWeek.Monday, 2)), 3).Guests("ada bruno:tentative").At("Le Havre"),
            plan.Timed("Hafenwerk: Angebot durchsprechen", plan.On(DayOfWeek.Monday, 1), 16, 1, Cast.Berlin).Guests("ada bruno:declined greta"),
        ];
        Team =
        [
            plan.Timed("Release train", plan.On(DayOfWeek.Tuesday, -30), 13, 1, Cast.Berlin).Repeating("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
            plan.AllDay("Carla on holiday", plan.Date(plan.On(DayOfWeek.Monday, 3)), 5).Free(),
            plan.AllDay("Code freeze", plan.Date(plan.On(DayOfWeek.Wednesday, 2)), 2).Free(),
            plan.Timed("Salary round: proposals", plan.On(DayOfWeek.Thursday, 1), 16, 1, Cast.Berlin).About("Proposals for everybody in the team.").Private(),
            plan.Timed("On call handover", plan.On(DayOfWeek.Monday, -20), 12, 0.5, Cast.Berlin).Repeating("RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=40"),
        ];
        Carla =
        [
            plan.Timed("Customer calls", plan.On(DayOfWeek.Monday, -10), 10, 2, Cast.Lisbon).Repeating("RRULE:FREQ=WEEKLY;BYDAY=MO,WE"),
            plan.Timed("Interview", plan.On(DayOfWeek.Thursday, 1), 15, 1, Cast.Lisbon),
        ];
    }

    /// <summary>In both primary calendars.</summary>
    public IReadOnlyList<JsonObject> Shared { get; }

    public IReadOnlyList<JsonObject> Team { get; }

    /// <summary>A colleague's calendar that shows only when she is busy.</summary>
    public IReadOnlyList<JsonObject> Carla { get; }

    public JsonObject Review { get; }

    public JsonObject LeHavre { get; }

    public JsonObject Tiles { get; }
}
