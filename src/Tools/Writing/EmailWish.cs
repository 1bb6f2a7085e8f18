using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Assistant.Tools.Writing;

/// <summary>Times to look for in the calendar and to offer.</summary>
public sealed record OfferWish(
    [property: Description("Length"), Range(1, 1440)] int Minutes,
    [property: Description("As in calendar_find_time")] string? TimeMin = null,
    string? TimeMax = null,
    string? Hours = null,
    [property: Description("How many, default 3"), Range(1, 10)] int? Count = null);

/// <summary>A mail as a caller wants it written.</summary>
internal sealed record EmailWish
{
    /// <summary>What it shall say, in the caller's words.</summary>
    public required string Wish { get; init; }

    public IReadOnlyList<string> To { get; init; } = [];

    public IReadOnlyList<string> Cc { get; init; } = [];

    /// <summary>Id of the thread, or of one of its messages, that is answered.</summary>
    public string? Thread { get; init; }

    public bool ReplyAll { get; init; }

    /// <summary>formal, neutral or friendly; null for the person's habit.</summary>
    public string? Tone { get; init; }

    /// <summary>short, medium or long.</summary>
    public string Length { get; init; } = "medium";

    /// <summary>ISO 639-1; null for the thread's, or the one used with these people.</summary>
    public string? Language { get; init; }

    public string? Template { get; init; }

    public IReadOnlyDictionary<string, string>? Values { get; init; }

    public IReadOnlyList<string> Facts { get; init; } = [];

    public OfferWish? Offer { get; init; }

    public string? Account { get; init; }
}
