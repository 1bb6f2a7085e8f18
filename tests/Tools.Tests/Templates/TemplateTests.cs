using Assistant.TokenStore;
using Assistant.Tools.Templates;
using Assistant.Tools.Tests.Google;

namespace Assistant.Tools.Tests.Templates;

public sealed class TemplateTests : IAsyncLifetime
{
    private Workplace _place = null!;
    private string _ann = "";
    private string _bob = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _place = await Workplace.OpenAsync();
        _ann = (await _place.AsAsync<IUserStore, User>("nobody", users => users.AddAsync("ann", Token))).Id;
        _bob = (await _place.AsAsync<IUserStore, User>("nobody", users => users.AddAsync("bob", Token))).Id;
    }

    public ValueTask DisposeAsync() => _place.DisposeAsync();

    [Fact]
    public async Task Everybody_has_the_built_in_ones_in_two_languages_and_they_can_be_filled()
    {
        var all = (await AsAsync(_ann, desk => desk.GetAsync(null, null, null, Token))).Templates;
        string[] names = ["apology", "decline", "follow-up", "introduction", "meeting request", "out of office", "reminder", "status report", "thank you"];
        foreach (var language in (string[])["en", "de"])
            Assert.Equal(names, all.Where(one => one.Language == language).Select(one => one.Name).Order());
        foreach (var one in all)
        {
            var filled = Assert.Single((await AsAsync(_ann, desk => desk.GetAsync(one.Name, one.Language, one.Placeholders.ToDictionary(name => name, name => $"<{name} {{x}}>"), Token))).Templates);
            Assert.True(filled.IsFilled);
            Assert.All(one.Placeholders, name => Assert.Contains($"<{name} {{x}}>", filled.Subject + filled.Body, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Values_are_checked_before_they_are_used()
    {
        Assert.Equal("which_template", await FailureAsync(desk => desk.GetAsync("thank you", null, new Dictionary<string, string>(), Token)));
        var missing = await Assert.ThrowsAsync<ToolFailure>(() => AsAsync(_ann, desk => desk.GetAsync("Thank You", "EN", new Dictionary<string, string> { ["recipient"] = "Carl" }, Token)));
        Assert.Contains("{reason}, {sender}", missing.Message, StringComparison.Ordinal);
        Assert.Equal("unknown_value", await FailureAsync(desk => desk.GetAsync("thank you", "en", Values("recipient", "reason", "sender", "amount"), Token)));
        Assert.Equal("unknown_template", await FailureAsync(desk => desk.GetAsync("nonsense", null, null, Token)));
        Assert.Equal("bad_template", await FailureAsync(desk => desk.GetAsync(null, null, Values("x"), Token)));
    }

    [Fact]
    public async Task Ones_own_take_the_place_of_built_in_ones_and_are_nobody_elses()
    {
        await AsAsync(_ann, desk => desk.SaveAsync("Thank you", "Thanks, {who}!", "Dear {who},\n{{braces}} stay.", "en", Token));
        await AsAsync(_ann, desk => desk.SaveAsync("thank you", "Thanks, {who}!", "Dear {who},\n{{braces}} stay, twice.", "EN", Token));
        var mine = Assert.Single((await AsAsync(_ann, desk => desk.GetAsync("thank you", "en", Values("who"), Token))).Templates);
        Assert.Equal(("Thanks, value of who!", "Dear value of who,\n{braces} stay, twice.", true), (mine.Subject, mine.Body, mine.IsOwn));
        Assert.All((await AsAsync(_bob, desk => desk.GetAsync("thank you", null, null, Token))).Templates, one => Assert.False(one.IsOwn));
        Assert.Equal("unknown_template", (await Assert.ThrowsAsync<ToolFailure>(() => AsAsync(_bob, desk => desk.DeleteAsync("thank you", null, Token)))).Code);
        await AsAsync(_ann, desk => desk.DeleteAsync("THANK YOU", null, Token));
        Assert.All((await AsAsync(_ann, desk => desk.GetAsync("thank you", null, null, Token))).Templates, one => Assert.False(one.IsOwn));
    }

    [Theory]
    [InlineData("Hello {name")]
    [InlineData("Hello name}")]
    [InlineData("Hello {first name}")]
    [InlineData("Hello {}")]
    [InlineData(" ")]
    public async Task A_brace_that_is_no_placeholder_is_refused(string body) => Assert.Equal("bad_template", await FailureAsync(desk => desk.SaveAsync("mine", "s", body, null, Token)));

    private static Dictionary<string, string> Values(params string[] names) => names.ToDictionary(name => name, name => $"value of {name}");

    private async Task<string> FailureAsync<T>(Func<TemplateDesk, Task<T>> run) => (await Assert.ThrowsAsync<ToolFailure>(() => AsAsync(_ann, run))).Code;

    private Task<T> AsAsync<T>(string user, Func<TemplateDesk, Task<T>> run) => _place.AsAsync(user, run);
}
