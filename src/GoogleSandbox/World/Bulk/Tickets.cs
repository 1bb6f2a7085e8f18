using System.Globalization;
using Assistant.GoogleSandbox.World.Files;
using Assistant.GoogleSandbox.World.Mime;

namespace Assistant.GoogleSandbox.World.Bulk;

/// <summary>Electronic tickets for the flights in the calendars.</summary>
internal static class Tickets
{
    private static readonly Mailbox Airline = new("Atlantic & Orient Airways", "tickets@atlantic-orient.example");

    public static void Write(Sender sender, WorldClock clock, Contact owner)
    {
        if (owner == Cast.Ada)
            Write(sender, clock, owner, "K7QX2M", "Berlin (BER)", "New York (EWR)", 23, 9.25, "22A", "1.118,40 €", bought: 20);
        else
            Write(sender, clock, owner, "T4WZ9B", "Lisboa (LIS)", "東京 (HND)", -31, 11.5, "31K", "1.284,60 €", bought: 70);
    }

    private static void Write(
        Sender sender, WorldClock clock, Contact owner, string code, string from, string to, int day, double hour, string seat, string price, int bought)
    {
        var leaves = clock.Local(day, hour, owner.Zone).ToString("ddd d MMM yyyy HH:mm", CultureInfo.InvariantCulture);
        var text = $"Booking {code}\nPassenger: {owner.Name}\n{from} - {to}\nDeparture: {leaves}\nSeat: {seat}\nPaid: {price}\n";
        var body = new MultipartSketch(new Enclosure($"e-ticket-{code}.pdf", text.Replace("東京", "Tokyo", StringComparison.Ordinal)).ToPart()).With(
            new TextPart("plain", text),
            new Multipart("related",
                new TextPart("html", $"<html><body><img src=\"cid:logo@atlantic-orient.example\" alt=\"\"><h2>E-ticket {code}</h2><pre>{text}</pre></body></html>"),
                new FilePart("image/png", "logo.png", PngFile.Gradient(48, 16), "logo@atlantic-orient.example")));
        sender.Send(Airline, $"E-ticket {code}: {from} – {to}", clock.Ago(bought, 21.2, owner.Zone), body, ["CATEGORY_UPDATES", "STARRED", "IMPORTANT", "Reisen"]);
    }
}
