namespace Assistant.Retrieval.Index;

/// <summary>What an index has.</summary>
/// <param name="Documents">Mails and events.</param>
/// <param name="Model">What knows their meaning, or is being given them; null for nothing yet.</param>
/// <param name="LearnedFrom">Documents that the embedded model learned from; 0 for a service's.</param>
/// <param name="Embedded">The share of documents that this model has vectors of, from 0 to 1.</param>
/// <param name="Tokens">What the service counted.</param>
/// <param name="Cost">US dollars, where the price is known.</param>
public sealed record IndexState(int Documents, string? Model, int LearnedFrom, double Embedded, long Tokens, decimal? Cost);
