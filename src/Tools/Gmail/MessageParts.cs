using Google.Apis.Gmail.v1.Data;

namespace Assistant.Tools.Gmail;

/// <summary>A piece of the body in the forms that the sender gave it (multipart/alternative).</summary>
internal sealed record BodyPiece(MessagePart? Plain, MessagePart? Html);

/// <summary>The parts of a message: what is its body and what is attached (RFC 2046).</summary>
internal sealed class MessageParts
{
    private readonly List<BodyPiece> _body = [];
    private readonly List<MessagePart> _attachments = [];

    private MessageParts()
    {
    }

    public IReadOnlyList<BodyPiece> Body => _body;

    public IReadOnlyList<MessagePart> Attachments => _attachments;

    public static MessageParts Of(MessagePart? root)
    {
        var parts = new MessageParts();
        if (root is not null)
            parts.Add(root);
        return parts;
    }

    private void Add(MessagePart part)
    {
        if (IsAttachment(part))
            _attachments.Add(part);
        else if (Is(part, "multipart/alternative"))
            AddAlternative(part);
        else if (part.Parts is { Count: > 0 } children)
        {
            foreach (var child in children)
                Add(child);
        }
        else if (Is(part, "text/plain"))
            _body.Add(new BodyPiece(part, null));
        else if (Is(part, "text/html"))
            _body.Add(new BodyPiece(null, part));
        else if (part.Body?.Size > 0)
            _attachments.Add(part);
    }

    private void AddAlternative(MessagePart part)
    {
        var inner = new MessageParts();
        foreach (var child in part.Parts ?? [])
            inner.Add(child);
        _body.Add(new BodyPiece(
            inner._body.Select(piece => piece.Plain).FirstOrDefault(plain => plain is not null),
            inner._body.Select(piece => piece.Html).FirstOrDefault(html => html is not null)));
        _attachments.AddRange(inner._attachments);
    }

    private static bool IsAttachment(MessagePart part) => !string.IsNullOrEmpty(part.Filename) || Is(part, "message/rfc822");

    private static bool Is(MessagePart part, string type) => string.Equals(part.MimeType, type, StringComparison.OrdinalIgnoreCase);
}
