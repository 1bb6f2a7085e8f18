using Assistant.GoogleSandbox.World.Mime;

namespace Assistant.GoogleSandbox.World;

/// <summary>How somebody's mail program quotes what is answered, and encodes what is written.</summary>
internal enum Program
{
    Gmail,
    Outlook,
    Apple,
    PlainText,
}

/// <summary>A writer of letters; Key is the short name in the tables of this world.</summary>
internal sealed record Contact(string Key, string Name, string Address, string Zone, Program Program, string Charset = Charset.Utf8)
{
    public Mailbox Mailbox => new(Name, Address);

    public string FirstName => Name.Split(' ')[0];

    public string Domain => Address.Split('@')[1];
}

/// <summary>Everybody who writes letters by hand.</summary>
internal static class Cast
{
    public const string Berlin = "Europe/Berlin";
    public const string Lisbon = "Europe/Lisbon";
    private const string Stockholm = "Europe/Stockholm";
    private const string NewYork = "America/New_York";
    private const string Tokyo = "Asia/Tokyo";

    public static readonly Contact Ada = new("ada", "Ada Lindqvist", "ada@northwind.example", Berlin, Program.Gmail);
    public static readonly Contact Bruno = new("bruno", "Bruno Keller", "bruno@northwind.example", Lisbon, Program.Apple);

    private static readonly Dictionary<string, Contact> People = new Contact[]
    {
        Ada,
        Bruno,
        new("carla", "Carla Mendes", "carla@northwind.example", Lisbon, Program.Outlook, Charset.Windows1252),
        new("priya", "Priya Raman", "priya@northwind.example", NewYork, Program.Gmail),
        new("henrik", "Henrik Sørensen", "henrik@northwind.example", "Europe/Copenhagen", Program.Apple),
        new("tomas", "Tomás Ferreira", "t.ferreira@porto-azul.example", Lisbon, Program.Outlook, Charset.Latin1),
        new("mireille", "Mireille Dubois", "m.dubois@havre-fret.example", "Europe/Paris", Program.Outlook, Charset.Latin1),
        new("greta", "Vogt, Greta (Einkauf)", "g.vogt@hafenwerk.example", Berlin, Program.Outlook, Charset.Windows1252),
        new("kenji", "佐藤 健二", "sato@minato-logistics.example", Tokyo, Program.PlainText, Charset.Iso2022Jp),
        new("layla", "ليلى حداد", "layla@bahr-shipping.example", "Asia/Dubai", Program.Gmail),
        new("ingrid", "Ingrid Lindqvist", "ingrid.lindqvist@brevbo.example", Stockholm, Program.Apple, Charset.Latin1),
        new("jonas", "Jonas Weiß", "jonas.weiss@postkiste.example", Berlin, Program.Gmail),
        new("vermieter", "Hausverwaltung Blücher", "verwaltung@bluecher-immobilien.example", Berlin, Program.Outlook, Charset.Windows1252),
        new("chor", "Chor am Kanal", "probe@chor-am-kanal.example", Berlin, Program.PlainText),
        new("sofia", "Sofia Keller", "sofia.keller@correio.example", Lisbon, Program.Apple),
        new("miguel", "Miguel Ángel Ortega", "miguel@corredores-tajo.example", "Europe/Madrid", Program.Gmail),
        new("senhorio", "Dona Amélia Rocha", "amelia.rocha@casas-alfama.example", Lisbon, Program.PlainText, Charset.Latin1),
        new("clinica", "Clínica do Rato", "marcacoes@clinica-rato.example", Lisbon, Program.Outlook, Charset.Windows1252),
    }.ToDictionary(person => person.Key, StringComparer.Ordinal);

    /// <summary>People by their keys, separated by spaces.</summary>
    public static IReadOnlyList<Contact> Of(string keys) => [.. keys.Split(' ').Select(key => People[key])];

    public static bool HasMailbox(Contact contact) => contact == Ada || contact == Bruno;
}
