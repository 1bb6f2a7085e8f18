namespace Assistant.Server.Tests.Commands;

/// <summary>Standard input of somebody who opens the address that was printed elsewhere, and pastes the one where the browser ended.</summary>
internal sealed class CarriedAnswer(Person person, TextWriter output) : TextReader
{
    public override async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var page = output.ToString()!.Split('\n').Single(line => line.Contains("code_challenge=", StringComparison.Ordinal));
        return (await person.DecideAsync(new Uri(page.Trim()))).AbsoluteUri;
    }
}
