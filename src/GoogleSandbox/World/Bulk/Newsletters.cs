namespace Assistant.GoogleSandbox.World.Bulk;

/// <summary>What the newsletters write about.</summary>
internal static class Newsletters
{
    public static readonly Newsletter TideTable = new(
        "The Tide Table", "editor@tidetable.example", "#0b4f6c", 14, "Ports, ships and the software between them.", "Read on", "Unsubscribe",
        new("Rotterdam counts its empty containers with drones", "A flight of eleven minutes replaces a walk of two hours. The unions asked for one thing: that the drone stays above the boxes."),
        new("Why arrival estimates fail on Mondays", "Pilots rest, tides do not. A study of 9,000 calls finds that the weekend's backlog explains half of the error."),
        new("The cheapest sensor on the quay", "A 14 EUR pressure gauge tells as much about the mooring as the camera that costs a hundred times more."),
        new("Reefer plugs are the new gold", "Ports with enough sockets win the fruit season. Valencia adds 600 until March."),
        new("What a standard for quay numbers would change", "Three harbours, three names for the same wall: the working group met in Antwerp and, for once, agreed."),
        new("Interview: a pilot on autonomous tugs", "\"I do not mind the machine. I mind that nobody can tell me who stops it.\""),
        new("Shore power reaches the small ports", "Subsidies end in two years, the cables last for forty."),
        new("Paper bills of lading: the last mile", "Four banks still ask for the original. We asked them why."));

    public static readonly Newsletter Kuechenpost = new(
        "Küchenpost", "hallo@kuechenpost.example", "#7a1f1f", 22, "Drei Rezepte für diese Woche.", "Zum Rezept", "Newsletter abbestellen",
        new("Kürbissuppe mit Apfel", "Ein Hokkaido, zwei säuerliche Äpfel, ein Stück Ingwer. In 35 Minuten fertig, am zweiten Tag noch besser."),
        new("Semmelknödel ohne Angst", "Die Semmeln müssen alt sein, die Milch lauwarm, das Wasser darf nur sieden."),
        new("Grünkohl, aber knusprig", "Bei 160 Grad im Ofen, zwölf Minuten, mit Salz und Zitrone."),
        new("Apfelkuchen vom Blech", "Für zwölf Personen oder eine sehr schlechte Woche."),
        new("Linsen mit Spätzle", "Der Schuss Essig kommt zum Schluss, und er kommt wirklich hinein."),
        new("Brot über Nacht", "500 g Mehl, 3 g Hefe, Geduld. Um sieben Uhr morgens riecht das ganze Haus."));

    public static readonly Newsletter Fjallbutik = new(
        "Fjällbutiken", "nyheter@fjallbutiken.example", "#1d5c3a", 26, "Nytt för fjället i veckan.", "Läs mer", "Avsluta prenumerationen",
        new("Skalkläder som andas", "Vi har testat sju jackor i regn på Sarek. Två blev kvar."),
        new("Vinterns längdskidor", "Valla eller stighudar? Så väljer du efter snön där du bor."),
        new("Rea på ryggsäckar", "Upp till 40 % på förra årets modeller, så länge lagret räcker."),
        new("Laga din kåsa", "En gammal kåsa är den bästa. Så oljar du den."));

    public static readonly Newsletter MarETerra = new(
        "Mar e Terra", "cartas@mareterra.example", "#005f73", 19, "A semana em Lisboa, contada devagar.", "Continuar a ler", "Cancelar a subscrição",
        new("O eléctrico 28 às seis da manhã", "Sem turistas, com padeiros. Uma viagem de 40 minutos pela cidade que ainda dorme."),
        new("Três tascas que resistem", "Na Mouraria, na Graça e em Alcântara: sopa a dois euros e conversa de graça."),
        new("O mercado volta à praça", "Todos os sábados, trinta produtores do Oeste, até às duas da tarde."),
        new("Surf de inverno", "A água está a quinze graus, o parque de estacionamento vazio."),
        new("A ponte faz anos", "As fotografias que ninguém tinha visto, no arquivo do porto."));

    public static readonly Newsletter Corredores = new(
        "Corredores del Tajo", "boletin@corredores-tajo.example", "#9b2226", 21, "Carreras, consejos y la foto del mes.", "Leer más", "Darse de baja",
        new("La media maratón cambia de recorrido", "Menos cuestas, más sombra: el nuevo trazado sigue el río durante nueve kilómetros."),
        new("Cómo elegir zapatillas sin arruinarse", "Tres modelos por menos de 90 € que aguantan 700 kilómetros."),
        new("Correr con calor", "Sal antes de las ocho, bebe antes de tener sed y olvida el reloj."),
        new("La foto del mes: niebla en el puente", "La hizo Lucía en el kilómetro 17."));

    public static readonly Newsletter LaLettre = new(
        "La Lettre du Fret", "redaction@lettredufret.example", "#3d405b", 30, "L'actualité du transport maritime.", "Lire la suite", "Se désabonner",
        new("Le Havre modernise ses terminaux", "Deux portiques, un logiciel et beaucoup de patience : le chantier dure jusqu'à l'été."),
        new("Grève des dockers : ce qui change", "L'accord signé mardi prévoit des équipes plus courtes la nuit."),
        new("Le vent revient", "Un cargo à voiles a relié Nantes à Baltimore en treize jours."));
}
