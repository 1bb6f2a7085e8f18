using ModelContextProtocol.Server;

namespace Assistant.Tools;

/// <summary>Every resource and resource template there is: the methods of the classes in this assembly that carry <see cref="McpServerResourceTypeAttribute"/>.</summary>
public sealed class ResourceCatalogue
{
    public IReadOnlyList<McpServerResource> Resources { get; } =
    [
        .. Primitives.MethodsOf<McpServerResourceTypeAttribute, McpServerResourceAttribute>()
            .Select(method => McpServerResource.Create(method, Primitives.InstancePerCall(method.DeclaringType!), new() { SerializerOptions = ToolJson.Options }))
            .OrderBy(resource => resource.ProtocolResourceTemplate.UriTemplate, StringComparer.Ordinal),
    ];

    public McpServerResource? Find(string uri) => Resources.FirstOrDefault(resource => resource.IsMatch(uri));
}
