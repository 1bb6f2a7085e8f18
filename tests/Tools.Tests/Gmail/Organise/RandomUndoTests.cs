using Assistant.Tools.Gmail.Organise;
using Assistant.Tools.Tests.Google;
using Assistant.Tools.Undo;

namespace Assistant.Tools.Tests.Gmail.Organise;

public sealed class RandomUndoTests
{
    private const int Messages = 25;
    private const int Steps = 10;

    private static readonly string[] Labels = ["INBOX", "UNREAD", "STARRED", "IMPORTANT", "Project X"];
    private static readonly string[] Noise = ["CATEGORY_UPDATES"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Any_changes_undone_in_turn_leave_every_message_as_it_was(int seed)
    {
        var random = new Random(seed);
        await using var place = await Workplace.OpenAsync();
        string[] ids = [.. Enumerable.Range(0, Messages).Select(i => place.Deliver($"m{i}", i, [.. Some(random, Labels).DefaultIfEmpty("UNREAD")]))];
        var (changes, states) = (new List<string>(), new Stack<string[]>());
        while (changes.Count < Steps)
        {
            var before = await StateAsync(place, ids);
            var change = await ChangeAsync(place, random, [.. Some(random, ids).DefaultIfEmpty(ids[0])]);
            place.Sandbox.ChangeLabels(Workplace.AnnWork, ids[random.Next(Messages)], Noise, []);
            if (change?.UndoId is null)
                continue;
            changes.Add(change.UndoId);
            states.Push(before);
        }

        Assert.Equal(Steps, changes.Distinct().Count());
        foreach (var expected in states)
        {
            await place.UndoAsync();
            Assert.Equal(expected, await StateAsync(place, ids));
        }
    }

    /// <summary>One random change, or null where the random words contradict each other.</summary>
    private static async Task<ChangeResult?> ChangeAsync(Workplace place, Random random, string[] ids)
    {
        var selection = random.Next(4) == 0 ? Desk.Threads(ids) : Desk.Of(ids);
        switch (random.Next(6))
        {
            case 0:
                return await place.TrashAsync(selection);
            case 1:
                return await place.UntrashAsync(selection);
        }

        try
        {
            return await place.ModifyAsync(
                selection, [.. Some(random, Enum.GetValues<MailChange>()).Take(3)], random.Next(3) == 0 ? ["Project X"] : null, random.Next(3) == 0 ? ["Project X"] : null);
        }
        catch (ToolFailure failure) when (failure.Code == "bad_argument")
        {
            return null;
        }
    }

    private static T[] Some<T>(Random random, T[] all)
    {
        var shuffled = (T[])all.Clone();
        random.Shuffle(shuffled);
        return shuffled[..random.Next(all.Length + 1)];
    }

    private static async Task<string[]> StateAsync(Workplace place, string[] ids) =>
        await Task.WhenAll(ids.Select(async id => (await place.LabelsAsync(id)).Replace("CATEGORY_UPDATES", "", StringComparison.Ordinal).Trim()));
}
