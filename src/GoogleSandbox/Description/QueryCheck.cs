namespace Assistant.GoogleSandbox.Description;

/// <summary>Whether the path and query parameters are those of the method, each of its type.</summary>
internal static class QueryCheck
{
    /// <summary>What is wrong with them, or null.</summary>
    public static string? Complaint(
        Route route,
        IReadOnlyDictionary<string, string> path,
        IReadOnlyDictionary<string, IReadOnlyList<string>> query)
    {
        foreach (var (name, value) in path)
        {
            if (ValueCheck.Complaint(route.Method.Parameters[name], value) is { } wrong)
                return $"path parameter {name} {wrong}";
        }
        foreach (var (name, values) in query)
        {
            if (Facts(route, name) is not { } facts)
                return $"unknown query parameter {name}";
            if (values.Count > 1 && !facts.Repeated)
                return $"query parameter {name} may be given only once";
            if (values.Select(value => ValueCheck.Complaint(facts, value)).FirstOrDefault(complaint => complaint is not null) is { } wrong)
                return $"query parameter {name} {wrong}";
        }
        return route.Method.Parameters
            .Where(pair => pair.Value is { Required: true, Path: false } && !query.ContainsKey(pair.Key))
            .Select(pair => $"required query parameter {pair.Key} is missing")
            .FirstOrDefault();
    }

    private static ParameterFacts? Facts(Route route, string name)
    {
        if (route.Method.Parameters.TryGetValue(name, out var own))
            return own.Path ? null : own;
        return route.Api.Parameters.GetValueOrDefault(name);
    }
}
