using System.Collections.Concurrent;
using System.Reflection;
using Google.Apis.Discovery;
using Google.Apis.Util;

namespace Assistant.GoogleClients.Shape;

/// <summary>Reads a request's parameters off its attributes, once a type, so that no request has to list them a second time.</summary>
internal static class DeclaredParameters
{
    private static readonly ConcurrentDictionary<Type, Parameter[]> Known = new();

    public static void Describe(Type request, IDictionary<string, IParameter> into)
    {
        foreach (var parameter in Known.GetOrAdd(request, Read))
            into.Add(parameter.Name, parameter);
    }

    private static Parameter[] Read(Type request) =>
    [
        .. request.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .SelectMany(property => property.GetCustomAttributes<RequestParameterAttribute>())
            .DistinctBy(declared => declared.Name)
            .Select(Parameter),
    ];

    // No default: Google.Apis leaves out a value that equals the default, and what is left out means the default anyway.
    private static Parameter Parameter(RequestParameterAttribute declared) => new()
    {
        Name = declared.Name,
        ParameterType = declared.Type == RequestParameterType.Path ? "path" : "query",
        IsRequired = declared.Type == RequestParameterType.Path,
    };
}
