using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.World.Agenda;

/// <summary>What is only in Bruno's calendars.</summary>
internal static class BrunoAgenda
{
    private const string Tokyo = "Asia/Tokyo";

    public static IReadOnlyList<JsonObject> Primary(Planner plan) =>
    [
        plan.Flight("Voo LIS - HND", -31, 11.5, Cast.Lisbon, 16.5, Tokyo).At("Lisboa, Terminal 1").Remind("popup", 180),
        plan.AllDay("PortTech Tokyo", plan.Date(-29), 4).At("Tokyo International Forum"),
        plan.Timed("My talk: what twelve drifting sensors taught us", -28, 11 + 1 / 3.0, 0.75, Tokyo).At("Hall A"),
        plan.Timed("佐藤さんと打ち合わせ", -28, 15, 1, Tokyo).Guests("bruno kenji").At("ロビー"),
        plan.Flight("Voo HND - LIS", -25, 22.75, Tokyo, 18, Cast.Lisbon).At("Haneda, Terminal 3"),
        plan.Timed("Sensor calibration", plan.On(DayOfWeek.Monday, -4), 14, 2, Cast.Lisbon).Repeating("RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=8"),
        plan.Timed("Consulta de ortopedia", -88, 17.25, 0.5, Cast.Lisbon).Private().At("Clínica do Rato"),
        plan.Timed("Focus: tile cache", plan.On(DayOfWeek.Wednesday, -4), 9, 2, Cast.Lisbon).With("eventType", "focusTime").Repeating("RRULE:FREQ=WEEKLY;BYDAY=WE"),
        plan.Timed("Out of office: maratona", 36, 0, 48, Cast.Lisbon).With("eventType", "outOfOffice")
            .With("outOfOfficeProperties", new JsonObject { ["autoDeclineMode"] = "declineAllConflictingInvitations", ["declineMessage"] = "A correr." }),
        plan.Timed("Dentista?", 11, 13, 0.5, Cast.Lisbon).With("status", "tentative").Private(),
        plan.Timed("Le Havre training plan", 6, 10, 1, Cast.Lisbon).Guests("bruno mireille:needsAction").Meet(),
    ];

    public static IReadOnlyList<JsonObject> Family(Planner plan) =>
    [
        plan.Timed("Jantar em casa da Sofia", plan.On(DayOfWeek.Friday), 20, 3, Cast.Lisbon).About("Levar vinho, não levar sobremesa."),
        plan.Timed("Casamento da Sofia e do Rui", -136, 15, 9, Cast.Lisbon).At("Quinta do Pinhal").About("Discurso: seis minutos, sem bolo."),
        plan.AllDay("Aniversário da Sofia", plan.LastYears(5, 9)).Free().Repeating("RRULE:FREQ=YEARLY"),
        plan.AllDay("Pagar a renda", plan.LastYears(1, 5)).Free().Repeating("RRULE:FREQ=MONTHLY;BYMONTHDAY=5"),
        plan.Timed("Treino: séries", plan.On(DayOfWeek.Wednesday, -22), 18.5, 1.25, Cast.Lisbon).Repeating("RRULE:FREQ=WEEKLY;BYDAY=WE"),
        plan.Timed("Treino longo", plan.On(DayOfWeek.Sunday, -22), 8, 2.5, Cast.Lisbon).Repeating("RRULE:FREQ=WEEKLY;BYDAY=SU"),
        plan.AllDay("Maratona de Sevilha", plan.Date(37)).At("Sevilla"),
    ];
}
