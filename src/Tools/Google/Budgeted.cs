using System.Text.Json;

namespace Assistant.Tools.Google;

/// <summary>Results that fit: text and structured content are counted together, because a client may show a model both.</summary>
internal static class Budgeted
{
    private const int Rounds = 8;

    /// <summary>The JSON around the text and the structured content, with the server's name as the revision 2026-07-28 adds it.</summary>
    private const int Frame = 300;

    /// <summary>As sent: a text costs its escapes too.</summary>
    public static int Size<T>(T result)
        where T : IToolResult =>
        JsonSerializer.Serialize(result.ToText(), ToolJson.Options).Length + JsonSerializer.Serialize(result, ToolJson.Options).Length + Frame;

    /// <summary>The largest result of as many items as fit, at least one.</summary>
    public static T Items<T>(int budget, int count, Func<int, T> build)
        where T : IToolResult
    {
        var (fits, tooMany) = (Math.Min(1, count), count + 1);
        var best = build(count);
        if (count <= 1 || Size(best) <= budget)
            return best;
        best = build(fits);
        while (tooMany - fits > 1)
        {
            var middle = (fits + tooMany) / 2;
            var result = build(middle);
            if (Size(result) <= budget)
                (fits, best) = (middle, result);
            else
                tooMany = middle;
        }

        return best;
    }

    /// <summary>What a list says beside its items: what failed, and that it is not all.</summary>
    public static IReadOnlyList<string>? Notes(IReadOnlyList<string> problems, int left)
    {
        if (left > 0)
            return [.. problems, $"{left} more are not shown: name an account."];
        return problems.Count > 0 ? problems : null;
    }

    /// <summary>A result around a text that is cut to what is left for it.</summary>
    /// <param name="budget">Characters of the whole result.</param>
    /// <param name="build">Makes the result with at most that many characters of text.</param>
    public static T Text<T>(int budget, Func<int, T> build)
        where T : IToolResult
    {
        var room = budget / 2;
        var result = build(room);
        for (var round = 0; round < Rounds && room > 1 && Size(result) is var size && size > budget; round++)
        {
            room = Math.Max(1, room - ((size - budget) / 2) - 16);
            result = build(room);
        }

        return result;
    }
}
