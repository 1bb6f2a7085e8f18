using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Assistant.Bench.Common;

/// <summary>
/// One kept-alive HTTP/1.1 connection that sends prepared bytes. It does as little as it can, because it shares the
/// machine with the server: what it costs would make a slow server look less slow.
/// </summary>
public sealed class Connection : IDisposable
{
    private const string InitializeBody =
        """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"bench","version":"1.0.0"}}}""";

    private const string InitializedBody = """{"jsonrpc":"2.0","method":"notifications/initialized"}""";

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[256 * 1024];
    private readonly string _host;
    private readonly Era _era;
    private readonly string? _key;
    private string? _session;

    private Connection(Uri server, Era era, string? key) => (_host, _era, _key) = (server.Authority, era, key);

    /// <summary>Connects and, where the era has them, opens a session.</summary>
    public static async Task<Connection> OpenAsync(Uri server, Era era, string? key, CancellationToken cancellationToken)
    {
        var connection = new Connection(server, era, key);
        await connection._socket.ConnectAsync(IPAddress.Loopback, server.Port, cancellationToken);
        if (!era.HasSessions)
            return connection;
        var answer = await connection.SendAsync(connection.Post(InitializeBody, ""), cancellationToken);
        var headers = Encoding.ASCII.GetString(answer.Span).Split("\r\n");
        connection._session = headers.First(line => line.StartsWith("Mcp-Session-Id:", StringComparison.OrdinalIgnoreCase))[15..].Trim();
        await connection.SendAsync(connection.Post(InitializedBody, ""), cancellationToken);
        return connection;
    }

    /// <summary>The bytes that call the tool.</summary>
    /// <param name="tool">Its name.</param>
    /// <param name="arguments">A JSON object.</param>
    public byte[] Call(string tool, string arguments)
    {
        var meta = _era.HasSessions
            ? ""
            : $$$""","_meta":{"io.modelcontextprotocol/protocolVersion":"{{{_era.Version}}}","io.modelcontextprotocol/clientCapabilities":{},"io.modelcontextprotocol/clientInfo":{"name":"bench","version":"1.0.0"}}""";
        var headers = _era.HasSessions ? "" : $"Mcp-Method: tools/call\r\nMcp-Name: {tool}\r\n";
        return Post($$$"""{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"{{{tool}}}","arguments":{{{arguments}}}{{{meta}}}}}""", headers);
    }

    /// <summary>Sends one request and reads its whole answer, headers included; good until the next call.</summary>
    /// <exception cref="InvalidOperationException">The status is not a success.</exception>
    public async ValueTask<ReadOnlyMemory<byte>> SendAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        await _socket.SendAsync(request, cancellationToken);
        var length = 0;
        do
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            if (read == 0)
                throw new IOException("The server closed the connection.");
            length += read;
        }
        while (!IsWhole(_buffer.AsSpan(0, length)));
        if (!_buffer.AsSpan(0, length).StartsWith("HTTP/1.1 20"u8))
            throw new InvalidOperationException(Encoding.UTF8.GetString(_buffer, 0, Math.Min(length, 1000)));
        return _buffer.AsMemory(0, length);
    }

    /// <summary>Ends the session, so that the next round finds room for its own.</summary>
    public async Task CloseAsync(CancellationToken cancellationToken)
    {
        if (_session is not null)
            await SendAsync(Encoding.ASCII.GetBytes($"DELETE /mcp HTTP/1.1\r\n{Headers()}\r\n"), cancellationToken);
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
            return false;
        var head = answer[..(end + 2)];
        if (head.IndexOf("Transfer-Encoding: chunked"u8) >= 0)
            return answer.EndsWith("\r\n0\r\n\r\n"u8);
        var start = head.IndexOf("Content-Length: "u8);
        if (start < 0)
            return true;
        var digits = head[(start + 16)..];
        var length = int.Parse(digits[..digits.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
        return answer.Length >= end + 4 + length;
    }

    private byte[] Post(string body, string more) => Encoding.UTF8.GetBytes(
        $"POST /mcp HTTP/1.1\r\n{Headers()}{more}Content-Type: application/json\r\nAccept: application/json, text/event-stream\r\n"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    private string Headers()
    {
        var headers = $"Host: {_host}\r\nMCP-Protocol-Version: {_era.Version}\r\n";
        if (_key is not null)
            headers += $"Authorization: Bearer {_key}\r\n";
        return _session is null ? headers : headers + $"Mcp-Session-Id: {_session}\r\n";
    }
}
