using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Assistant.Server.Filters;

/// <summary>Names the requested URI in the data of a resource's error, as revision 2026-07-28 asks (SEP-2164).</summary>
internal static class ResourceErrors
{
    public static McpRequestHandler<ReadResourceRequestParams, ReadResourceResult> Filter(McpRequestHandler<ReadResourceRequestParams, ReadResourceResult> next) =>
        async (request, cancellationToken) =>
        {
            try
            {
                return await next(request, cancellationToken);
            }
            catch (McpProtocolException exception)
            {
                exception.Data["uri"] = request.Params.Uri;
                throw;
            }
        };
}
