using Assistant.Tools.Compose.Mime;

namespace Assistant.Tools.Tests.Compose;

public sealed class MailAddressTests
{
    [Theory]
    [InlineData("ann@example.org", "", "ann@example.org")]
    [InlineData(" Ann Smith <Ann@Example.ORG> ", "Ann Smith", "Ann@example.org")]
    [InlineData("\"Smith, Ann\" <ann@example.org>", "Smith, Ann", "ann@example.org")]
    [InlineData("ann@example.org (Ann)", "Ann", "ann@example.org")]
    [InlineData("=?utf-8?Q?J=C3=BCrgen?= <j@bücher.example>", "Jürgen", "j@xn--bcher-kva.example")]
    [InlineData("\"a b\"@example.org", "", "\"a b\"@example.org")]
    public void An_address_is_read_with_its_name(string text, string name, string address) =>
        Assert.Equal(new MailAddress(name, address), Assert.Single(MailAddresses.Parse("to", text)));

    [Fact]
    public void A_list_is_split_at_its_own_commas()
    {
        var list = MailAddresses.Parse("to", "\"B, C\" <b@x.example>, team: d@x.example, e@x.example; f@x.example");

        Assert.Equal(["b@x.example", "d@x.example", "e@x.example", "f@x.example"], list.Select(address => address.Address));
    }

    [Theory]
    [InlineData("ann")]
    [InlineData("ann@")]
    [InlineData("@example.org")]
    [InlineData("ann@localhost")]
    [InlineData("ann@exa mple.org")]
    [InlineData("a..b@example.org")]
    [InlineData("a b@example.org")]
    [InlineData("jürgen@example.org")]
    [InlineData("ann@-example.org")]
    [InlineData("Ann <ann@example.org> <bob@example.org")]
    public void What_cannot_be_written_to_is_refused(string text)
    {
        var refused = Assert.Throws<MailFormatException>(() => MailAddresses.Parse("cc", text));

        Assert.StartsWith("cc", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_of_others_is_read_as_far_as_it_goes() =>
        Assert.Equal(["ann@example.org"], MailAddresses.Read("undisclosed-recipients:;, nobody, Ann <ann@example.org>, \"").Select(address => address.Address));

    [Fact]
    public void A_domain_is_shown_in_its_own_script() =>
        Assert.Equal("J <j@bücher.example>", MailAddress.Create("to", "J", "j@xn--bcher-kva.example").ToString());
}
