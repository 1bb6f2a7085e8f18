using System.Text.Json.Nodes;

namespace Assistant.GoogleSandbox.Calendar;

/// <summary>The end of every list: its items, the token that goes on, and an ETag of it all.</summary>
internal static class Lists
{
    public static JsonObject Finish(JsonObject answer, IReadOnlyList<JsonObject> page, string? next, string? sync)
    {
        answer["items"] = new JsonArray([.. page]);
        answer["etag"] = $"\"p{Tokens.Hash(answer.ToJsonString())}\"";
        if (next is not null)
            answer["nextPageToken"] = next;
        else if (sync is not null)
            answer["nextSyncToken"] = sync;
        return answer;
    }
}
