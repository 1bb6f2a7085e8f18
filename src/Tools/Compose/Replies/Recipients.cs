using Assistant.Tools.Compose.Mime;

namespace Assistant.Tools.Compose.Replies;

/// <summary>Whom an answer goes to.</summary>
internal static class Recipients
{
    /// <param name="original">The mail that is answered.</param>
    /// <param name="own">The person's addresses, as <see cref="MailAddress.Key"/>.</param>
    /// <param name="everybody">Reply to all.</param>
    public static (IReadOnlyList<MailAddress> To, IReadOnlyList<MailAddress> Cc) Of(Original original, IReadOnlySet<string> own, bool everybody)
    {
        var isOwn = original.IsSent;
        // Answering one's own mail goes on to whom it was sent.
        IReadOnlyList<MailAddress> to = isOwn ? original.To : original.ReplyTo.Count > 0 ? original.ReplyTo : original.From;
        IReadOnlyList<MailAddress> cc = [];
        if (everybody)
        {
            // Where Reply-To names a list, its writer is among everybody.
            to = isOwn ? to : [.. to, .. original.To];
            cc = original.Cc;
        }

        var chosen = Others(to, own, []);
        if (chosen.Count == 0)
            chosen = [.. to.DistinctBy(address => address.Key)];
        return (chosen, Others(cc, own, chosen));
    }

    /// <summary>Each address once over all three, in the strongest field that it was given in.</summary>
    public static (IReadOnlyList<MailAddress> To, IReadOnlyList<MailAddress> Cc, IReadOnlyList<MailAddress> Bcc) Once(
        IEnumerable<MailAddress> to, IEnumerable<MailAddress> cc, IEnumerable<MailAddress> bcc)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return (Take(to), Take(cc), Take(bcc));

        IReadOnlyList<MailAddress> Take(IEnumerable<MailAddress> addresses) => [.. addresses.Where(address => seen.Add(address.Key))];
    }

    private static List<MailAddress> Others(IEnumerable<MailAddress> addresses, IReadOnlySet<string> own, IReadOnlyList<MailAddress> without) =>
        [.. addresses.Where(address => !own.Contains(address.Key) && !without.Any(one => one.Key == address.Key)).DistinctBy(address => address.Key)];
}
