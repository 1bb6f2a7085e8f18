using ModelContextProtocol.Server;

namespace Assistant.Tools;

/// <summary>Every prompt there is: the methods of the classes in this assembly that carry <see cref="McpServerPromptTypeAttribute"/>.</summary>
public sealed class PromptCatalogue
{
    public IReadOnlyList<McpServerPrompt> Prompts { get; } =
    [
        .. Primitives.MethodsOf<McpServerPromptTypeAttribute, McpServerPromptAttribute>()
            .Select(method => McpServerPrompt.Create(method, Primitives.InstancePerCall(method.DeclaringType!), new() { SerializerOptions = ToolJson.Options }))
            .OrderBy(prompt => prompt.ProtocolPrompt.Name, StringComparer.Ordinal),
    ];

    public McpServerPrompt? Find(string name) => Prompts.FirstOrDefault(prompt => prompt.ProtocolPrompt.Name == name);
}
