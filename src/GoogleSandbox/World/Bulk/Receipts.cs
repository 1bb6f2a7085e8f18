using System.Globalization;
using System.Net;
using Assistant.GoogleSandbox.World.Files;
using Assistant.GoogleSandbox.World.Mime;

namespace Assistant.GoogleSandbox.World.Bulk;

/// <summary>A seller who sends a receipt or an invoice every so many days.</summary>
internal sealed record Shop(string Name, string Address, string Subject, string Item, string Total, int Cents, int EveryDays, bool HasPdf, string Label)
{
    public static readonly IReadOnlyList<Shop> OfAda =
    [
        new("Stadtstrom Berlin", "rechnung@stadtstrom.example", "Ihre Stromrechnung {0}", "Strom, Abschlag", "Summe", 7400, 30, true, "Rechnungen"),
        new("Spreenetz", "service@spreenetz.example", "Rechnung {0} für Ihren Internetanschluss", "Internet 250 Mbit/s", "Gesamtbetrag", 3995, 31, true, "Rechnungen"),
        new("Lesezeichen Buchhandlung", "bestellung@lesezeichen.example", "Danke für Ihren Einkauf, Beleg {0}", "Bücher", "Summe", 2680, 47, false, ""),
        new("Havelbahn", "ticket@havelbahn.example", "Ihre Fahrkarte {0}", "Fahrkarte Berlin Hbf - Hamburg Hbf", "Preis", 5590, 52, true, "Reisen"),
    ];

    public static readonly IReadOnlyList<Shop> OfBruno =
    [
        new("Água de Lisboa", "faturas@agua-lisboa.example", "Fatura eletrónica n.º {0}", "Consumo de água", "Total a pagar", 2315, 30, true, "Faturas"),
        new("Rede Tejo", "cliente@redetejo.example", "A sua fatura {0} já está disponível", "Telemóvel e internet", "Total", 3490, 31, true, "Faturas"),
        new("Mercearia da Graça", "encomendas@mercearia-graca.example", "Recibo {0}", "Cabaz da semana", "Total", 3120, 24, false, ""),
        new("Zapatillas Norte", "tienda@zapatillasnorte.example", "Confirmación del pedido {0}", "Zapatillas de correr", "Total", 8990, 130, false, "Corrida"),
    ];
}

internal sealed class ReceiptWriter(Sender sender, WorldClock clock, SeededRandom random, string zone)
{
    public void Write(Shop shop, int days)
    {
        var number = random.Between(20_000, 60_000);
        for (var ago = days - random.Below(shop.EveryDays); ago > 0; ago -= shop.EveryDays)
        {
            number += random.Between(11, 97);
            var subject = string.Format(CultureInfo.InvariantCulture, shop.Subject, number);
            var amount = ((shop.Cents + random.Below(900)) / 100m).ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',') + " €";
            var plain = $"{shop.Name}\n\n{subject}\n{shop.Item}\n{shop.Total}: {amount}\n";
            var file = shop.HasPdf ? new Enclosure($"{number}.pdf", plain).ToPart() : null;
            var body = new MultipartSketch(file).With(
                new TextPart("plain", plain, number % 2 == 0 ? Charset.Windows1252 : Charset.Utf8),
                new TextPart("html", Html(shop, subject, amount), number % 2 == 0 ? Charset.Windows1252 : Charset.Utf8, Transfer.Base64));
            IReadOnlyList<string> labels = shop.Label.Length == 0 ? ["CATEGORY_UPDATES"] : ["CATEGORY_UPDATES", shop.Label];
            sender.Send(new Mailbox(shop.Name, shop.Address), subject, clock.Ago(ago, 4 + random.Below(40) / 4.0, zone), body, labels, ("Auto-Submitted", "auto-generated"));
        }
    }

    private static string Html(Shop shop, string subject, string amount) => $"""
        <html><body style="font-family:Arial"><h3>{WebUtility.HtmlEncode(shop.Name)}</h3><p>{WebUtility.HtmlEncode(subject)}</p>
        <table border="0" cellpadding="6" style="border-collapse:collapse">
        <tr style="background:#eeeeee"><th align="left">{WebUtility.HtmlEncode(shop.Item)}</th><td align="right">{WebUtility.HtmlEncode(amount)}</td></tr>
        <tr><th align="left">{WebUtility.HtmlEncode(shop.Total)}</th><td align="right"><b>{WebUtility.HtmlEncode(amount)}</b></td></tr>
        </table></body></html>
        """;
}
