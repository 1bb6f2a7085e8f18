using Assistant.Server.GoogleLogin;

namespace Assistant.Server.Tests.GoogleLogin;

public sealed class FeatureScopesTests
{
    [Fact]
    public void What_was_unticked_is_named_with_what_it_is_for()
    {
        var missing = FeatureScopes.Missing(["openid", "https://www.googleapis.com/auth/userinfo.email", "https://www.googleapis.com/auth/calendar.readonly", "https://www.googleapis.com/auth/gmail.modify"]);

        Assert.Equal(["filters, vacation responder and signatures", "creating, changing and answering events", "sharing and managing calendars"], missing.Select(feature => feature.Enables));
    }

    [Fact]
    public void A_wider_scope_covers_a_narrower_one() =>
        Assert.Empty(FeatureScopes.Missing(["openid", "email", "https://mail.google.com/", "https://www.googleapis.com/auth/gmail.settings.basic", "https://www.googleapis.com/auth/calendar"]));
}
