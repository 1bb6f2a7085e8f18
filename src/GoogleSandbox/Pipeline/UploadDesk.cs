using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Assistant.GoogleSandbox.Pipeline;

/// <summary>What came of an upload request: an answer already, or a whole message with the JSON beside it.</summary>
internal sealed record Uploaded(Reply? Answer, byte[] Json, byte[] Media);

/// <summary>
/// Google's three upload protocols: media, multipart and resumable
/// (https://developers.google.com/workspace/gmail/api/guides/uploads).
/// </summary>
internal sealed class UploadDesk
{
    private const string Message = "message/rfc822";
    private const string SessionParameter = "upload_id";

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Session> _sessions = [];

    public static bool Serves(string rawPath) =>
        rawPath.StartsWith("/upload/", StringComparison.Ordinal) || rawPath.StartsWith("/resumable/upload/", StringComparison.Ordinal);

    /// <summary>The request without what belongs to the upload alone, to be held against the description.</summary>
    public static IncomingRequest WithoutUpload(IncomingRequest request) =>
        request with { Query = request.Query.Where(pair => pair.Key != SessionParameter).ToDictionary(pair => pair.Key, pair => pair.Value) };

    /// <param name="request">As it came.</param>
    /// <param name="person">Whose token came with it; a session is no other person's.</param>
    /// <param name="violation">Says what Google would not take.</param>
    public Uploaded Read(IncomingRequest request, string person, Func<string, Exception> violation)
    {
        if (request.Query.TryGetValue(SessionParameter, out var id))
            return Continue(request, person, id[0], violation);
        return request.Query.GetValueOrDefault("uploadType")?[0] switch
        {
            "media" => new(null, [], Checked(request.Header("Content-Type"), request.Body, violation)),
            "multipart" => Multipart(request, violation),
            "resumable" => Start(request, person, violation),
            var other => throw violation($"uploadType is {other ?? "missing"}: media, multipart or resumable"),
        };
    }

    private static byte[] Checked(string? contentType, byte[] media, Func<string, Exception> violation) =>
        contentType?.StartsWith(Message, StringComparison.OrdinalIgnoreCase) is true ? media : throw violation($"Media type '{contentType}' is not supported. Valid media types: [{Message}]");

    private static Uploaded Multipart(IncomingRequest request, Func<string, Exception> violation)
    {
        var parts = MultipartBody.Read(request.Header("Content-Type"), request.Body) ?? throw violation("the multipart body cannot be read");
        if (parts.Count != 2 || parts[0].Header("Content-Type")?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) is not true)
            throw violation("a multipart upload has two parts, JSON first");
        return new(null, parts[0].Body, Checked(parts[1].Header("Content-Type"), parts[1].Body, violation));
    }

    private Uploaded Start(IncomingRequest request, string person, Func<string, Exception> violation)
    {
        Checked(request.Header("X-Upload-Content-Type") ?? Message, [], violation);
        var id = RandomNumberGenerator.GetHexString(24, lowercase: true);
        lock (_gate)
            _sessions[id] = new Session(person, request.RawPath, request.Body, new MemoryStream());
        var location = $"http://{request.Header("Host")}{request.RawPath}?uploadType=resumable&{SessionParameter}={id}";
        return new(Reply.Empty(200).With("Location", location).With("X-GUploader-UploadID", id), [], []);
    }

    private Uploaded Continue(IncomingRequest request, string person, string id, Func<string, Exception> violation)
    {
        lock (_gate)
        {
            if (!_sessions.TryGetValue(id, out var session) || session.Person != person || session.Path != request.RawPath)
                return new(GoogleError.Of(404, "notFound", "Not Found"), [], []);
            if (request.HttpMethod != HttpMethods.Put)
                throw violation("the bytes of a resumable upload are PUT");
            var (from, total) = Range(request.Header("Content-Range"), session, violation);
            if (request.Body.Length > 0)
            {
                if (from != session.Received.Length)
                    throw violation($"the bytes begin at {from}, but {session.Received.Length} are there");
                session.Received.Write(request.Body);
            }

            if (total is null || session.Received.Length < total)
                return new(Unfinished(session), [], []);
            _sessions.Remove(id);
            return new(null, session.Json, session.Received.ToArray());
        }
    }

    private static Reply Unfinished(Session session) =>
        session.Received.Length == 0 ? Reply.Empty(308) : Reply.Empty(308).With("Range", $"bytes=0-{(session.Received.Length - 1).ToString(CultureInfo.InvariantCulture)}");

    /// <summary><c>bytes 0-99/200</c>, <c>bytes 0-99/*</c>, or <c>bytes */200</c> to ask how far it is.</summary>
    private static (long From, long? Total) Range(string? header, Session session, Func<string, Exception> violation)
    {
        if (header is null)
            return (session.Received.Length, null);
        var pieces = header.Replace("bytes ", "", StringComparison.Ordinal).Split('/');
        if (pieces.Length != 2)
            throw violation($"Content-Range {header}");
        long? total = pieces[1] == "*" ? null : long.Parse(pieces[1], CultureInfo.InvariantCulture);
        return (pieces[0] == "*" ? session.Received.Length : long.Parse(pieces[0].Split('-')[0], CultureInfo.InvariantCulture), total);
    }

    private sealed record Session(string Person, string Path, byte[] Json, MemoryStream Received);
}

/// <summary>A part of a <c>multipart/related</c> or <c>multipart/mixed</c> request body.</summary>
internal sealed record BodyPart(IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}

internal static class MultipartBody
{
    /// <summary>The parts, or null where the body is none (RFC 2046 §5.1).</summary>
    public static IReadOnlyList<BodyPart>? Read(string? contentType, byte[] body)
    {
        var at = contentType?.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase) ?? -1;
        if (at < 0)
            return null;
        var boundary = contentType![(at + "boundary=".Length)..].Split(';')[0].Trim().Trim('"');
        return [.. Gmail.Mime.Multipart.Split(body, boundary).Select(Part)];
    }

    private static BodyPart Part(byte[] entity)
    {
        var (headers, body) = Gmail.Mime.HeaderBlock.Read(entity);
        return new(headers.ToDictionary(header => header.Name, header => header.Value, StringComparer.OrdinalIgnoreCase), body);
    }
}
