namespace Assistant.EndToEnd.Tests.Revocation;

/// <summary>Tests that measure time run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class RunsAlone
{
    public const string Name = "alone";
}
