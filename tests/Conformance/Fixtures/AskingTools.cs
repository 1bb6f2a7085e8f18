using System.ComponentModel;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Conformance.Fixtures;

/// <summary>Tools that ask the client while they run, as revisions up to 2025-11-25 allow.</summary>
[McpServerToolType]
internal sealed class AskingTools
{
    [McpServerTool(Name = "test_sampling"), Description("Asks the client's model.")]
    public static async Task<string> Sampling(McpServer server, string prompt, CancellationToken cancellationToken)
    {
        var answer = await server.SampleAsync(Samples.Question(prompt, 100), cancellationToken);
        return $"LLM response: {answer.Content.OfType<TextContentBlock>().FirstOrDefault()?.Text}";
    }

    [McpServerTool(Name = "test_elicitation"), Description("Asks the person.")]
    public static async Task<string> Elicitation(McpServer server, string message, CancellationToken cancellationToken)
    {
        const string Properties = """
            {"username":{"type":"string","description":"User's response"},"email":{"type":"string","description":"User's email address"}}
            """;
        var answer = await server.ElicitAsync(Samples.Form(message, Properties, """["username","email"]"""), cancellationToken);
        return $"User response: action={answer.Action}, content={Samples.Write(answer.Content)}";
    }

    [McpServerTool(Name = "test_elicitation_sep1034_defaults"), Description("A form with defaults.")]
    public static Task<string> Defaults(McpServer server, CancellationToken cancellationToken) => AskAsync(
        server,
        """
        {
          "name":{"type":"string","default":"John Doe"},
          "age":{"type":"integer","default":30},
          "score":{"type":"number","default":95.5},
          "status":{"type":"string","enum":["active","inactive","pending"],"default":"active"},
          "verified":{"type":"boolean","default":true}
        }
        """,
        cancellationToken);

    [McpServerTool(Name = "test_elicitation_sep1330_enums"), Description("A form with every kind of choice.")]
    public static Task<string> Enums(McpServer server, CancellationToken cancellationToken) => AskAsync(
        server,
        """
        {
          "untitledSingle":{"type":"string","enum":["option1","option2","option3"]},
          "titledSingle":{"type":"string","oneOf":[{"const":"value1","title":"First Option"},{"const":"value2","title":"Second Option"},{"const":"value3","title":"Third Option"}]},
          "legacyEnum":{"type":"string","enum":["opt1","opt2","opt3"],"enumNames":["Option One","Option Two","Option Three"]},
          "untitledMulti":{"type":"array","items":{"type":"string","enum":["option1","option2","option3"]}},
          "titledMulti":{"type":"array","items":{"anyOf":[{"const":"value1","title":"First Choice"},{"const":"value2","title":"Second Choice"},{"const":"value3","title":"Third Choice"}]}}
        }
        """,
        cancellationToken);

    private static async Task<string> AskAsync(McpServer server, string properties, CancellationToken cancellationToken)
    {
        var answer = await server.ElicitAsync(Samples.Form("Please fill in the form.", properties, "[]"), cancellationToken);
        return $"Elicitation completed: action={answer.Action}, content={Samples.Write(answer.Content)}";
    }
}
