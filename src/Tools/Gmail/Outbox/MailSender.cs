using System.Text.Json;
using Assistant.TokenStore;
using Assistant.Tools.Agreements;
using Assistant.Tools.Google;

namespace Assistant.Tools.Gmail.Outbox;

/// <summary>A mail that is ready to leave, or a draft of the person that is.</summary>
internal sealed record MailToSend
{
    public required GoogleAccount Account { get; init; }

    /// <summary>As readers see it.</summary>
    public required string From { get; init; }

    /// <summary>Fields in reading order that have somebody in them: To, Cc, Bcc; each with its people as shown.</summary>
    public required IReadOnlyList<CardLine> People { get; init; }

    /// <summary>Bare addresses in lower case: To, Cc and Bcc together, each once.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    public required string Subject { get; init; }

    /// <summary>What the person reads before they agree.</summary>
    public required string Text { get; init; }

    /// <summary>Name and size of each file.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    public string? ThreadId { get; init; }

    /// <summary>Writes the mail (RFC 5322), with this Message-ID; null for a draft of the person.</summary>
    public Func<Stream, CancellationToken, Task>? Content { get; init; }

    public string? MessageId { get; init; }

    public string? DraftId { get; init; }

    public string? DraftMessageId { get; init; }

    public string? IdempotencyKey { get; init; }

    public TimeSpan? Hold { get; init; }

    public DateTimeOffset? SendAt { get; init; }

    /// <summary>Where the person is, for times on the card.</summary>
    public required TimeZoneInfo Zone { get; init; }
}

/// <summary>Proposes mail to the person with everything on the card that they would want to see.</summary>
internal sealed class MailSender(IAgreements agreements, Strangers strangers)
{
    private const int BodyShown = 6_000;

    public async Task<OutboxResult> ProposeAsync(MailToSend mail, CancellationToken cancellationToken)
    {
        if (mail.Recipients.Count == 0)
            throw new ToolFailure("no_recipient", "The mail has no recipient: give at least one address in to, cc or bcc.");
        var unknown = await strangers.AmongAsync(mail.Account, mail.Recipients, cancellationToken);
        var lines = new List<CardLine> { new("From", mail.From) };
        lines.AddRange(mail.People);
        lines.Add(new("Subject", mail.Subject));
        if (mail.Files.Count > 0)
            lines.Add(new("Attachments", string.Join(", ", mail.Files)));
        if (mail.SendAt is { } at)
            lines.Add(new("Leaves at", Moments.Show(at, mail.Zone)));
        else if (mail.Hold > TimeSpan.Zero)
            lines.Add(new("Leaves after", $"{mail.Hold.Value.TotalSeconds:0} s, until then it can be cancelled"));
        var text = mail.Text.Length <= BodyShown ? mail.Text : mail.Text[..BodyShown] + $"\n[{mail.Text.Length - BodyShown} more characters]";
        return await agreements.ProposeAsync(
            new Proposal
            {
                Kind = MailAction.Name,
                Account = mail.Account,
                Card = new AgreementCard("Send this mail?", lines, text, unknown.Count > 0 ? [$"You never wrote to: {string.Join(", ", unknown)}"] : null),
                Payload = JsonSerializer.Serialize(new MailPayload(mail.ThreadId, mail.DraftId, mail.DraftMessageId, mail.MessageId, mail.Subject, mail.Recipients)),
                Content = mail.Content,
                Recipients = mail.Recipients,
                IdempotencyKey = mail.IdempotencyKey,
                Hold = mail.Hold,
                DueAt = mail.SendAt,
            },
            cancellationToken);
    }
}
