using System.Globalization;
using Assistant.Server.Commands;

namespace Assistant.Server;

/// <summary>Values of environment variables, with errors that name the variable and what to write.</summary>
internal sealed class Variables(Func<string, string?> variable)
{
    /// <summary>Null where it is not set, or empty.</summary>
    public string? Text(string name) => string.IsNullOrWhiteSpace(variable(name)) ? null : variable(name)!.Trim();

    public bool IsOff(string name) => Text(name)?.ToLowerInvariant() is "off" or "false" or "0" or "no";

    /// <exception cref="CliException">It is no whole number above zero.</exception>
    public int? Number(string name) => Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw Wrong($"{name} is '{text}': give a whole number above zero.");

    /// <exception cref="CliException">It is no amount.</exception>
    public decimal? Dollars(string name) => Text(name) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars) ? dollars
        : throw Wrong($"{name} is '{text}': give US dollars for a million tokens, such as 0.02.");

    /// <summary>The value of a variable, or the text of the file that another one with <c>_FILE</c> names.</summary>
    /// <exception cref="CliException">The file cannot be read.</exception>
    public string? Secret(string name)
    {
        if (Text(name) is { } value || Text(name + "_FILE") is not { } file)
            return Text(name);
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Wrong($"{name}_FILE cannot be read: {failure.Message}");
        }
    }

    /// <summary>A service and its model. What is sent there is somebody's mail: only over https, or within this computer.</summary>
    /// <exception cref="CliException">It is no such address, or the model is not named.</exception>
    public (Uri Url, string Model)? Service(string urlName, string modelName)
    {
        if (Text(urlName) is not { } url)
            return null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
            throw Wrong($"{urlName} is '{url}': give an https address such as https://api.openai.com/v1, or an http one of this computer.");
        return (address, Text(modelName) ?? throw Wrong($"{urlName} is set, but {modelName} is not: name the model to use."));
    }

    public static CliException Wrong(string message) => new(message, ExitCode.Usage);
}
