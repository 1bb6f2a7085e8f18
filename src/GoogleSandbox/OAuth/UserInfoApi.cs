using System.Text.Json.Nodes;
using Assistant.GoogleSandbox.Api;

namespace Assistant.GoogleSandbox.OAuth;

/// <summary>OAuth2 v2: who a token belongs to.</summary>
internal sealed class UserInfoApi(Authority authority) : IApi
{
    public JsonObject Answer(ApiCall call)
    {
        if (call.Method is not ("oauth2.userinfo.get" or "oauth2.userinfo.v2.me.get"))
            throw new ApiException(501, "notImplemented", $"The sandbox does not serve {call.Method} yet.");
        var person = authority.Person(call.Person)!;
        var json = new JsonObject { ["id"] = IdTokens.Subject(person.Email) };
        if (call.Scopes.Contains(ScopeNames.Email))
        {
            json["email"] = person.Email;
            json["verified_email"] = true;
        }
        if (call.Scopes.Contains(ScopeNames.Profile))
            json["name"] = person.Name;
        return json;
    }
}
