using Assistant.TokenStore;
using Assistant.Tools.Google;
using Assistant.Tools.Templates;
using Assistant.Tools.Writing;
using ModelContextProtocol.Protocol;

namespace Assistant.Tools.Prompts;

/// <summary>Completes arguments of prompts and resource templates with what is the caller's own: accounts, templates, conversations.</summary>
internal sealed class Completions(GoogleAccounts accounts, TemplateDesk templates, IConversationStore conversations, CurrentCall call)
{
    private const int Most = 100;

    public async Task<CompleteResult> CompleteAsync(CompleteRequestParams? request, CancellationToken cancellationToken)
    {
        if (request?.Argument is not { } argument)
            return new CompleteResult();
        var given = argument.Value ?? "";
        var values = await ValuesAsync(argument.Name, given, cancellationToken);
        return new CompleteResult { Completion = new Completion { Values = [.. values.Take(Most)], Total = values.Count, HasMore = values.Count > Most } };
    }

    private async Task<IReadOnlyList<string>> ValuesAsync(string name, string given, CancellationToken cancellationToken) => name switch
    {
        "account" => Starting((await accounts.AllowedAsync(cancellationToken)).Select(account => account.Nickname), given),
        "template" => Starting((await templates.GetAsync(null, null, null, cancellationToken)).Templates.Select(template => template.Name).Distinct(StringComparer.OrdinalIgnoreCase), given),
        // A person knows the title, a resource's address has the id.
        "conversation" => [.. (await conversations.ListAsync(call.Caller.UserId, cancellationToken))
            .Where(one => one.Id.StartsWith(given, StringComparison.OrdinalIgnoreCase) || one.Title.Contains(given, StringComparison.OrdinalIgnoreCase)).Select(one => one.Id)],
        "tone" => Starting(["formal", "neutral", "friendly"], given),
        "language" => Starting(PhraseBook.Languages, given),
        _ => [],
    };

    private static List<string> Starting(IEnumerable<string> values, string given) => [.. values.Where(value => value.StartsWith(given, StringComparison.OrdinalIgnoreCase))];
}
