using Assistant.GoogleSandbox.World.Files;

namespace Assistant.GoogleSandbox.World.Plots;

/// <summary>The trip to a conference: a talk accepted, a hotel, and what came of it.</summary>
internal static class Conference
{
    public static IReadOnlyList<Talk> Talks { get; } =
    [
        new("PortTech Tokyo: shall we submit a talk?", 187, "bruno ada", "Reisen",
            new("bruno", 13, "The call for talks of PortTech closes in two weeks. I would submit \"What twelve drifting sensors taught "
                + "us\". Travel would be about 2,300 EUR. Is there money?"),
            new("ada", 2, "There is money for one person. You tell the story better than I do: go!"),
            new("bruno", 0.3, "Submitted. If they take it I owe you a Tokyo banana.")),
        new("Tokyo: accepted!", 108, "bruno ada carla", "Lighthouse",
            new("bruno", 7.6, "They took the talk: day two, 11:20, the big hall. I need slides and a haircut."),
            new("carla", 1, "Congratulations! I can help with the first.\n\nCarla"),
            new("ada", 2, "Wonderful. Please keep Porto Azul's numbers out of it, or ask Tomás first.")),
        new("Slides for Tokyo, second version", 55, "bruno ada", "Lighthouse",
            new("bruno", 18, "Second version attached. The drift chart is on slide 9, Tomás agreed to show it without the port's name.",
                new Enclosure("porttech-slides-v2.pdf", "What twelve drifting sensors taught us\nBruno Keller, Northwind\nSlide 9: drift against temperature")),
            new("ada", 15, "Very good. Two wishes: begin with the phone call from the quay, and end before the credits.")),
        new("Expenses for Tokyo", 17, "bruno ada", "Reisen",
            new("bruno", 9, "Here is the list of expenses: flight 1,284.60, hotel 812.00, trains 96.40, one dinner with Sato-san 74.00. In sum 2,267.00 EUR.",
                new Enclosure("expenses-tokyo.csv", "Item,EUR\nFlight,1284.60\nHotel,812.00\nTrains,96.40\nDinner,74.00\n")),
            new("ada", 3, "Approved. 33 EUR under the budget, you may keep the umbrella.")),
    ];
}
