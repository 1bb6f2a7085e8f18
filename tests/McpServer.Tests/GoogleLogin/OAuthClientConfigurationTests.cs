using Assistant.Server.GoogleLogin;
using Assistant.Tests.Shared;

namespace Assistant.Server.Tests.GoogleLogin;

public sealed class OAuthClientConfigurationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _variables = [];

    [Fact]
    public void The_environment_names_the_client()
    {
        _variables["ASSISTANT_GOOGLE_CLIENT_ID"] = "id ";
        _variables["ASSISTANT_GOOGLE_CLIENT_SECRET"] = "secret-canary";

        var client = Get();

        Assert.Equal("id", client.Id);
        Assert.Equal("secret-canary", client.Secret.Value);
        Assert.DoesNotContain("secret-canary", client.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Googles_download_names_the_client()
    {
        Save("""{"installed":{"client_id":"id-2","client_secret":"s","redirect_uris":["http://localhost"]}}""");

        Assert.Equal("id-2", Get().Id);
    }

    [Fact]
    public void The_environment_goes_before_the_file()
    {
        Save("""{"installed":{"client_id":"id-2","client_secret":"s"}}""");
        _variables["ASSISTANT_GOOGLE_CLIENT_ID"] = "id";
        _variables["ASSISTANT_GOOGLE_CLIENT_SECRET"] = "s";

        Assert.Equal("id", Get().Id);
    }

    [Fact]
    public void None_at_all_names_both_ways_and_the_guide()
    {
        var message = Fails();

        Assert.Contains("ASSISTANT_GOOGLE_CLIENT_ID and ASSISTANT_GOOGLE_CLIENT_SECRET", message, StringComparison.Ordinal);
        Assert.Contains(_folder.File("client_secret.json"), message, StringComparison.Ordinal);
        Assert.Contains("docs/google-setup.md", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_client_names_the_missing_half()
    {
        _variables["ASSISTANT_GOOGLE_CLIENT_ID"] = "id";

        Assert.StartsWith("ASSISTANT_GOOGLE_CLIENT_SECRET is not set", Fails(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"web":{"client_id":"id","client_secret":"s"}}""", "not an OAuth client of type 'Desktop app'")]
    [InlineData("""{"installed":{"client_id":"id"}}""", "'client_id' and 'client_secret'")]
    [InlineData("[]", "not an OAuth client")]
    [InlineData("{", "is not JSON")]
    public void A_file_of_another_kind_is_named(string json, string says)
    {
        Save(json);

        Assert.Contains(says, Fails(), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private OAuthClient Get() => new OAuthClientConfiguration(_folder.Path, _variables.GetValueOrDefault).Get();

    private string Fails() => Assert.Throws<OAuthClientMissingException>(Get).Message;

    private void Save(string json) => File.WriteAllText(_folder.File("client_secret.json"), json);
}
