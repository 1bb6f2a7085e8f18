using System.Reflection;

namespace Assistant.Server.Tests;

public class HouseRulesTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["assistant"] = ["Assistant.Tools", "Assistant.TokenStore", "Assistant.Retrieval", "Assistant.GoogleClients", "Assistant.GoogleSandbox", "Assistant.Database"],
        ["Assistant.Tools"] = ["Assistant.TokenStore", "Assistant.Retrieval", "Assistant.GoogleClients", "Assistant.Database"],
        ["Assistant.TokenStore"] = ["Assistant.Database"],
        ["Assistant.Retrieval"] = ["Assistant.Database"],
        ["Assistant.Database"] = [],
        ["Assistant.GoogleClients"] = [],
        ["Assistant.GoogleSandbox"] = [],
    };

    public static TheoryData<string> Rooms => [.. MayUse.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_uses_only_the_rooms_below_it(string room)
    {
        var used = Assembly.Load(room).GetReferencedAssemblies().Select(name => name.Name!).Where(MayUse.ContainsKey);

        Assert.Empty(used.Except(MayUse[room]));
    }

    [Theory]
    [InlineData("Assistant.TokenStore", "Google.")]
    [InlineData("Assistant.TokenStore", "ModelContextProtocol")]
    [InlineData("Assistant.Retrieval", "Google.")]
    [InlineData("Assistant.Retrieval", "ModelContextProtocol")]
    [InlineData("Assistant.GoogleClients", "ModelContextProtocol")]
    [InlineData("Assistant.GoogleSandbox", "Google.")]
    [InlineData("Assistant.Tools", "Microsoft.AspNetCore.Server")]
    [InlineData("Assistant.Tools", "Microsoft.Data.Sqlite")]
    [InlineData("Assistant.Tools", "Npgsql")]
    [InlineData("Assistant.TokenStore", "Npgsql")]
    [InlineData("Assistant.TokenStore", "Microsoft.Data.Sqlite")]
    public void A_room_does_not_know_what_is_not_its_business(string room, string prefix) =>
        Assert.DoesNotContain(Assembly.Load(room).GetReferencedAssemblies(), name => name.Name!.StartsWith(prefix, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Classes_are_sealed_unless_something_inherits_from_them(string room)
    {
        var types = Assembly.Load(room).GetTypes().Where(type => type.Namespace?.StartsWith("Assistant", StringComparison.Ordinal) is true).ToList();
        var bases = types.Select(type => type.BaseType).Where(type => type is not null).Select(type => type!.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();

        Assert.DoesNotContain(types, type => type is { IsClass: true, IsSealed: false, IsAbstract: false }
            && !bases.Contains(type)
            && !type.Name.Contains('<', StringComparison.Ordinal));
    }
}
