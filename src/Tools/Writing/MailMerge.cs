using System.Globalization;
using System.Text;
using Assistant.TokenStore;
using Assistant.Tools.Compose;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Compose.Replies;
using Assistant.Tools.Gmail.Drafts;
using Assistant.Tools.Google;
using Assistant.Tools.Style;
using Assistant.Tools.Templates;

namespace Assistant.Tools.Writing;

/// <remarks>
/// Problem: Why this row makes no mail.
/// </remarks>
public sealed record MergedMail(int Row, string? To = null, string? Subject = null, string? Body = null, string? DraftId = null, string? Problem = null)
{
    internal string ToText() => Problem is not null
        ? string.Create(CultureInfo.InvariantCulture, $"Row {Row}: {Problem}")
        : string.Create(CultureInfo.InvariantCulture, $"Row {Row}, to {To}: {Subject}{(DraftId is null ? "" : $" (draft {DraftId})")}{(Body is null ? "" : $"\n{Body}\n")}");
}

/// <remarks>
/// Saved: Drafts made; 0 for a preview. UndoId: Takes all of them back.
/// </remarks>
public sealed record MergeResult(int Rows, int Saved, IReadOnlyList<MergedMail> Mails, string? UndoId = null, IReadOnlyList<string>? Notes = null) : IToolResult
{
    public string ToText()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Rows} row{(Rows == 1 ? "" : "s")}, {Saved} draft{(Saved == 1 ? "" : "s")} saved, nothing was sent.\n");
        foreach (var mail in Mails)
            text.Append(mail.ToText()).Append('\n');
        if (UndoId is not null)
            text.Append(CultureInfo.InvariantCulture, $"Undo of all: change_undo {UndoId}\n");
        foreach (var note in Notes ?? [])
            text.Append(note).Append('\n');
        return text.ToString().TrimEnd();
    }
}

/// <summary>A merge as a caller asks for it: a template, or subject and body.</summary>
internal sealed record MergeWish
{
    public required string Rows { get; init; }

    public string ToColumn { get; init; } = "to";

    public string? Template { get; init; }

    public string? Subject { get; init; }

    public string? Body { get; init; }

    public string? Language { get; init; }

    public bool Save { get; init; }

    public string? IdempotencyKey { get; init; }

    public string? Account { get; init; }
}

/// <summary>One draft for each row. All rows are filled and checked before the first draft is made, so a mistake in the last one leaves nothing half done.</summary>
internal sealed class MailMerge(TemplateDesk templates, GoogleAccounts accounts, ContextGatherer gatherer, DraftBatches drafts)
{
    private const int BodiesShown = 3;
    private const int Named = 5;

    private sealed record Filled(MergedMail Shown, IReadOnlyList<MailAddress> To, MailWish? Wish);

    /// <exception cref="ToolFailure">No template, rows that cannot be read, a gap that no column fills, a row with a problem when they are to be saved.</exception>
    public async Task<MergeResult> RunAsync(MergeWish wish, CancellationToken cancellationToken)
    {
        var mail = await TemplateAsync(wish, cancellationToken);
        var rows = MergeRows.Read(wish.Rows);
        var columns = rows[0].Keys.ToList();
        // A spreadsheet's header has capitals.
        wish = columns.Contains(wish.ToColumn) ? wish : wish with { ToColumn = columns.Find(name => name.Equals(wish.ToColumn, StringComparison.OrdinalIgnoreCase)) ?? wish.ToColumn };
        CheckColumns(mail, rows, wish.ToColumn);
        var owner = await accounts.OneAsync(wish.Account, cancellationToken);
        var people = await PeopleAsync(wish, mail, rows, owner, cancellationToken);
        var filled = rows.Select((row, i) => Fill(mail, row, i + 1, wish.ToColumn, to => people.GetValueOrDefault(StyleLearner.KindOf(to, owner.Email)))).ToList();
        var wrong = filled.Where(one => one.Wish is null).Select(one => one.Shown).ToList();
        if (!wish.Save)
        {
            List<string> notes = [wrong.Count > 0 ? $"{wrong.Count} row{(wrong.Count == 1 ? " has" : "s have")} a problem: as long as one has, none is saved." : "This is a preview: with 'save' each becomes a draft."];
            if (filled.Count > BodiesShown)
                notes.Add($"Only the first {BodiesShown} rows are shown with their bodies.");
            return Show(new(filled.Count, 0, [.. filled.Select((one, i) => i < BodiesShown ? one.Shown : one.Shown with { Body = null })], null, [.. notes, .. SameAddress(filled)]));
        }

        if (wrong.Count > 0)
            throw new ToolFailure("bad_rows", $"Nothing was saved: {string.Join(' ', wrong.Take(Named).Select(one => one.ToText()))}{(wrong.Count > Named ? $" {wrong.Count - Named} more {(wrong.Count == Named + 1 ? "row has" : "rows have")} a problem." : "")}");
        var made = await drafts.CreateAsync(owner, [.. filled.Select(one => one.Wish!)], wish.IdempotencyKey, cancellationToken);
        List<MergedMail> mails = [.. filled.Zip(made.Ids, (one, id) => one.Shown with { Body = null, DraftId = id })];
        if (made.Stopped is { } stopped)
            mails.Add(new(mails.Count + 1, Problem: stopped.Message));
        return Show(new(filled.Count, made.Ids.Count, mails, made.UndoId, [.. Told(made, filled.Count, wish.IdempotencyKey), .. SameAddress(filled)]));
    }

