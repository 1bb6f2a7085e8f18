using System.Globalization;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary>Drafts, and what is sent from here.</summary>
internal sealed partial class Mailbox
{
    private readonly Dictionary<string, string> _drafts = [];
    private long _nextDraft = 7_000_000_000;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Draft> Drafts
    {
        get
        {
            lock (_gate)
            {
                return
                [
                    .. _drafts.Select(pair => new Draft(pair.Key, _messages[pair.Value]))
                        .OrderByDescending(draft => draft.Message.ReceivedAt).ThenByDescending(draft => draft.Message.Id, StringComparer.Ordinal),
                ];
            }
        }
    }

    public Draft? FindDraft(string id)
    {
        lock (_gate)
            return _drafts.TryGetValue(id, out var message) ? new Draft(id, _messages[message]) : null;
    }

    public Draft SaveDraft(MessageContent content, string? thread)
    {
        lock (_gate)
        {
            var id = "r" + (_nextDraft += 7).ToString(CultureInfo.InvariantCulture);
            var now = _time.GetUtcNow();
            var message = Add(content, ["DRAFT"], now, now, thread);
            _drafts[id] = message.Id;
            return new Draft(id, message);
        }
    }

    /// <exception cref="Api.ApiException">404: no such draft.</exception>
    public Draft ReplaceDraft(string id, MessageContent content, string? thread)
    {
        lock (_gate)
        {
            var old = FindDraft(id) ?? throw GmailErrors.NotFound();
            var now = _time.GetUtcNow();
            var message = Add(content, old.Message.Labels, now, now, thread ?? old.Message.ThreadId, stays: thread is null);
            _drafts[id] = message.Id;
            Remove(old.Message.Id);
            return new Draft(id, message);
        }
    }

    /// <exception cref="Api.ApiException">404: no such draft.</exception>
    public void DeleteDraft(string id)
    {
        lock (_gate)
        {
            if (!_drafts.Remove(id, out var message))
                throw GmailErrors.NotFound();
            Remove(message);
        }
    }

    /// <summary>Keeps a sent message, in place of the draft that it was.</summary>
    /// <exception cref="Api.ApiException">404: the draft is gone.</exception>
    public StoredMessage KeepSent(MessageContent content, string? thread, string? draft, IEnumerable<string> labels)
    {
        lock (_gate)
        {
            if (draft is not null)
                DeleteDraft(draft);
            var now = _time.GetUtcNow();
            return Add(content, labels, now, now, thread, stays: draft is not null);
        }
    }

    public StoredMessage Receive(MessageContent content, IEnumerable<string> labels)
    {
        var now = _time.GetUtcNow();
        return Add(content, labels, now, now, thread: null);
    }
}
