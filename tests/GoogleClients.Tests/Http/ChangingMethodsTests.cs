using System.Net;

namespace Assistant.GoogleClients.Tests.Http;

/// <summary>Whatever changes something at Gmail is asked once where nobody knows whether it arrived: the product looks instead.</summary>
public sealed class ChangingMethodsTests
{
    public static TheoryData<string, string> Methods => new()
    {
        { "POST", "gmail/v1/users/me/drafts" },
        { "PUT", "gmail/v1/users/me/drafts/r1" },
        { "DELETE", "gmail/v1/users/me/drafts/r1" },
        { "POST", "gmail/v1/users/me/drafts/send" },
        { "POST", "gmail/v1/users/me/messages/send" },
        { "POST", "upload/gmail/v1/users/me/drafts?uploadType=media" },
        { "POST", "upload/gmail/v1/users/me/drafts/send?uploadType=multipart" },
        { "PUT", "upload/gmail/v1/users/me/messages/send?uploadType=resumable&upload_id=1" },
        { "POST", "gmail/v1/users/me/messages/batchModify" },
        { "POST", "gmail/v1/users/me/messages/1/trash" },
        { "PATCH", "gmail/v1/users/me/labels/Label_1" },
        { "POST", "gmail/v1/users/me/settings/filters" },
        { "PUT", "gmail/v1/users/me/settings/vacation" },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_server_error_is_passed_on_after_one_attempt(string verb, string path)
    {
        using var rig = new Rig();
        rig.Network.Then(HttpStatusCode.ServiceUnavailable);

        using var response = await rig.SendAsync(new HttpMethod(verb), path, "{}");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Single(rig.Network.Requests);
    }
}
