namespace Assistant.GoogleClients.Tests.Http;

internal sealed class FixedRandom(double value) : Random
{
    public override double NextDouble() => value;
}
