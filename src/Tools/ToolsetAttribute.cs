using Assistant.TokenStore;

namespace Assistant.Tools;

/// <summary>The toolset of the class's tools; <c>--toolsets</c> chooses by this name.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ToolsetAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>The tool runs if any one of these OAuth scopes was granted by some account of the caller.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsScopeAttribute(params string[] anyOf) : Attribute
{
    public IReadOnlyList<string> AnyOf { get; } = anyOf;
}

/// <summary>The level that a key needs for the tool; without it a tool that changes nothing needs the lowest, and any other one the highest.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsLevelAttribute(PermissionLevel level) : Attribute
{
    public PermissionLevel Level { get; } = level;
}
