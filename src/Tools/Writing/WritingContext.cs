using Assistant.TokenStore;
using Assistant.Tools.Compose.Mime;
using Assistant.Tools.Compose.Replies;
using Assistant.Tools.Style;
using NodaTime;

namespace Assistant.Tools.Writing;

/// <summary>Something a mail is written from.</summary>
/// <param name="Number">For citing.</param>
/// <param name="Kind">mail, conversation, calendar, template or style.</param>
/// <param name="Id">Where it is found again.</param>
/// <param name="Title">One line: whose, when, what about.</param>
/// <param name="Text">What it says.</param>
/// <param name="IsOwn">The person wrote it, or their calendar says it.</param>
/// <param name="IsEarlier">A mail that is not in the thread.</param>
internal sealed record WritingSource(int Number, string Kind, string Id, string Title, string Text, bool IsOwn, bool IsEarlier = false);

/// <summary>Everything a mail is written from.</summary>
internal sealed record WritingContext
{
    public required EmailWish Wish { get; init; }

    public required GoogleAccount Account { get; init; }

    /// <summary>Whom it is from.</summary>
    public required MailAddress Sender { get; init; }

    public required IReadOnlyList<MailAddress> To { get; init; }

    public required IReadOnlyList<MailAddress> Cc { get; init; }

    /// <summary>Recipients that the caller did not name and nobody in the thread wrote from: Reply-To says so.</summary>
    public required IReadOnlyList<MailAddress> Surprising { get; init; }

    /// <summary>Recipients that the caller named and the thread does not know: what was written in it was not for them.</summary>
    public required IReadOnlyList<MailAddress> Strangers { get; init; }

    /// <summary>The mail that is answered, and its id.</summary>
    public required (Original Mail, string Id, string OwnWords)? Answered { get; init; }

    /// <summary>The person's own mails to this recipient, newest first, whole.</summary>
    public required IReadOnlyList<string> OwnMails { get; init; }

    public required string Language { get; init; }

    /// <summary>Whether the recipient is addressed formally.</summary>
    public required bool IsFormal { get; init; }

    public required StyleEntry? Style { get; init; }

    public required IReadOnlyList<WritingSource> Sources { get; init; }

    /// <summary>Free times to offer.</summary>
    public required IReadOnlyList<(ZonedDateTime Start, ZonedDateTime End)> Offers { get; init; }

    public required ZonedDateTime Now { get; init; }

    /// <summary>What could not be looked at.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
