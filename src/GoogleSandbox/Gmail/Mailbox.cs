using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary>One person's mail. Every read and change goes through its lock; what it hands out never changes.</summary>
internal sealed partial class Mailbox
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly MessageIds _ids;
    private readonly Dictionary<string, StoredMessage> _messages = [];
    private readonly List<Label> _labels;
    private readonly HistoryLog _history;
    private readonly Threads _threads = new();
    private StoredMessage[]? _newestFirst;

    public Mailbox(SeedPerson person, MessageIds ids, TimeProvider time)
    {
        (Person, _time, _ids) = (person, time, ids);
        _history = new HistoryLog(time);
        _labels = [.. Label.System, .. person.Labels.Select((name, i) => new Label($"Label_{i + 1}", name, IsUsers: true))];
        Settings = new Settings.MailSettings(person);
        _nextLabel = person.Labels.Count;
        foreach (var mail in person.Mails.OrderBy(mail => mail.ReceivedAt))
            Deliver(mail, mail.ReceivedAt);
    }

    public SeedPerson Person { get; }

    public Settings.MailSettings Settings { get; }

    public ulong HistoryId
    {
        get
        {
            lock (_gate)
                return _history.Current;
        }
    }

    public IReadOnlyList<Label> Labels
    {
        get
        {
            lock (_gate)
                return [.. _labels];
        }
    }

    /// <summary>Every message, the newest first.</summary>
    public IReadOnlyList<StoredMessage> Messages
    {
        get
        {
            lock (_gate)
            {
                return _newestFirst ??=
                [
                    .. _messages.Values
                        .OrderByDescending(message => message.ReceivedAt)
                        .ThenByDescending(message => message.Id, StringComparer.Ordinal),
                ];
            }
        }
    }

    public StoredMessage? Find(string id)
    {
        lock (_gate)
            return _messages.GetValueOrDefault(id);
    }

    /// <exception cref="ApiException">400: one of them is no label's id.</exception>
    public void CheckLabels(IEnumerable<string> ids)
    {
        lock (_gate)
        {
            if (ids.FirstOrDefault(id => !_labels.Exists(label => label.Id == id)) is { } unknown)
                throw GmailErrors.Invalid($"Invalid label: {unknown}");
        }
    }

    /// <summary>Null where <paramref name="start"/> is too old.</summary>
    public IReadOnlyList<HistoryRecord>? HistorySince(ulong start)
    {
        lock (_gate)
            return _history.Since(start);
    }

    public void ExpireHistory()
    {
        lock (_gate)
            _history.Expire();
    }

    public StoredMessage Deliver(SeedMail mail) => Deliver(mail, _time.GetUtcNow());

    private StoredMessage Deliver(SeedMail mail, DateTimeOffset at) => Add(new MessageContent(mail.Rfc822), mail.Labels, mail.ReceivedAt, at, thread: null);

    private StoredMessage Add(MessageContent content, IEnumerable<string> labelNames, DateTimeOffset receivedAt, DateTimeOffset at, string? thread, bool stays = false)
    {
        var id = _ids.New(Person.Email, receivedAt, content.Raw);
        lock (_gate)
        {
            var labels = labelNames.Select(Resolve).ToHashSet();
            var message = new StoredMessage(id, stays ? _threads.Keep(thread!, content) : _threads.Join(id, content, thread), content, labels, receivedAt, _history.Next());
            Keep(message);
            _history.Add(new HistoryRecord(message.HistoryId, at, HistoryType.MessageAdded, message, []));
            return message;
        }
    }

    /// <param name="id">The message.</param>
    /// <param name="add">Label ids or names.</param>
    /// <param name="remove">Label ids or names.</param>
    /// <exception cref="ApiException">404: no such message; 400: no such label.</exception>
    public StoredMessage ChangeLabels(string id, IEnumerable<string> add, IEnumerable<string> remove)
    {
        lock (_gate)
        {
            var message = _messages.GetValueOrDefault(id) ?? throw GmailErrors.NotFound();
            string[] added = [.. add.Select(Resolve).Where(label => !message.Has(label)).Distinct()];
            string[] removed = [.. remove.Select(Resolve).Where(message.Has).Distinct()];
            message = Change(message, HistoryType.LabelAdded, added, message.Labels.Union(added));
            return Change(message, HistoryType.LabelRemoved, removed, message.Labels.Except(removed));
        }
    }

    /// <summary>For good, past the trash.</summary>
    /// <exception cref="ApiException">404: no such message.</exception>
    public void Delete(string id)
    {
        lock (_gate)
            Remove(id);
    }

    private void Remove(string id)
    {
        if (!_messages.Remove(id, out var message))
            throw GmailErrors.NotFound();
        _newestFirst = null;
        _history.Add(new HistoryRecord(_history.Next(), _time.GetUtcNow(), HistoryType.MessageDeleted, message, []));
    }

    private StoredMessage Change(StoredMessage message, HistoryType type, string[] changed, IEnumerable<string> labels)
    {
        if (changed.Length == 0)
            return message;
        message = message with { Labels = labels.ToHashSet(), HistoryId = _history.Next() };
        Keep(message);
        _history.Add(new HistoryRecord(message.HistoryId, _time.GetUtcNow(), type, message, changed));
        return message;
    }

    private void Keep(StoredMessage message)
    {
        _messages[message.Id] = message;
        _newestFirst = null;
    }

    private string Resolve(string label)
        => (_labels.Find(known => known.Id == label) ?? _labels.Find(known => known.IsUsers && known.Name == label))?.Id
            ?? throw GmailErrors.Invalid($"Invalid label: {label}");
}
