using System.Text;

namespace Assistant.GoogleSandbox.World.Mime;

/// <summary>The charsets that mail is met in, found without registering a provider for the whole process.</summary>
internal static class Charset
{
    public const string Utf8 = "utf-8";
    public const string Latin1 = "iso-8859-1";
    public const string Windows1252 = "windows-1252";
    public const string Iso2022Jp = "iso-2022-jp";

    public static Encoding Find(string name) => name switch
    {
        Utf8 => Encoding.UTF8,
        Latin1 => Encoding.Latin1,
        _ => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? throw new ArgumentException($"No charset {name}.", nameof(name)),
    };

    /// <summary>The charset itself if it can hold the text, else UTF-8.</summary>
    public static string Fitting(string name, string text) => Find(name).GetString(Find(name).GetBytes(text)) == text ? name : Utf8;
}
