namespace Assistant.TokenStore;

/// <summary>Where an outbox entry is; the states from <see cref="Done"/> on are final.</summary>
public enum OutboxState
{
    /// <summary>Nobody agreed yet.</summary>
    Waiting,

    /// <summary>Agreed; happens when it is due.</summary>
    Held,

    /// <summary>Somebody holds its lease and is carrying it out.</summary>
    Working,

    /// <summary>It happened: the mail was sent, the setting changed.</summary>
    Done,

    /// <summary>It did not happen, and will not.</summary>
    NotDone,

    /// <summary>The answer was lost and looking failed as well; it is not repeated.</summary>
    Unknown,

    /// <summary>The person said no.</summary>
    Rejected,

    /// <summary>Taken back before it was due.</summary>
    Cancelled,

    /// <summary>Nobody agreed in time.</summary>
    Expired,
}
