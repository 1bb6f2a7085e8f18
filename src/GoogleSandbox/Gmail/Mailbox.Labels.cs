using System.Globalization;

namespace Assistant.GoogleSandbox.Gmail;

/// <summary>The person's own labels.</summary>
internal sealed partial class Mailbox
{
    private int _nextLabel;

    /// <exception cref="Api.ApiException">409: the name is taken.</exception>
    public Label AddLabel(Label label)
    {
        lock (_gate)
        {
            CheckName(label);
            label = label with { Id = "Label_" + (++_nextLabel).ToString(CultureInfo.InvariantCulture), IsUsers = true };
            _labels.Add(label);
            return label;
        }
    }

    /// <exception cref="Api.ApiException">404: no such label; 400: a system label; 409: the name is taken.</exception>
    public Label ChangeLabel(string id, Func<Label, Label> change)
    {
        lock (_gate)
        {
            var index = UserLabel(id);
            var label = change(_labels[index]);
            CheckName(label);
            return _labels[index] = label;
        }
    }

    /// <exception cref="Api.ApiException">404: no such label; 400: a system label.</exception>
    public void DeleteLabel(string id)
    {
        lock (_gate)
        {
            var index = UserLabel(id);
            foreach (var message in _messages.Values.Where(message => message.Has(id)).ToList())
                Change(message, HistoryType.LabelRemoved, [id], message.Labels.Except([id]));
            _labels.RemoveAt(index);
        }
    }

    private int UserLabel(string id)
    {
        var index = _labels.FindIndex(label => label.Id == id);
        if (index < 0)
            throw GmailErrors.NotFound();
        return _labels[index].IsUsers ? index : throw GmailErrors.Invalid("Invalid update request: a system label cannot be changed");
    }

    private void CheckName(Label label)
    {
        if (string.IsNullOrWhiteSpace(label.Name) || label.Name.Length > 225)
            throw GmailErrors.Invalid("Invalid label name");
        if (_labels.Exists(known => known.Id != label.Id && known.Name.Equals(label.Name, StringComparison.OrdinalIgnoreCase)))
            throw new Api.ApiException(409, "aborted", "Label name exists or conflicts");
    }
}
