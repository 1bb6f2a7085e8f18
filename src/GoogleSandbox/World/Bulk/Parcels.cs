using Assistant.GoogleSandbox.World.Mime;

namespace Assistant.GoogleSandbox.World.Bulk;

/// <summary>Orders that are confirmed, sent and delivered.</summary>
internal sealed class ParcelWriter(Sender sender, WorldClock clock, SeededRandom random, string zone)
{
    private static readonly Mailbox Carrier = new("Paketblitz", "tracking@paketblitz.example");
    private static readonly Mailbox Shop = new("Werkhof Online", "orders@werkhof.example");

    private static readonly (string German, string English)[] Things =
    [
        ("Schreibtischlampe \"Möwe\"", "Desk lamp \"Gull\""), ("Notenständer, klappbar", "Running belt with bottle"), ("Umzugskartons, 20 Stück", "USB-C dock"),
        ("Wasserkocher 1,5 l", "Noise cancelling headphones"), ("Winterstiefel, Größe 39", "Rain jacket, size L"),
    ];

    public void Write(bool german, int days)
    {
        for (var i = 0; i < Things.Length; i++)
        {
            var (thing, ago, number) = (german ? Things[i].German : Things[i].English, 12 + i * (days - 40) / Things.Length + random.Below(20), random.Between(100_000, 999_999));
            var code = $"PB{random.Between(10_000_000, 99_999_999)}DE";
            Send(Shop, german ? $"Bestellbestätigung {number}" : $"Order confirmation {number}", ago, 20.5,
                german ? $"Vielen Dank für Ihre Bestellung.\n\n1 x {thing}\n\nWir melden uns, sobald das Paket unterwegs ist." : $"Thank you for your order.\n\n1 x {thing}\n\nWe write again when it is on its way.");
            Send(Carrier, german ? $"Ihr Paket {code} ist unterwegs" : $"Your parcel {code} is on its way", ago - 2, 15,
                german ? $"Inhalt: {thing}\nVoraussichtliche Zustellung: in zwei Tagen\nSendungsnummer: {code}" : $"Content: {thing}\nExpected delivery: in two days\nTracking number: {code}");
            Send(Carrier, german ? $"Zugestellt: {code}" : $"Delivered: {code}", ago - 4, 11.2,
                german ? $"Ihr Paket ({thing}) liegt bei Ihrem Nachbarn im Erdgeschoss." : $"Your parcel ({thing}) was handed to the concierge.");
        }
    }

    private void Send(Mailbox from, string subject, int ago, double hour, string text) => sender.Send(
        from, subject, clock.Ago(ago, hour, zone), new TextPart("plain", text + "\n", Charset.Latin1), ["CATEGORY_UPDATES"], ("Auto-Submitted", "auto-generated"));
}
