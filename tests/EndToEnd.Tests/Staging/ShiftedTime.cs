namespace Assistant.EndToEnd.Tests.Staging;

/// <summary>The system's clock, ahead by so much: what would have to be waited for has happened.</summary>
internal sealed class ShiftedTime(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
}
