namespace Assistant.Tools.Writing.Wishes;

/// <summary>What a part of a mail is to do.</summary>
internal enum MailIntent
{
    /// <summary>Its words are what the mail says.</summary>
    Say,
    Accept,
    Decline,
    Thank,
    FollowUp,
    Confirm,
    Apologise,
    Later,

    /// <summary>Its words are a clause: "whether …".</summary>
    Ask,

    /// <summary>Its words are what the reader is asked to do.</summary>
    Request,

    /// <summary>As <see cref="Request"/>, with an infinitive that cannot stand with "to".</summary>
    Can,

    /// <summary>Its words are what the reader is told to do.</summary>
    Instruct,

    /// <summary>Its words follow "I would like to".</summary>
    WouldLike,
    Promise,
    Congratulate,
}

/// <summary>Who is meant by the pronouns of a wish: its reader, as "tell him", "ask her" say.</summary>
internal enum Whom
{
    /// <summary>Nobody says: pronouns stay as they are.</summary>
    Unknown,
    He,
    She,
    They,

    /// <summary>Whoever has a pronoun.</summary>
    Anybody,
}

/// <param name="Intent">What it is to do.</param>
/// <param name="Words">What it is to say, as its intent needs it; {you} and {toyou} stand for the reader. Empty where the wish has no words for it.</param>
internal sealed record WishPart(MailIntent Intent, string Words)
{
    /// <summary>"because …", "but only if …", or empty.</summary>
    public string Tail { get; init; } = "";

    /// <summary>What it is about, as a noun phrase: good for a subject; or empty.</summary>
    public string About { get; init; } = "";

    /// <summary>Of its order; null for a statement, which may be in any.</summary>
    public string? Language { get; init; }

    public Whom Whom { get; init; }
}

/// <param name="Parts">In the order of the wish.</param>
/// <param name="LeftOut">Clauses that are orders and not understood: nothing for the reader's eyes.</param>
/// <param name="WantsTimes">It asks to offer times.</param>
/// <param name="Subject">"Subject: …" at its start, or null.</param>
internal sealed record ReadWish(IReadOnlyList<WishPart> Parts, IReadOnlyList<string> LeftOut, bool WantsTimes, string? Subject)
{
    /// <summary>The language of the first order; null where there is none.</summary>
    public string? Language => Parts.Select(part => part.Language).FirstOrDefault(language => language is not null);
}
