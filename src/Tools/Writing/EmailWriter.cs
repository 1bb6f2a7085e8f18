using Assistant.Tools.Compose;
using Assistant.Tools.Compose.Replies;
using Assistant.Tools.Gmail.Drafts;
using Assistant.Tools.Google;
using Assistant.Tools.Models;
using Assistant.Tools.Templates;
using Assistant.Tools.Writing.Wishes;

namespace Assistant.Tools.Writing;

/// <param name="Variants">How many, at least one.</param>
/// <param name="By">A way of writing; null for the configured order.</param>
/// <param name="Fresh">Not a remembered answer.</param>
/// <param name="Save">As a draft at Gmail.</param>
internal sealed record WritingOptions(int Variants = 1, string? By = null, bool Fresh = false, bool Save = false);

/// <summary>Writes a mail. It never sends one, and whom it goes to is decided before any model is asked.</summary>
internal sealed class EmailWriter(ContextGatherer gatherer, TemplateDesk templates, ModelDesk models, DraftDesk drafts)
{
    /// <exception cref="ToolFailure">No recipient, an unknown thread, template or account, a way of writing that is not there.</exception>
    public async Task<GeneratedEmail> WriteAsync(EmailWish wish, WritingOptions options, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(wish.Wish) && wish.Template is null && wish.Facts.Count == 0)
            throw new ToolFailure("nothing_to_say", "Say what the mail shall say with 'wish', 'facts' or 'template'.");
        Check(wish);
        var context = await gatherer.GatherAsync(wish, cancellationToken);
        var template = await TemplateAsync(context, cancellationToken);
        var task = ModelMail.Task(context, template, options.Variants);
        var answer = await models.WriteAsync(task, options.By, options.Fresh, cancellationToken);
        if (answer.IsForClient)
            return Budgeted.Text(ResultBudget.Characters(null), room => Around(context, answer, []) with { By = "you", Prompt = task.Within(room).Prompt });
        var notes = new List<string>();
        if (answer.Texts.Count == 0)
            context = InTheWishesLanguage(context, notes);
        // A subject alone is no mail.
        List<WrittenMail> read = [.. answer.Texts.Select(text => ModelMail.Read(text.Text, RuleComposer.Subject(context, null))).Where(mail => mail.Body.Length > 0)];
        if (read.Count < answer.Texts.Count)
            notes.Add("What the model wrote had no text of a mail in it.");
        if (read.Count == 0)
            answer = answer with { Texts = [] };
        List<WrittenMail> mails = read.Count > 0
            ? read
            : [.. Enumerable.Range(0, options.Variants).Select(variant => RuleComposer.Write(context, template, variant, variant == 0 ? notes : [])).DistinctBy(mail => mail.Body)];
        if (mails.Count < options.Variants && read.Count == 0)
            notes.Add($"Rules have {(mails.Count == 1 ? "one wording" : $"{mails.Count} wordings")} of this.");
        // The subject of an answer is what keeps it in its thread.
        if (context.Answered is not null)
            mails = [.. mails.Select(mail => mail with { Subject = RuleComposer.Subject(context, null) })];
        if (answer.Texts.Count == 0)
            notes.Insert(0, "Written by rules, from templates and the person's own phrases: it says only what it was told. A model writes freely: by 'prompt' gives you all to write it yourself.");
        var unfinished = answer.Unfinished is { } raw ? ModelMail.Read(raw, "") : null;
        var flags = Flags(context, template, unfinished is null ? mails : [.. mails, unfinished]);
        var result = Around(context, answer, notes) with
        {
            By = answer.Texts.Count > 0 ? answer.Texts[0].By : "rules",
            Subject = mails[0].Subject,
            Body = mails[0].Body,
            Variants = mails.Count > 1 ? [.. mails.Skip(1).Select(mail => new EmailText(mail.Subject, mail.Body))] : null,
            Sources = Cited(context, mails),
            Flags = flags.Count > 0 ? flags : null,
            Unanswered = RuleComposer.Unanswered(context, mails[0].Body) is { Count: > 0 } open ? open : null,
            Unfinished = unfinished?.Body,
            TokensIn = answer.Texts.Count > 0 ? answer.Texts.Sum(text => text.TokensIn) : null,
            TokensOut = answer.Texts.Count > 0 ? answer.Texts.Sum(text => text.TokensOut) : null,
            TokensToday = answer.TokensToday,
            Remembered = answer.Texts.Count > 0 && answer.Texts.All(text => text.IsRemembered) ? true : null,
        };
        if (options.Save && answer.Texts.Count == 0 && !RuleComposer.SaysAnything(context, template))
            return result with { Notes = ["Not saved as a draft: nothing of the wish is in it.", .. result.Notes ?? []] };
        return options.Save ? await SavedAsync(context, result, cancellationToken) : result;
    }

    /// <summary>Rules cannot translate: a new mail is in the language of its wish rather than empty in the one that was used before.</summary>
    private static WritingContext InTheWishesLanguage(WritingContext context, List<string> notes)
    {
        if (context.Answered is not null || context.Wish.Language is not null || context.Wish.Template is not null
            || (MailLanguage.CodeOf(context.Wish.Wish) ?? WishReader.Read(context.Wish.Wish, []).Language) is not { } language || language == context.Language || PhraseBook.Of(language) is null)
            return context;
        notes.Add($"In {language}, as the wish is: rules cannot translate into {context.Language}, in which you wrote before.");
        return context with { Language = language, Style = null };
    }

    /// <summary>Everything a model needs to write it, for the client's own, in at most so many characters where the wish itself is not longer.</summary>
    public async Task<string> PromptAsync(EmailWish wish, int characters, CancellationToken cancellationToken)
    {
        Check(wish);
        var context = await gatherer.GatherAsync(wish, cancellationToken);
        return ModelMail.Task(context, await TemplateAsync(context, cancellationToken), 1).Within(characters).Prompt;
    }

    private static void Check(EmailWish wish)
    {
        if (wish.Language is { } language && !(language.Length == 2 && language.All(char.IsAsciiLetter)))
            throw new ToolFailure("bad_argument", "'language' is two letters, such as en or de.");
        if (wish.Tone is not (null or "formal" or "neutral" or "friendly"))
            throw new ToolFailure("bad_argument", "'tone' is formal, neutral or friendly.");
        if (wish.ReplyAll && wish.Thread is null)
            throw new ToolFailure("bad_argument", "'reply_all' needs the 'thread' that is answered.");
    }

    private async Task<MailTemplate?> TemplateAsync(WritingContext context, CancellationToken cancellationToken) =>
        Checked(context.Wish, context.Wish.Template is { } name ? await templates.FindAsync(name, context.Language, cancellationToken) : null);

    private static MailTemplate? Checked(EmailWish wish, MailTemplate? template)
    {
        if (wish.Values is { Count: > 0 } values)
            (template ?? throw new ToolFailure("bad_argument", "'values' fill the gaps of a template: name it with 'template', or say them in 'facts'.")).CheckNames(values.Keys);
        return template;
    }

    private static GeneratedEmail Around(WritingContext context, ModelAnswer answer, IReadOnlyList<string> notes)
    {
        List<string> all = [.. notes, .. answer.Notes, .. context.Notes];
        return new()
        {
            By = "",
            To = [.. context.To.Select(one => one.ToString())],
            Cc = context.Cc.Count > 0 ? [.. context.Cc.Select(one => one.ToString())] : null,
            ReplyTo = context.Answered?.Id,
            Language = context.Language,
            Flags = Surprises(context) is { Count: > 0 } flags ? flags : null,
            Notes = all.Count > 0 ? all : null,
        };
    }

    private static List<EmailFlag> Flags(WritingContext context, MailTemplate? template, IReadOnlyList<WrittenMail> mails)
    {
        List<string> own =
        [
            context.Wish.Wish, .. context.Wish.Facts, template is null ? "" : $"{template.Subject}\n{template.Body}", .. context.Wish.Values?.Values ?? [], context.Sender.ToString(), .. context.Wish.To, .. context.Wish.Cc,
            .. context.Offers.Select(offer => $"{offer.Start:uuuu-MM-dd HH:mm} {offer.End:HH:mm}"), $"{context.Now:uuuu-MM-dd}", .. context.Style?.Phrases ?? [], context.Style?.Greeting ?? "", context.Style?.SignsAs ?? "",
        ];
        var flags = Surprises(context);
        foreach (var mail in mails)
        {
            // The thread's own subject is no news to anybody in it.
            var text = context.Answered is null ? $"{mail.Subject}\n{mail.Body}" : mail.Body;
            flags.AddRange(TextCheck.Flags(text, own, context.Sources).Where(flag => !flags.Contains(flag)).ToList());
        }

        return flags;
    }

    private static List<EmailFlag> Surprises(WritingContext context) =>
    [
        .. context.Surprising.Select(one => new EmailFlag("recipient", one.ToString(), "is named by Reply-To only: nobody of that address wrote in the thread, and you did not name it")),
        .. context.Strangers.Select(one => new EmailFlag("recipient", one.ToString(), "is not in the thread: a saved draft quotes nothing of it")),
    ];

    private static List<EmailSource>? Cited(WritingContext context, IReadOnlyList<WrittenMail> mails)
    {
        var numbers = mails.SelectMany(mail => mail.Cited).ToHashSet();
        var cited = context.Sources.Where(source => numbers.Contains(source.Number)).Select(source => new EmailSource(source.Number, source.Kind, source.Id, source.Title)).ToList();
        return cited.Count > 0 ? cited : null;
    }

    /// <summary>What is written is not lost because it cannot be saved.</summary>
    private async Task<GeneratedEmail> SavedAsync(WritingContext context, GeneratedEmail result, CancellationToken cancellationToken)
    {
        try
        {
            return await SaveAsync(context, result, cancellationToken);
        }
        catch (ToolFailure failure)
        {
            return result with { Notes = [$"Not saved as a draft: {failure.Message} The text is here; once that is mended, gmail_create_draft saves it.", .. result.Notes ?? []] };
        }
    }

    private async Task<GeneratedEmail> SaveAsync(WritingContext context, GeneratedEmail result, CancellationToken cancellationToken)
    {
        var saved = await drafts.CreateAsync(
            new MailWish
            {
                To = [.. context.To.Select(one => one.Written)],
                Cc = [.. context.Cc.Select(one => one.Written)],
                OnlyGiven = true,
                Subject = result.Subject,
                Body = result.Body!,
                ReplyTo = context.Answered?.Id,
                Quote = context.Strangers.Count == 0,
            },
            context.Account.Nickname,
            cancellationToken);
        return result with { DraftId = saved.Id, UndoId = saved.UndoId };
    }
}
