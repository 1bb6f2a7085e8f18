namespace Assistant.GoogleSandbox.World.Bulk;

/// <summary>Everything in one mailbox that no person wrote.</summary>
internal sealed class MailOfPrograms(PostOffice post, WorldClock clock, int seed, Contact owner)
{
    private readonly Sender _sender = new(post, clock, owner);

    public void Write(int days, IReadOnlyList<Shop> shops, params IReadOnlyList<Newsletter> letters)
    {
        foreach (var letter in letters)
            new NewsletterWriter(_sender, clock, Random(letter.Address), owner.Zone).Write(letter, "CATEGORY_PROMOTIONS", days);
        foreach (var shop in shops)
            new ReceiptWriter(_sender, clock, Random(shop.Address), owner.Zone).Write(shop, days);
        new ParcelWriter(_sender, clock, Random("parcels"), owner.Zone).Write(owner == Cast.Ada, days);
        new CodeHostWriter(_sender, clock, Random("forge"), owner.Zone).Write(owner == Cast.Ada ? 14 : 32, 380);
        Tickets.Write(_sender, clock, owner);
        Nuisances.Write(_sender, clock, owner.Zone);
        if (owner == Cast.Ada)
            Nuisances.WriteInjection(_sender, clock, owner.Zone);
    }

    private SeededRandom Random(string theme) => SeededRandom.For(seed, $"{owner.Key} {theme}");
}
