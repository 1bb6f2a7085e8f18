using System.Collections;
using System.Reflection;
using System.Text;
using Assistant.GoogleClients.Json;
using Google.Apis.Calendar.v3.Data;
using Google.Apis.Gmail.v1.Data;
using Google.Apis.Json;
using Google.Apis.Requests;
using Newtonsoft.Json;

namespace Assistant.GoogleClients.Tests.Json;

/// <summary>Whatever Google's serializer reads, ours reads to the same value.</summary>
public sealed class GoogleJsonSerializerTests
{
    public static TheoryData<Type> DataClasses => [.. new[] { typeof(Message).Assembly, typeof(Event).Assembly }.Distinct()
        .SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => typeof(IDirectResponseSchema).IsAssignableFrom(type))];

    [Theory]
    [MemberData(nameof(DataClasses))]
    public void Every_property_of_every_data_class_is_read(Type type)
    {
        var text = NewtonsoftJsonSerializer.Instance.Serialize(Filled(type, 3));

        var read = GoogleJsonSerializer.Instance.Deserialize(text, type);

        Assert.NotEqual("{}", text);
        Assert.Equal(text, NewtonsoftJsonSerializer.Instance.Serialize(read));
    }

    [Theory]
    [InlineData(typeof(Message), """{"id":17,"historyId":17,"internalDate":"","sizeEstimate":"5"}""")]
    [InlineData(typeof(Message), """{"ETAG":"e","Id":"1","unknown":{"deep":[1,{"a":null}]}}""")]
    [InlineData(typeof(Message), """{"snippet":"cut \ud83d","labelIds":null}""")]
    [InlineData(typeof(Message), """{"snippet":"\u202e\u0000 \"quoted\" 😀 \/","labelIds":[]}""")]
    [InlineData(typeof(Message), """{ /* note */ "id":"1",}""")]
    [InlineData(typeof(Message), "null")]
    [InlineData(typeof(Message), "")]
    [InlineData(typeof(Event), """{"start":{"dateTime":"2026-11-20T09:00:00+01:00"},"updated":"2026-11-20T09:00:00.000Z","summary":"2026-11-20T09:00:00Z"}""")]
    [InlineData(typeof(Event), """{"workingLocationProperties":{"homeOffice":{"a":[1,"2026-11-20T09:00:00Z"]}}}""")]
    [InlineData(typeof(Event), """{"workingLocationProperties":{"homeOffice":"yes"},"locked":"true"}""")]
    [InlineData(typeof(Colors), """{"event":{"1":{"background":"#fff"},"2":null},"calendar":{}}""")]
    public void Odd_answers_are_read_as_Google_reads_them(Type type, string text)
    {
        var expected = NewtonsoftJsonSerializer.Instance.Deserialize(text, type);

        var read = GoogleJsonSerializer.Instance.Deserialize(text, type);

        Assert.Equal(JsonConvert.SerializeObject(expected), JsonConvert.SerializeObject(read));
    }

    [Fact]
    public void A_value_without_a_type_has_the_type_that_Google_gives_it()
    {
        const string Text = """{"workingLocationProperties":{"homeOffice":{"a":1}}}""";

        var read = GoogleJsonSerializer.Instance.Deserialize<Event>(Text);

        var expected = NewtonsoftJsonSerializer.Instance.Deserialize<Event>(Text).WorkingLocationProperties.HomeOffice;
        Assert.IsType(expected.GetType(), read.WorkingLocationProperties.HomeOffice);
    }

    [Fact]
    public void What_is_no_json_fails_as_with_Google()
    {
        var expected = Assert.ThrowsAny<Exception>(() => NewtonsoftJsonSerializer.Instance.Deserialize<Message>("<html>"));

        Assert.IsType(expected.GetType(), Assert.ThrowsAny<Exception>(() => GoogleJsonSerializer.Instance.Deserialize<Message>("<html>")));
    }

    [Fact]
    public void A_stream_is_read_like_a_text()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("""{"emailAddress":"jörg@example.com"}"""));

        Assert.Equal("jörg@example.com", GoogleJsonSerializer.Instance.Deserialize<Profile>(stream).EmailAddress);
    }

    private static object Filled(Type type, int depth)
    {
        var filled = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.GetCustomAttribute<JsonIgnoreAttribute>() is null && property.CanWrite))
            property.SetValue(filled, Value(property.PropertyType, property.Name, depth));
        return filled;
    }

    private static object? Value(Type type, string name, int depth)
    {
        if (name.EndsWith("Raw", StringComparison.Ordinal))
            return "2026-11-20T09:00:00Z";
        if (type == typeof(string) || type == typeof(object))
            return $"{name} ä\u2028\"<";
        if (Nullable.GetUnderlyingType(type) is { } number)
            return number == typeof(bool) ? true : Convert.ChangeType(name.Length, number, provider: null);
        if (depth == 0)
            return null;
        if (!type.IsGenericType)
            return Filled(type, depth - 1);
        var element = type.GetGenericArguments()[^1];
        if (type.GetGenericTypeDefinition() == typeof(IList<>))
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
            list.Add(Value(element, name, depth - 1));
            return list;
        }

        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), element))!;
        map.Add("key", Value(element, name, depth - 1));
        return map;
    }
}
