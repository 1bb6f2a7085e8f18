using Assistant.Retrieval.Index;
using Assistant.Retrieval.Text;
using Assistant.TokenStore;
using Assistant.Tools.Calendar.Finding;
using Assistant.Tools.Calendar.Times;
using Assistant.Tools.Compose;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Compose.Replies;
using Assistant.Tools.Google;
using Assistant.Tools.Search;
using Assistant.Tools.Style;
using Assistant.Tools.Writing.Wishes;
using NodaTime;
using NodaTime.Text;

namespace Assistant.Tools.Writing;

/// <summary>Gathers what a mail is written from: the thread, earlier mail with these people, free times, the person's style, what was said in conversations.</summary>
internal sealed class ContextGatherer(
    GoogleAccounts accounts, ThreadReader threads, SenderAddresses senders, AccountZones zones, IndexSearch search, TimeSearch times, StyleDesk styles, TimeProvider clock)
{
    private sealed record EarlierMail(IndexHit Hit, string Text, bool IsOwn);

    private const int ThreadCharacters = 8_000;
    private const int MailCharacters = 3_000;
    private const int PassageCharacters = 600;
    private const int EarlierMails = 4;
    private const int Conversations = 2;

    /// <summary>Times to choose the offered ones from.</summary>
    private const int Looked = 20;

    /// <exception cref="ToolFailure">No recipient, an unknown account or thread, a time that is not understood.</exception>
    public async Task<WritingContext> GatherAsync(EmailWish wish, CancellationToken cancellationToken)
    {
        var owner = await accounts.OneAsync(wish.Account, cancellationToken);
        var asked = (
            Zone: zones.OfAsync(owner, cancellationToken),
            Senders: senders.AllAsync(owner, cancellationToken),
            Style: styles.ForWritingAsync(owner, cancellationToken),
            Thread: wish.Thread is null ? Task.FromResult<IReadOnlyList<ThreadMail>>([]) : threads.ReadAsync(owner, wish.Thread, cancellationToken));
        await Task.WhenAll(asked.Zone, asked.Senders, asked.Style, asked.Thread);
        var (zone, own, profile, thread) = (CalendarTimes.Zone(null, await asked.Zone), SenderAddresses.Keys(await asked.Senders), await asked.Style, await asked.Thread);
        var answered = thread.LastOrDefault(mail => !mail.IsOwn) ?? (thread is [.., var last] ? last : null);
        var sender = SenderAddresses.Choose(await asked.Senders, null, answered is null ? [] : [.. answered.Mail.To, .. answered.Mail.Cc]);
        var (to, cc, surprising) = People(wish, answered, thread, own);
        var notes = new List<string>();
        var earlier = EarlierAsync(wish, answered, to, owner, notes, cancellationToken);
        var said = SaidAsync(wish, answered, cancellationToken);
        var offers = OffersAsync(wish, owner, to, cancellationToken);
        await Task.WhenAll(earlier, said, offers);
        var ownMails = thread.Where(mail => mail.IsOwn && mail.Mail.To.Any(one => to.Any(recipient => recipient.Key == one.Key))).Select(mail => mail.Words).Reverse()
            .Concat((await earlier).Where(one => one.IsOwn).Select(one => one.Text)).ToList();
        // What is not indexed yet, Gmail knows.
        if (ownMails.Count == 0 && to.Count == 1 && ModelMail.IsPlain(to[0]) && await threads.LastWordsToAsync(owner, to[0].Address, cancellationToken) is { Length: > 0 } before)
            ownMails.Add(before);
        var language = Language(wish, answered, thread, ownMails, profile);
        var style = profile?.For(language, StyleLearner.KindOf(to, owner.Email));
        return new()
        {
            Wish = wish,
            Account = owner,
            Sender = new MailAddress(sender.DisplayName ?? "", sender.SendAsEmail),
            To = to,
            Cc = cc,
            Surprising = surprising,
            Strangers = answered is null ? [] : [.. to.Concat(cc).Where(one => !own.Contains(one.Key) && !thread.Any(mail => mail.Mail.From.Concat(mail.Mail.To).Concat(mail.Mail.Cc).Concat(mail.Mail.ReplyTo).Any(other => other.Key == one.Key)))],
            Answered = answered is null ? null : (answered.Mail, answered.Id, answered.Words),
            OwnMails = ownMails,
            Language = language,
            IsFormal = IsFormal(wish, language, answered, to, owner, ownMails, style),
            Style = style?.Language == language ? style : null,
            Sources = Sources(thread, await earlier, await said, await offers, zone),
            Offers = await offers,
            Now = Instant.FromDateTimeOffset(clock.GetUtcNow()).InZone(zone),
            Notes = notes,
        };
    }

    private static (IReadOnlyList<MailAddress> To, IReadOnlyList<MailAddress> Cc, IReadOnlyList<MailAddress> Surprising) People(
        EmailWish wish, ThreadMail? answered, IReadOnlyList<ThreadMail> thread, IReadOnlySet<string> own)
    {
        var given = (To: Parse("to", wish.To), Cc: Parse("cc", wish.Cc));
        var (to, cc) = answered is null || given.To.Count > 0 ? ((IReadOnlyList<MailAddress>)[], (IReadOnlyList<MailAddress>)[]) : Recipients.Of(answered.Mail, own, wish.ReplyAll);
        var once = Recipients.Once([.. given.To, .. to], [.. given.Cc, .. cc], []);
        if (once.To.Count == 0)
            throw new ToolFailure("no_recipient", "Say whom it is for with 'to', or which thread it answers with 'thread'.");
        // A name that the thread knows is better than none.
        var named = thread.SelectMany(mail => mail.Mail.From.Concat(mail.Mail.To)).Where(one => one.Name.Length > 0).ToList();
        // Whoever writes a mail can put anybody into its fields: only who wrote, whom the person wrote to and whom the caller names is no surprise.
        var known = thread.SelectMany(mail => mail.IsOwn ? mail.Mail.From.Concat(mail.Mail.To).Concat(mail.Mail.Cc) : mail.Mail.From).Concat(given.To).Concat(given.Cc).Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        var replyTo = (answered?.Mail.ReplyTo ?? []).Select(one => one.Key).ToHashSet(StringComparer.Ordinal);
        return (
            [.. once.To.Select(one => one.Name.Length > 0 ? one : named.LastOrDefault(other => other.Key == one.Key) ?? one)],
            once.Cc,
            [.. once.To.Concat(once.Cc).Where(one => replyTo.Contains(one.Key) && !known.Contains(one.Key))]);
    }

    private static IReadOnlyList<MailAddress> Parse(string field, IReadOnlyList<string> lists) =>
        [.. lists.SelectMany(list => MailErrors.Explain(() => MailAddresses.Parse(field, list)))];

    /// <summary>Mail of the first recipient, and mail that the person sent them.</summary>
    private async Task<IReadOnlyList<EarlierMail>> EarlierAsync(
        EmailWish wish, ThreadMail? answered, IReadOnlyList<MailAddress> to, GoogleAccount owner, List<string> notes, CancellationToken cancellationToken)
    {
        var text = $"{wish.Wish} {answered?.Mail.Subject}";
        if (!text.Any(char.IsLetterOrDigit))
            return [];
        var question = new SearchQuestion(text, EarlierMails) { ExceptThread = answered?.Mail.ThreadId };
        var found = new List<(FoundHit Found, bool IsOwn)>();
        foreach (var filters in new[] { new SearchFilters(owner.Nickname, "mail", From: to[0].Address), new SearchFilters(owner.Nickname, "mail", To: to[0].Address, Label: "SENT") })
        {
            try
            {
                var (hits, problems) = await search.AskAsync(question, filters, new(1, PassageCharacters, Marks: false), cancellationToken);
                found.AddRange(hits.Select(hit => (hit, filters.Label is not null)));
                notes.AddRange(problems.Except(notes));
            }
            catch (ToolFailure failure)
            {
                notes.Add($"Earlier mail was not looked at: {failure.Message}");
                return [];
            }
        }

        return await Task.WhenAll(found.OrderByDescending(one => one.Found.Hit.Score).Take(EarlierMails).Select(async one =>
            // A passage of own mail may be what it quotes, and that is another's: of own mail only the own words count.
            one.IsOwn && await threads.OwnWordsAsync(owner, one.Found.Hit.SourceId, cancellationToken) is { Length: > 0 } words
                ? new EarlierMail(one.Found.Hit, PassageText.Take(words, 0, PassageCharacters).Text, IsOwn: true)
                : new EarlierMail(one.Found.Hit, one.Found.Hit.Passage, IsOwn: false)));
    }

    private async Task<IReadOnlyList<FoundHit>> SaidAsync(EmailWish wish, ThreadMail? answered, CancellationToken cancellationToken)
    {
        try
        {
            var text = $"{wish.Wish} {answered?.Mail.Subject}";
            return text.Any(char.IsLetterOrDigit)
                ? (await search.AskAsync(new(text, Conversations), new(Kind: "conversation"), new(1, PassageCharacters, Marks: false), cancellationToken)).Found
                : [];
        }
        catch (ToolFailure)
        {
            // A mail can be written without what was said elsewhere.
            return [];
        }
    }

    private async Task<IReadOnlyList<(ZonedDateTime Start, ZonedDateTime End)>> OffersAsync(EmailWish wish, GoogleAccount owner, IReadOnlyList<MailAddress> to, CancellationToken cancellationToken)
    {
        if (wish.Offer is not { } offer)
            return [];
        // Only colleagues' calendars can be seen at all.
        var colleagues = to.Where(one => StyleLearner.KindOf([one], owner.Email) == "colleague").Select(one => new FindPerson(one.Address)).ToList();
        var found = await times.FindAsync(
            new(offer.Minutes, offer.TimeMin, offer.TimeMax, colleagues, null, offer.Hours, 0, 0, null, false, null, owner.Nickname, Looked), cancellationToken);
        var zone = DateTimeZoneProviders.Tzdb[found.TimeZone!];
        return found.Slots is not { Count: > 0 }
            ? throw new ToolFailure("no_time", "No free time of that length was found: give another time_min, time_max or hours in 'offer'.")
            : Spread([.. found.Slots.Select(slot => (Read(slot.Start!, zone), Read(slot.End!, zone)))], offer.Count ?? 3);
    }

    /// <summary>The best of each day before the second best of any: who cannot on one day is offered another.</summary>
    private static List<(ZonedDateTime Start, ZonedDateTime End)> Spread(IReadOnlyList<(ZonedDateTime Start, ZonedDateTime End)> slots, int count) =>
    [
        .. slots.GroupBy(slot => slot.Start.Date).SelectMany(day => day.Select((slot, place) => (Slot: slot, Place: place)))
            .OrderBy(one => one.Place).Take(count).Select(one => one.Slot).OrderBy(slot => slot.Start.ToInstant()),
    ];

    private static ZonedDateTime Read(string text, DateTimeZone zone) => OffsetDateTimePattern.ExtendedIso.Parse(text).Value.ToInstant().InZone(zone);

    /// <summary>What was asked for, else the thread's, the one used with these people, the wish's, the habit.</summary>
    private static string Language(EmailWish wish, ThreadMail? answered, IReadOnlyList<ThreadMail> thread, IReadOnlyList<string> ownMails, StyleProfile? profile)
    {
        // The newest mail of others decides; one that is too short is helped by the rest of the thread, and its subject.
        IEnumerable<string> written = answered is null ? ownMails : [answered.Words, .. thread.Reverse().Select(mail => mail.Words), .. ownMails, answered.Mail.Subject];
        return wish.Language?.ToLowerInvariant() ?? written.Select(MailLanguage.CodeOf).FirstOrDefault(code => code is not null)
            ?? MailLanguage.CodeOf($"{wish.Wish} {string.Join(' ', wish.Facts)}") ?? WishReader.Read(wish.Wish, []).Language
            ?? profile?.Entries.MaxBy(entry => entry.Mails)?.Language ?? "en";
    }

    /// <summary>What was asked for, else as they write to each other, else the habit.</summary>
    private static bool IsFormal(
        EmailWish wish, string language, ThreadMail? answered, IReadOnlyList<MailAddress> to, GoogleAccount owner, List<string> ownMails, StyleEntry? style)
    {
        if (wish.Tone == "formal")
            return true;
        // Who says Sie is not called du, however friendly the mail shall be.
        var address = ownMails.Select(text => SalutationWords.Address(text, language)).FirstOrDefault(one => one is not null) ?? (answered is null ? null : SalutationWords.Address(answered.Words, language));
        if (address is not null)
            return address is "Sie" or "vous" or "usted";
        if (wish.Tone == "friendly")
            return false;
        if (ownMails.Select(text => SalutationWords.IsFormal(SalutationWords.Greeting(text, null))).FirstOrDefault(one => one is not null) is { } before)
            return before;
        // A habit towards friends outside does not carry over to whom one never wrote to, where the language has a polite form.
        if (ownMails.Count == 0 && SalutationWords.IsFormal(SalutationWords.Greeting(answered?.Words ?? "", null)) is not false && language is "de" or "fr" or "es" && StyleLearner.KindOf(to, owner.Email) == "external")
            return true;
        return style?.Formality is { } formality ? formality == "formal" : language != "en";
    }

    private static List<WritingSource> Sources(
        IReadOnlyList<ThreadMail> thread,
        IReadOnlyList<EarlierMail> earlier,
        IReadOnlyList<FoundHit> said,
        IReadOnlyList<(ZonedDateTime Start, ZonedDateTime End)> offers,
        DateTimeZone zone)
    {
        var sources = new List<WritingSource>();
        var room = ThreadCharacters;
        var shown = new List<(ThreadMail Mail, string Text)>();
        foreach (var mail in thread.Reverse())
        {
            if (room < 200)
                break;
            var text = PassageText.Take(mail.Words, 0, Math.Min(room, MailCharacters)).Text;
            shown.Insert(0, (mail, text));
            room -= text.Length;
        }

        foreach (var (mail, text) in shown)
            Add("mail", mail.Id, $"mail of {mail.Mail.Writer}, {Moments.Show(mail.Mail.Date, zone)}, {mail.Mail.Subject}", text, mail.IsOwn);
        foreach (var (hit, text, isOwn) in earlier)
            Add("mail", hit.SourceId, $"earlier mail of {IndexSearch.Sender(hit)}, {Moments.Show(hit.At, zone)}, {hit.Card.Title}", text, isOwn, isEarlier: true);
        foreach (var one in said)
            Add("conversation", one.Hit.SourceId, $"said in the conversation '{one.Hit.Card.Title}', {Moments.Show(one.Hit.At, zone)}", one.Hit.Passage, isOwn: false);
        if (offers.Count > 0)
            Add("calendar", "free times", "free times of the own calendar", string.Join('\n', offers.Select(offer => $"{offer.Start:uuuu-MM-dd HH:mm} to {offer.End:HH:mm}")), isOwn: true);
        return sources;

        void Add(string kind, string id, string title, string text, bool isOwn, bool isEarlier = false) =>
            sources.Add(new(sources.Count + 1, kind, id, UntrustedText.Line(title), InvisibleCharacters.Remove(text).Text, isOwn, isEarlier));
    }
}
