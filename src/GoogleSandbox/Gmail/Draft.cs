namespace Assistant.GoogleSandbox.Gmail;

/// <summary>A draft keeps its id while its message, with an id of its own, is replaced at every update.</summary>
internal sealed record Draft(string Id, StoredMessage Message);
