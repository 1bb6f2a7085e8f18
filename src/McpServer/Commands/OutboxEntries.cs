using System.CommandLine;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;

namespace Assistant.Server.Commands;

/// <summary>What the outbox commands have in common.</summary>
internal static class OutboxEntries
{
    private const int Most = 200;

    public static Argument<string> Id() => new("id") { Description = "The entry's id, or the beginning of it that is its alone." };

    /// <summary>The user's entries, the newest first.</summary>
    public static Task<IReadOnlyList<OutboxEntry>> AllAsync(CliContext context, User user, bool open, CancellationToken cancellationToken) =>
        context.Get<IOutboxStore>().ListAsync(user.Id, open, Most, cancellationToken);

    /// <exception cref="CliException">There is none, or several begin so.</exception>
    public static async Task<OutboxEntry> OneAsync(CliContext context, string id, CancellationToken cancellationToken)
    {
        var user = await context.UserAsync(cancellationToken);
        var matching = (await AllAsync(context, user, open: false, cancellationToken)).Where(entry => id.Length > 0 && entry.Id.StartsWith(id, StringComparison.OrdinalIgnoreCase)).ToList();
        return matching switch
        {
            [var only] => only,
            [] => throw new CliException($"{user.Name} has no outbox entry '{id}'. '{context.Next("assistant outbox list")}' shows what there is."),
            _ => throw new CliException($"Several entries begin with '{id}': give more of the id."),
        };
    }

    public static string Text(OutboxEntry entry) => StoredCard.Of(entry).Card.ToText();

    public static string Line(OutboxEntry entry)
    {
        var card = StoredCard.Of(entry).Card;
        var text = string.Join("; ", card.Lines.Where(line => line.Name is "To" or "Subject").Select(line => line.Value));
        return text.Length == 0 ? card.Title : text.Length <= 80 ? text : text[..80] + "…";
    }
}
