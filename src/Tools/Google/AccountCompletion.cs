using ModelContextProtocol.Protocol;

namespace Assistant.Tools.Google;

/// <summary>Completes the argument <c>account</c> of prompts and resource templates with the caller's own nicknames.</summary>
internal sealed class AccountCompletion(GoogleAccounts accounts)
{
    private const int Most = 100;

    public async Task<CompleteResult> CompleteAsync(CompleteRequestParams? request, CancellationToken cancellationToken)
    {
        if (request?.Argument is not { Name: "account" } argument)
            return new CompleteResult();
        var names = (await accounts.AllowedAsync(cancellationToken))
            .Select(account => account.Nickname)
            .Where(name => name.StartsWith(argument.Value ?? "", StringComparison.OrdinalIgnoreCase))
            .ToList();
        return new CompleteResult { Completion = new Completion { Values = [.. names.Take(Most)], Total = names.Count, HasMore = names.Count > Most } };
    }
}
