using ModelContextProtocol.Protocol;

namespace Assistant.Server.Transports.Http;

internal static class HeaderValue
{
    /// <summary>The text of a header, out of <c>=?base64?...?=</c> where it is wrapped so; null where it is not valid.</summary>
    public static string? Decode(string raw)
    {
        var value = raw.Trim(' ', '\t');
        foreach (var character in value)
        {
            if (character is not ('\t' or (>= ' ' and <= '~')))
                return null;
        }

        return McpHeaderEncoder.DecodeValue(value);
    }
}
