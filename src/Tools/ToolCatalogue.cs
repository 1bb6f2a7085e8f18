using System.Reflection;
using Assistant.TokenStore;
using ModelContextProtocol.Server;

namespace Assistant.Tools;

/// <summary>Every tool there is, in a fixed order; the server, the documentation and the tests read it.</summary>
public sealed class ToolCatalogue
{
    private readonly Dictionary<string, ToolDefinition> _byName;

    private ToolCatalogue(IReadOnlyList<ToolDefinition> tools)
    {
        Tools = tools;
        _byName = tools.ToDictionary(tool => tool.Name, StringComparer.Ordinal);
    }

    /// <summary>On where <c>--toolsets</c> names none.</summary>
    public static IReadOnlyList<string> DefaultToolsets { get; } = ["core", "mail", "calendar"];

    public IReadOnlyList<ToolDefinition> Tools { get; }

    public IReadOnlyList<string> Toolsets => [.. Tools.Select(tool => tool.Toolset).Distinct()];

    public ToolDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The tools of the named toolsets, or of all.</summary>
    /// <exception cref="ArgumentException">A name is unknown; the message lists the known ones.</exception>
    public static ToolCatalogue Create(IReadOnlyList<string>? toolsets = null)
    {
        var chosen = toolsets is null ? null : Known(toolsets);
        return new([.. Define(Classes().Where(one => chosen?.Contains(one.Toolset) ?? true))]);
    }

    /// <summary>The same names, if all of them are toolsets. Cheap: makes no schema.</summary>
    /// <exception cref="ArgumentException">A name is unknown; the message lists the known ones.</exception>
    public static IReadOnlyList<string> Known(IReadOnlyList<string> toolsets)
    {
        var known = Classes().Select(one => one.Toolset).Distinct().Order(StringComparer.Ordinal).ToList();
        return toolsets.FirstOrDefault(name => !known.Contains(name)) is { } unknown
            ? throw new ArgumentException($"Unknown toolset '{unknown}'. The toolsets are: {string.Join(", ", known)}.")
            : toolsets;
    }

    /// <summary>The toolset that has the tool, whether it is on or not; null where none has. Cheap: makes no schema.</summary>
    public static string? ToolsetOf(string tool) => Classes()
        .FirstOrDefault(one => Primitives.MethodsOf<McpServerToolAttribute>(one.Type).Any(method => method.GetCustomAttribute<McpServerToolAttribute>()!.Name == tool))
        .Toolset;

    public static ToolCatalogue Create(IEnumerable<Type> types) => new([.. Define(Classes(types))]);

    private static IEnumerable<(Type Type, string Toolset)> Classes() => Classes(typeof(ToolCatalogue).Assembly.GetTypes());

    private static IEnumerable<(Type Type, string Toolset)> Classes(IEnumerable<Type> types) => types
        .Select(type => (Type: type, type.GetCustomAttribute<ToolsetAttribute>()?.Name))
        .Where(one => one.Name is not null)
        .Select(one => (one.Type, one.Name!));

    private static IEnumerable<ToolDefinition> Define(IEnumerable<(Type Type, string Toolset)> classes) => classes
        .SelectMany(one => Primitives.MethodsOf<McpServerToolAttribute>(one.Type).Select(method => Define(one.Type, method, one.Toolset)))
        .OrderBy(tool => tool.Name, StringComparer.Ordinal);

    private static ToolDefinition Define(Type type, MethodInfo method, string toolset)
    {
        var options = new McpServerToolCreateOptions { SerializerOptions = ToolJson.Options };
        var tool = method.IsStatic
            ? McpServerTool.Create(method, target: null, options)
            : McpServerTool.Create(method, Primitives.InstancePerCall(type), options);
        SchemaCompaction.Apply(tool.ProtocolTool);
        return new(
            tool,
            toolset,
            method.GetCustomAttribute<NeedsScopeAttribute>()?.AnyOf ?? [],
            method.GetCustomAttribute<NeedsLevelAttribute>()?.Level
                ?? (tool.ProtocolTool.Annotations?.ReadOnlyHint is true ? PermissionLevel.Read : PermissionLevel.Send));
    }
}