    private async Task<MailTemplate> TemplateAsync(MergeWish wish, CancellationToken cancellationToken)
    {
        var (hasSubject, hasBody) = (!string.IsNullOrWhiteSpace(wish.Subject), !string.IsNullOrWhiteSpace(wish.Body));
        if (wish.Template is not null && (hasSubject || hasBody))
            throw new ToolFailure("bad_argument", $"A template has a subject and a body of its own: leave out 'template' or {(hasSubject && hasBody ? "'subject' and 'body'" : hasSubject ? "'subject'" : "'body'")}.");
        if (wish.Template is null && !(hasSubject && hasBody))
            throw new ToolFailure("bad_argument", hasBody ? "'body' needs a 'subject'." : hasSubject ? "'subject' needs a 'body'." : "Give 'template', or 'subject' and 'body'.");
        var mail = wish.Template is null ? new("the text", null, wish.Subject!, wish.Body!) : await templates.FindAsync(wish.Template, wish.Language ?? "en", cancellationToken);
        mail.Placeholders();
        return mail;
    }

    private static void CheckColumns(MailTemplate mail, IReadOnlyList<IReadOnlyDictionary<string, string>> rows, string toColumn)
    {
        List<string> columns = [.. rows.SelectMany(row => row.Keys).Distinct(StringComparer.Ordinal)];
        if (!columns.Contains(toColumn))
            throw new ToolFailure("bad_rows", $"There is no column '{toColumn}': say with 'to_column' which has the addresses. The columns are: {string.Join(", ", columns)}.");
        if (mail.Placeholders().Except([.. columns, .. RuleComposer.OfPeople], StringComparer.Ordinal).ToList() is { Count: > 0 } missing)
            throw new ToolFailure("missing_value", $"There is no column for {MailTemplate.Listed(missing)}. The columns are: {string.Join(", ", columns)}.");
    }

    /// <summary>What is known of the writer, for each kind of people that is written to: one signs otherwise for a colleague than for a customer.</summary>
    private async Task<Dictionary<string, WritingContext>> PeopleAsync(
        MergeWish wish, MailTemplate mail, IReadOnlyList<IReadOnlyDictionary<string, string>> rows, GoogleAccount owner, CancellationToken cancellationToken)
    {
        var people = new Dictionary<string, WritingContext>(StringComparer.Ordinal);
        if (!mail.Placeholders().Intersect(RuleComposer.OfPeople, StringComparer.Ordinal).Any())
            return people;
        foreach (var kind in rows.Select(row => MailAddresses.Read(row.GetValueOrDefault(wish.ToColumn))).Where(to => to.Count > 0).GroupBy(to => StyleLearner.KindOf(to, owner.Email)))
        {
            var known = await gatherer.GatherAsync(
                new() { Wish = "", To = [.. kind.First().Select(one => one.Written)], Language = wish.Language ?? mail.Language ?? MailLanguage.CodeOf(mail.Body), Account = owner.Nickname },
                cancellationToken);
            // How one signs for the first of them is nothing to the others.
            people[kind.Key] = known with { OwnMails = [] };
        }

        return people;
    }

    private static Filled Fill(MailTemplate template, IReadOnlyDictionary<string, string> row, int number, string toColumn, Func<IReadOnlyList<MailAddress>, WritingContext?> people)
    {
        try
        {
            if (!row.TryGetValue(toColumn, out var to) || string.IsNullOrWhiteSpace(to))
                throw new ToolFailure("bad_rows", $"it has no address in '{toColumn}'.");
            var addresses = MailErrors.Explain(() => MailAddresses.Parse(toColumn, to));
            // Columns that the template does not use are no mistake; gaps without a value are.
            var names = template.Placeholders();
            IReadOnlyDictionary<string, string> values = row.Where(pair => names.Contains(pair.Key) && pair.Value.Trim().Length > 0).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
            if (people(addresses) is { } context)
                values = RuleComposer.Values(context with { To = addresses, Wish = context.Wish with { Values = values } }, template, 0);
            var (subject, body) = template.Fill(values);
            MarkdownBody.Of(body);
            return new(new(number, string.Join(", ", addresses), subject, body), addresses, new MailWish { To = [to], Subject = subject, Body = body });
        }
        catch (ToolFailure problem)
        {
            return new(new(number, Problem: problem.Message), [], null);
        }
    }

    private static IEnumerable<string> Told(MadeBatch made, int rows, string? key)
    {
        if (made.Earlier == rows)
            yield return $"An equal call made these drafts before; nothing was made now. To have them once more, give {(key is null ? "an" : "another")} idempotency_key.";
        else if (made.Earlier > 0)
            yield return $"An equal call that did not end made the first {made.Earlier} before; this one went on after them.";
        if (made.Stopped is not null)
            yield return $"It stopped at row {made.Ids.Count + 1}: the same call again goes on there.";
    }

    private static IEnumerable<string> SameAddress(IReadOnlyList<Filled> filled)
    {
        var twice = filled.SelectMany(one => one.To.Select(to => (to.Key, one.Shown.Row))).Distinct()
            .GroupBy(one => one.Key, one => one.Row, (address, rows) => (Address: address, Rows: rows.ToList())).Where(one => one.Rows.Count > 1).ToList();
        var notes = twice.Take(Named).Select(one => $"Rows {string.Join(", ", one.Rows.SkipLast(1))} and {one.Rows[^1]} have the same address: {one.Address}.");
        return twice.Count > Named ? [.. notes, $"{twice.Count - Named} more addresses are in several rows."] : notes;
    }

    private static MergeResult Show(MergeResult whole) => Budgeted.Items(ResultBudget.Characters(null), whole.Mails.Count, count => whole with
    {
        Mails = [.. whole.Mails.Take(count)],
        Notes = count < whole.Mails.Count ? [.. whole.Notes!, $"{whole.Mails.Count - count} more rows are not shown."] : whole.Notes is { Count: > 0 } notes ? notes : null,
    });
}
