using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Assistant.Tools.Google;

/// <summary>Where a reader goes on. It carries a digest of the caller and the arguments, so that it fits no other question. It opens nothing by itself:
/// whoever makes one up sees only what the same call without it would show.</summary>
internal static class Cursor
{
    private sealed record Sealed<T>(string For, T At);

    public static string Write<T>(CurrentCall call, T position, params IEnumerable<string?> question) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new Sealed<T>(Digest(call, question), position)));

    /// <summary>The position, or null where there is no cursor.</summary>
    /// <exception cref="ToolFailure">It belongs to another question or was altered.</exception>
    public static T? Read<T>(CurrentCall call, string? cursor, params IEnumerable<string?> question)
        where T : class
    {
        if (string.IsNullOrEmpty(cursor))
            return null;
        try
        {
            var opened = JsonSerializer.Deserialize<Sealed<T>>(Base64Url.DecodeFromChars(cursor));
            if (opened?.At is { } position && opened.For == Digest(call, question))
                return position;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            throw Unfit(exception);
        }

        throw Unfit(null);
    }

    private static ToolFailure Unfit(Exception? inner) =>
        new("bad_cursor", "This cursor does not belong to these arguments. Repeat the call with the same arguments, or leave the cursor out to start again.", inner);

    private static string Digest(CurrentCall call, IEnumerable<string?> question)
    {
        var text = string.Join('\u001F', question.Prepend(call.Caller.UserId).Select(part => part ?? "\u0000"));
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 9));
    }
}
