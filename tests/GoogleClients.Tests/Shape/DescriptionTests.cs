using System.Reflection;
using System.Text.RegularExpressions;
using Google.Apis.Calendar.v3;
using Google.Apis.Gmail.v1;
using Google.Apis.Requests;
using Google.Apis.Services;
using Google.Apis.Util;

namespace Assistant.GoogleClients.Tests.Shape;

public sealed partial class DescriptionTests
{
    /// <summary>Query parameters that Google's description requires: the constructor takes them too.</summary>
    private static readonly string[] Required = ["destination", "text"];

    public static TheoryData<Type> Requests => [.. new[] { typeof(GmailService).Assembly, typeof(CalendarService).Assembly }.Distinct()
        .SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => !type.IsAbstract && typeof(IClientServiceRequest).IsAssignableFrom(type))];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Every_placeholder_of_a_path_has_its_parameter_and_its_constructor_argument(Type type)
    {
        using var service = new GmailService();
        var constructor = Assert.Single(type.GetConstructors());
        var arguments = constructor.GetParameters();
        var request = (IClientServiceRequest)constructor.Invoke([.. arguments.Select(Value)]);

        var inPath = Placeholder().Matches(request.RestPath).Select(match => match.Groups[1].Value);
        var declared = type.GetProperties()
            .SelectMany(property => property.GetCustomAttributes<RequestParameterAttribute>())
            .Where(parameter => parameter.Type == RequestParameterType.Path)
            .Select(parameter => parameter.Name);

        var inQuery = type.GetProperties()
            .Where(property => property.SetMethod is { IsPublic: false })
            .SelectMany(property => property.GetCustomAttributes<RequestParameterAttribute>())
            .Where(parameter => parameter.Type == RequestParameterType.Query)
            .Select(parameter => parameter.Name);

        Assert.Equal(
            inPath.Concat(inQuery.Where(Required.Contains)),
            arguments.Where(argument => argument.ParameterType == typeof(string)).Select(argument => argument.Name));
        Assert.Equal(inPath, declared);
        Assert.All(inPath, name => Assert.True(request.RequestParameters[name].IsRequired));

        object? Value(ParameterInfo argument) =>
            argument.ParameterType == typeof(IClientService) ? service : argument.ParameterType == typeof(string) ? "x" : null;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}
