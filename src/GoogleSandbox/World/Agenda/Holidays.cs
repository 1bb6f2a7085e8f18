using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.World.Agenda;

/// <summary>Public holidays with a fixed date.</summary>
internal static class Holidays
{
    private static readonly (int Month, int Day, string Name)[] Germany =
        [(1, 1, "Neujahr"), (5, 1, "Tag der Arbeit"), (10, 3, "Tag der Deutschen Einheit"), (12, 25, "Erster Weihnachtstag"), (12, 26, "Zweiter Weihnachtstag")];

    private static readonly (int Month, int Day, string Name)[] Portugal =
    [
        (1, 1, "Ano Novo"), (4, 25, "Dia da Liberdade"), (5, 1, "Dia do Trabalhador"), (6, 10, "Dia de Portugal"), (8, 15, "Assunção de Nossa Senhora"),
        (10, 5, "Implantação da República"), (11, 1, "Dia de Todos os Santos"), (12, 1, "Restauração da Independência"), (12, 8, "Imaculada Conceição"), (12, 25, "Natal"),
    ];

    public static SeedCalendar OfGermany(Planner plan) =>
        new("de.german#holiday@group.v.calendar.google.com", "Feiertage in Deutschland", Cast.Berlin, "reader", Events(plan, Germany));

    public static SeedCalendar OfPortugal(Planner plan) =>
        new("pt.portuguese#holiday@group.v.calendar.google.com", "Feriados em Portugal", Cast.Lisbon, "reader", Events(plan, Portugal));

    private static List<JsonObject> Events(Planner plan, (int Month, int Day, string Name)[] days) =>
    [
        .. Enumerable.Range(0, 3).SelectMany(year => days.Select(day =>
            plan.AllDay(day.Name, plan.LastYears(day.Month, day.Day).AddYears(year)).Free().With("visibility", "public"))),
    ];
}
