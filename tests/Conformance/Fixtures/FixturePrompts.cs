using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Conformance.Fixtures;

[McpServerPromptType]
internal sealed class FixturePrompts
{
    [McpServerPrompt(Name = "test_simple_prompt"), Description("No arguments.")]
    public static string Simple() => "This is a simple prompt for testing.";

    [McpServerPrompt(Name = "test_prompt_with_arguments"), Description("Two arguments.")]
    public static string Arguments([Description("First test argument")] string arg1, [Description("Second test argument")] string arg2) =>
        $"Prompt with arguments: arg1='{arg1}', arg2='{arg2}'";

    [McpServerPrompt(Name = "test_prompt_with_embedded_resource"), Description("Embeds a resource.")]
    public static IEnumerable<PromptMessage> EmbeddedResource([Description("The resource to embed")] string resourceUri) =>
    [
        Message(new EmbeddedResourceBlock
        {
            Resource = new TextResourceContents { Uri = resourceUri, MimeType = "text/plain", Text = "Embedded resource content for testing." },
        }),
        Message(new TextContentBlock { Text = "Please process the embedded resource above." }),
    ];

    [McpServerPrompt(Name = "test_prompt_with_image"), Description("Shows an image.")]
    public static IEnumerable<PromptMessage> Image() =>
    [
        Message(ImageContentBlock.FromBytes(Samples.Png, "image/png")),
        Message(new TextContentBlock { Text = "Please analyze the image above." }),
    ];

    [McpServerPrompt(Name = "test_input_required_result_prompt"), Description("Asks for a context first.")]
    public static string InputRequired(RequestContext<GetPromptRequestParams> context) =>
        context.Params.InputResponses is { } answers && answers.TryGetValue("user_context", out var answer)
            ? $"Continue with: {InputRequiredTools.Text(answer, "context")}"
            : throw new InputRequiredException(
                new Dictionary<string, InputRequest> { ["user_context"] = InputRequiredTools.Ask("What context should the prompt use?", "context", "string") },
                null);

    private static PromptMessage Message(ContentBlock content) => new() { Role = Role.User, Content = content };
}
