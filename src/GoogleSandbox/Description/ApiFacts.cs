namespace Assistant.GoogleSandbox.Description;

/// <summary>One of Google's APIs: the parameters that every method takes, its methods, and the fields of each schema by its name.</summary>
internal sealed record ApiFacts(
    string Name,
    string Revision,
    IReadOnlyDictionary<string, ParameterFacts> Parameters,
    IReadOnlyList<MethodFacts> Methods,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, FieldFacts>> Schemas);
