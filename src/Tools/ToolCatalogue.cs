using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
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
    public static IReadOnlyList<string> DefaultToolsets { get; } = ["core"];

    public IReadOnlyList<ToolDefinition> Tools { get; }

    public IReadOnlyList<string> Toolsets => [.. Tools.Select(tool => tool.Toolset).Distinct()];

    public ToolDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The tools of the classes in this assembly that carry <see cref="ToolsetAttribute"/>.</summary>
    public static ToolCatalogue Create() => Create(typeof(ToolCatalogue).Assembly.GetTypes());

    public static ToolCatalogue Create(IEnumerable<Type> types) => new(
    [
        .. types
            .Select(type => (Type: type, Toolset: type.GetCustomAttribute<ToolsetAttribute>()?.Name))
            .Where(entry => entry.Toolset is not null)
            .SelectMany(entry => entry.Type
                .GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
                .Where(method => method.IsDefined(typeof(McpServerToolAttribute)))
                .Select(method => Define(entry.Type, method, entry.Toolset!)))
            .OrderBy(tool => tool.Name, StringComparer.Ordinal),
    ]);

    /// <summary>The tools of the named toolsets.</summary>
    /// <exception cref="ArgumentException">A name is unknown; the message lists the known ones.</exception>
    public ToolCatalogue Choose(IReadOnlyCollection<string> toolsets)
    {
        var unknown = toolsets.Except(Toolsets, StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
            throw new ArgumentException($"Unknown toolset '{unknown[0]}'. The toolsets are: {string.Join(", ", Toolsets)}.");
        return new([.. Tools.Where(tool => toolsets.Contains(tool.Toolset))]);
    }

    private static ToolDefinition Define(Type type, MethodInfo method, string toolset)
    {
        var options = new McpServerToolCreateOptions { SerializerOptions = ToolJson.Options };
        var tool = method.IsStatic
            ? McpServerTool.Create(method, target: null, options)
            : McpServerTool.Create(method, InstancePerCall(type), options);
        SchemaCompaction.Apply(tool.ProtocolTool);
        return new(tool, toolset, method.GetCustomAttribute<NeedsScopeAttribute>()?.AnyOf ?? []);
    }

    private static Func<RequestContext<CallToolRequestParams>, object> InstancePerCall(Type type)
    {
        var factory = ActivatorUtilities.CreateFactory(type, Type.EmptyTypes);
        return request => factory(request.Services!, []);
    }
}
