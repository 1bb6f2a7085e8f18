using System.Globalization;
using System.Text;
using Assistant.Tools.Compose;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Gmail.Drafts;
using Assistant.Tools.Google;
using Assistant.Tools.Templates;

namespace Assistant.Tools.Writing;

/// <remarks>
/// Problem: Why this row makes no mail.
/// </remarks>
public sealed record MergedMail(int Row, string? To = null, string? Subject = null, string? Body = null, string? DraftId = null, string? UndoId = null, string? Problem = null)
{
    internal string ToText() => Problem is not null
        ? string.Create(CultureInfo.InvariantCulture, $"Row {Row}: {Problem}")
        : string.Create(CultureInfo.InvariantCulture, $"Row {Row}, to {To}: {Subject}{(DraftId is null ? "" : $" (draft {DraftId})")}{(Body is null ? "" : $"\n{Body}\n")}");
}

/// <remarks>
/// Saved: Drafts made; 0 for a preview.
/// </remarks>
public sealed record MergeResult(int Rows, int Saved, IReadOnlyList<MergedMail> Mails, IReadOnlyList<string>? Notes = null) : IToolResult
{
    public string ToText()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Rows} rows, {Saved} drafts saved, nothing was sent.\n");
        foreach (var mail in Mails)
            text.Append(mail.ToText()).Append('\n');
        foreach (var note in Notes ?? [])
            text.Append(note).Append('\n');
        return text.ToString().TrimEnd();
    }
}

/// <summary>One draft for each row. All rows are filled and checked before the first draft is made, so a mistake in the last one leaves nothing half done.</summary>
internal sealed class MailMerge(TemplateDesk templates, GoogleAccounts accounts, DraftDesk drafts)
{
    private const int BodiesShown = 3;

    private sealed record Filled(MergedMail Shown, MailWish? Wish);

    /// <exception cref="ToolFailure">No template, rows that cannot be read, a row with a problem when they are to be saved.</exception>
    public async Task<MergeResult> RunAsync(
        string? template, string? subject, string? body, string? language, string rows, string toColumn, bool save, string? account, CancellationToken cancellationToken)
    {
        if ((template is null) == (body is null))
            throw new ToolFailure("bad_argument", "Give 'template', or 'subject' and 'body'.");
        var owner = await accounts.OneAsync(account, cancellationToken);
        var mail = template is null ? new MailTemplate("the text", null, subject ?? "", body!) : await templates.FindAsync(template, language ?? "en", cancellationToken);
        mail.Placeholders();
        var filled = MergeRows.Read(rows).Select((row, i) => Fill(mail, row, i + 1, toColumn)).ToList();
        var wrong = filled.Count(one => one.Wish is null);
        if (!save)
            return Show(filled.Count, 0, [.. filled.Select((one, i) => i < BodiesShown ? one.Shown : one.Shown with { Body = null })], wrong > 0 ? [$"{wrong} rows have a problem."] : ["This is a preview: with 'save' each becomes a draft."]);
        if (wrong > 0)
            throw new ToolFailure("bad_rows", $"Nothing was saved: {string.Join(' ', filled.Where(one => one.Wish is null).Take(5).Select(one => one.Shown.ToText()))}");
        var made = new List<MergedMail>();
        foreach (var one in filled)
        {
            try
            {
                var saved = await drafts.CreateAsync(one.Wish!, owner.Nickname, cancellationToken);
                made.Add(one.Shown with { Body = null, DraftId = saved.Id, UndoId = saved.UndoId });
            }
            catch (ToolFailure failure)
            {
                made.Add(one.Shown with { Body = null, Problem = failure.Message });
                return Show(filled.Count, made.Count - 1, made, [$"It stopped at row {one.Shown.Row}: merge that row and the ones after it again."]);
            }
        }

        return Show(filled.Count, made.Count, made, null);
    }

    private static MergeResult Show(int rows, int saved, List<MergedMail> mails, IReadOnlyList<string>? notes) =>
        Budgeted.Items(ResultBudget.Characters(null), mails.Count, count => new MergeResult(
            rows, saved, [.. mails.Take(count)], count < mails.Count ? [.. notes ?? [], $"{mails.Count - count} more rows are not shown."] : notes));

    private static Filled Fill(MailTemplate template, IReadOnlyDictionary<string, string> row, int number, string toColumn)
    {
        try
        {
            if (!row.TryGetValue(toColumn, out var to) || string.IsNullOrWhiteSpace(to))
                throw new ToolFailure("bad_rows", $"it has no address in '{toColumn}'.");
            var addresses = MailErrors.Explain(() => MailAddresses.Parse(toColumn, to));
            // Columns that the template does not use are no mistake; gaps without a value are.
            var names = template.Placeholders();
            var (subject, body) = template.Fill(row.Where(pair => names.Contains(pair.Key) && pair.Value.Trim().Length > 0).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal));
            MarkdownBody.Of(body);
            return new(new(number, string.Join(", ", addresses), subject, body), new MailWish { To = [to], Subject = subject, Body = body });
        }
        catch (ToolFailure problem)
        {
            return new(new(number, Problem: problem.Message), null);
        }
    }
}
