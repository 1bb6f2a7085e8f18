namespace Assistant.GoogleSandbox.Tests.World;

public sealed class DemoWorldTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_seed_and_time_give_the_same_bytes()
    {
        var (one, two) = (Print(DemoWorld.Create(7, Now)), Print(DemoWorld.Create(7, Now)));

        Assert.Equal(one, two);
        Assert.NotEqual(one, Print(DemoWorld.Create(8, Now)));
    }

    private static string Print(SeedWorld world) => string.Join('\n', world.People.SelectMany(person => person.Mails
        .Select(mail => $"{Convert.ToBase64String(mail.Rfc822)} {string.Join(',', mail.Labels)} {mail.ReceivedAt:O}")
        .Concat(person.Calendars.SelectMany(calendar => calendar.Events).Select(item => item.ToJsonString()))));
}
