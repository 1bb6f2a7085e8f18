using System.Text.Json;
using Google.Apis.Calendar.v3.Data;
using Google.Apis.Json;

namespace Assistant.Tools.Calendar.Editing;

internal enum EventOperation
{
    Insert,
    Import,
    Update,
    Delete,
    Move,

    /// <summary>Brings back what was deleted.</summary>
    Restore,
}

/// <summary>One call of Google's. Each can be made again after a lost answer: by the client's id, the ETag, or because it is done already.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Calendar">Id of the calendar.</param>
/// <param name="Id">Id of the event or instance.</param>
/// <param name="Event">The whole resource as Google writes it, or null.</param>
/// <param name="ETag">Only if it is still this one; null where nothing can be lost.</param>
/// <param name="Destination">Calendar to move to.</param>
/// <param name="Quiet">Nobody is mailed, whatever the work says.</param>
internal sealed record EventStep(EventOperation Operation, string Calendar, string Id, string? Event = null, string? ETag = null, string? Destination = null, bool Quiet = false)
{
    public static string Write(Event item) => NewtonsoftJsonSerializer.Instance.Serialize(item);

    public static Event Read(string json) => NewtonsoftJsonSerializer.Instance.Deserialize<Event>(json);
}

/// <summary>A change of events as it is agreed to and carried out: in order, all of it.</summary>
/// <param name="Steps">Calls.</param>
/// <param name="Notify"><c>all</c>, <c>external</c> or <c>none</c>.</param>
/// <param name="Summary">For the journal.</param>
/// <param name="Said">For the result.</param>
/// <param name="Undoes">The journalled change that it takes back.</param>
internal sealed record EventWork(IReadOnlyList<EventStep> Steps, string Notify, string Summary, string Said, string? Undoes = null)
{
    /// <summary>Whether others see it in their calendars: then it is agreed to first, and taken back only so.</summary>
    public bool IsShared { get; init; }

    /// <summary>What an undo does besides: bringing back single occurrences that go with a cut series.</summary>
    public IReadOnlyList<EventStep> AlsoUndo { get; init; } = [];

    public string ToJson() => JsonSerializer.Serialize(this, ToolJson.Options);

    public static EventWork Read(string json) => JsonSerializer.Deserialize<EventWork>(json, ToolJson.Options)!;
}

/// <summary>What takes a change back, as it is journalled.</summary>
internal sealed record EventUndo(IReadOnlyList<EventStep> Steps, string Notify, IReadOnlyList<string> People, string What);

/// <param name="Event">The last event that was written; null where the last step deleted.</param>
/// <param name="ChangeId">In the journal; null for an undo.</param>
internal sealed record EventDone(Event? Event, string? ChangeId);
