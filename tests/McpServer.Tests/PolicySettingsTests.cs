using Assistant.Server.Commands;
using Assistant.TokenStore;
using Assistant.Tools;

namespace Assistant.Server.Tests;

public sealed class PolicySettingsTests
{
    [Fact]
    public void Without_settings_the_person_is_asked_before_a_mail_leaves() =>
        Assert.Equal(new ServerPolicy(PermissionLevel.Send, SendPolicy.Ask, Recipients: null, TimeSpan.Zero), Read());

    [Fact]
    public void The_environment_sets_the_bounds()
    {
        var policy = Read(
            ("ASSISTANT_LEVEL", "Draft"), ("ASSISTANT_SEND_POLICY", "allow-listed"), ("ASSISTANT_SEND_RECIPIENTS", "ann@work.example, @home.example"), ("ASSISTANT_SEND_HOLD", "30"));

        Assert.Equal(PermissionLevel.Draft, policy.Level);
        Assert.Equal(SendPolicy.AllowListed, policy.Sending);
        Assert.Equal(["ann@work.example", "@home.example"], policy.Recipients);
        Assert.Equal(TimeSpan.FromSeconds(30), policy.Hold);
    }

    [Theory]
    [InlineData("ASSISTANT_LEVEL", "3")]
    [InlineData("ASSISTANT_LEVEL", "all")]
    [InlineData("ASSISTANT_SEND_POLICY", "yes")]
    [InlineData("ASSISTANT_SEND_HOLD", "-1")]
    [InlineData("ASSISTANT_SEND_HOLD", "3601")]
    [InlineData("ASSISTANT_SEND_HOLD", "soon")]
    public void A_value_that_makes_no_sense_stops_the_start(string name, string value)
    {
        var refused = Assert.Throws<CliException>(() => Read((name, value)));

        Assert.Contains(value, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PermissionLevel.Send, SendPolicy.Allow, PermissionLevel.Read, SendPolicy.Ask, PermissionLevel.Read, SendPolicy.Ask)]
    [InlineData(PermissionLevel.Organise, SendPolicy.DraftsOnly, PermissionLevel.Send, SendPolicy.Allow, PermissionLevel.Organise, SendPolicy.DraftsOnly)]
    [InlineData(PermissionLevel.Draft, SendPolicy.AllowListed, PermissionLevel.Send, SendPolicy.Allow, PermissionLevel.Draft, SendPolicy.AllowListed)]
    public void The_stricter_of_key_and_server_applies(
        PermissionLevel keyLevel, SendPolicy keySending, PermissionLevel level, SendPolicy sending, PermissionLevel boundLevel, SendPolicy boundSending)
    {
        var caller = new Caller("u", "ada", new Grants(keyLevel, Sending: keySending), "k");

        var bound = new ServerPolicy(level, sending).Bound(caller).Grants;

        Assert.Equal((boundLevel, boundSending), (bound.Level, bound.Sending));
    }

    private static ServerPolicy Read(params (string Name, string Value)[] variables) =>
        PolicySettings.Read(name => variables.FirstOrDefault(variable => variable.Name == name).Value);
}
