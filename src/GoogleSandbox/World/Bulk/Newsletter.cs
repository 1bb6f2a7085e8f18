using Assistant.GoogleSandbox.World.Mime;

namespace Assistant.GoogleSandbox.World.Bulk;

/// <summary>One that comes every so many days; Hello is the hidden text beside the subject, Farewell the link that ends it.</summary>
internal sealed record Newsletter(
    string Name, string Address, string Color, int EveryDays, string Hello, string More, string Farewell, params IReadOnlyList<Article> Articles)
{
    public Mailbox Mailbox => new(Name, Address);
}

internal sealed record Article(string Title, string Text);
