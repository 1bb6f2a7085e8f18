using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Assistant.Server.Transports;

internal enum ParseFailure
{
    None,
    Malformed,
    NoMessage,
    Batch,
}

/// <summary>A message, or why there is none, with the request id where it could still be read.</summary>
internal readonly record struct ParsedMessage(JsonRpcMessage? Message, ParseFailure Failure, RequestId Id);

/// <summary>Bytes to a JSON-RPC message. The SDK's reader bounds nesting at 64 levels.</summary>
internal static class JsonRpcParser
{
    private static readonly JsonTypeInfo<JsonRpcMessage> MessageType =
        (JsonTypeInfo<JsonRpcMessage>)McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage));

    public static ParsedMessage Parse(in ReadOnlySequence<byte> json)
    {
        // The reader looks at the bytes of a string only when somebody asks for it, which is too late for a clear answer.
        if (!IsUtf8(json))
            return new ParsedMessage(null, ParseFailure.Malformed, default);
        try
        {
            var reader = new Utf8JsonReader(json);
            var message = JsonSerializer.Deserialize(ref reader, MessageType);
            if (message is not null && !HasMore(ref reader))
                return new ParsedMessage(message, ParseFailure.None, default);
        }
        catch (JsonException)
        {
            // Why it failed is found below, off the common path.
        }

        return Explain(json);
    }

    private static bool IsUtf8(in ReadOnlySequence<byte> json) => Utf8.IsValid(json.IsSingleSegment ? json.FirstSpan : json.ToArray());

    private static bool HasMore(ref Utf8JsonReader reader) => reader.Read();

    private static ParsedMessage Explain(in ReadOnlySequence<byte> json)
    {
        var failure = ParseFailure.Malformed;
        RequestId id = default;
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            failure = root.ValueKind == JsonValueKind.Array ? ParseFailure.Batch : ParseFailure.NoMessage;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("id", out var value))
                id = ReadId(value);
        }
        catch (JsonException)
        {
            // Not well-formed, or nested too deeply: there is no id to answer to.
        }

        return new ParsedMessage(null, failure, id);
    }

    private static RequestId ReadId(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new RequestId(value.GetString()!),
        JsonValueKind.Number when value.TryGetInt64(out var number) => new RequestId(number),
        _ => default,
    };
}
