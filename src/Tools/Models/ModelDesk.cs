using Assistant.Tools.Agreements;
using ModelContextProtocol.Protocol;

namespace Assistant.Tools.Models;

/// <summary>The models that can write: the client's own and the configured chat service, in the order that is configured. What none writes, rules do.</summary>
internal sealed class ModelDesk(WritingSettings settings, ChatSource chat, DraftsInWork drafts, TokenBudget budget, RequestStates states, CurrentCall call)
{
    private const string AsPrompt = "prompt";
    private const string State = "sampling";
    private const int CharactersBetweenSaves = 200;

    /// <param name="task">What to write.</param>
    /// <param name="by">client, prompt, service or rules; null takes them in the configured order.</param>
    /// <param name="fresh">Whether an answer that is remembered does not do.</param>
    /// <param name="cancellationToken">The caller gave up.</param>
    /// <exception cref="ToolFailure">The way that was asked for is not there.</exception>
    /// <exception cref="InputRequiredException">The client's model is asked; the call comes again with its answer.</exception>
    public async Task<ModelAnswer> WriteAsync(ModelTask task, string? by, bool fresh, CancellationToken cancellationToken)
    {
        var (notes, unfinished) = (new List<string>(), (string?)null);
        if (by == AsPrompt)
            return new([], IsForClient: true, notes);
        foreach (var way in by is null ? settings.Order : [Enum.Parse<WritingWay>(by, ignoreCase: true)])
        {
            switch (way)
            {
                case WritingWay.Sampling or WritingWay.Client when call.Request is { CanSample: true }:
                    if (await SampledAsync(task, notes, cancellationToken) is { } sampled)
                        return new(sampled, IsForClient: false, notes);
                    break;
                case WritingWay.Client:
                    return new([], IsForClient: true, notes);
                case WritingWay.Service when chat.Service is { } service:
                    try
                    {
                        var texts = await ServedAsync(service, task, fresh, text => unfinished = text, notes, cancellationToken);
                        return new(texts, IsForClient: false, notes, TokensToday: await budget.UsedAsync(cancellationToken));
                    }
                    catch (ChatServiceException failure)
                    {
                        notes.Add(failure.Message);
                    }

                    break;
                case WritingWay.Rules:
                    return new([], IsForClient: false, notes, unfinished);
                case WritingWay.Service when by is not null:
                    throw new ToolFailure("no_model", "No chat service is configured: set ASSISTANT_CHAT_URL and ASSISTANT_CHAT_MODEL, or leave 'by' away.");
            }
        }

        return new([], IsForClient: false, notes, unfinished);
    }

    /// <summary>The client's answers, once they are there; null where its person or model declined.</summary>
    private async Task<IReadOnlyList<ModelText>?> SampledAsync(ModelTask task, List<string> notes, CancellationToken cancellationToken)
    {
        var request = call.Request!;
        if (request.State is null)
            throw await QuestionAsync(task, cancellationToken);
        var (entry, about) = await states.OpenAsync(request.State, cancellationToken);
        if (entry != State)
            throw new ToolFailure("bad_state", "The requestState belongs to another question. Make the call again without it.");
        // What was written to one person must not go to another, because a mail came in between.
        if (about != task.About)
            throw await QuestionAsync(task, cancellationToken);
        var texts = Enumerable.Range(0, task.Variants).Select(variant => request.Sampled.GetValueOrDefault(Name(variant))).ToList();
        var written = texts.Select((text, variant) => string.IsNullOrWhiteSpace(text?.Text) ? null : new ModelText(
            text.Text, $"the client's {text.Model}", ChatService.Count(task.System) + ChatService.Count(task.User(variant)), ChatService.Count(text.Text))).OfType<ModelText>().ToList();
        if (written.Count < texts.Count)
            notes.Add(written.Count == 0 ? "The client's model did not write it." : $"The client's model wrote {written.Count} of {texts.Count} variants.");
        if (texts.Exists(text => text?.IsCut is true))
            notes.Add("The client's model stopped at its limit: the end may be missing.");
        return written.Count > 0 ? written : null;
    }

    // Clients of today lend their model in this way only; the revision that deprecates it keeps it until 2027-07 at least.
#pragma warning disable MCP9005
    private async Task<InputRequiredException> QuestionAsync(ModelTask task, CancellationToken cancellationToken)
    {
        var requests = Enumerable.Range(0, task.Variants).ToDictionary(Name, variant => InputRequest.ForSampling(new CreateMessageRequestParams
        {
            SystemPrompt = task.System,
            Messages = [new SamplingMessage { Role = Role.User, Content = [new TextContentBlock { Text = task.User(variant) }] }],
            MaxTokens = task.MostTokens,
        }));
        return new InputRequiredException(requests, await states.WriteAsync(State, task.About, cancellationToken));
    }
#pragma warning restore MCP9005

    private static string Name(int variant) => $"{ToolRequest.SamplePrefix}{variant + 1}";

    /// <summary>As many variants as the service writes; that it failed later does not take away what is there.</summary>
    private async Task<IReadOnlyList<ModelText>> ServedAsync(
        ChatService service, ModelTask task, bool fresh, Action<string> unfinished, List<string> notes, CancellationToken cancellationToken)
    {
        var texts = new List<ModelText>();
        while (texts.Count < task.Variants)
        {
            try
            {
                texts.Add(await OneAsync(service, task, texts.Count, fresh, unfinished, cancellationToken));
            }
            catch (ChatServiceException failure) when (texts.Count > 0)
            {
                notes.Add($"Variant {texts.Count + 1}: {failure.Message}");
                return texts;
            }
        }

        return texts;
    }

    private async Task<ModelText> OneAsync(ChatService service, ModelTask task, int variant, bool fresh, Action<string> unfinished, CancellationToken cancellationToken)
    {
        var digest = $"{service.Model}\n{task.Digest(variant)}";
        var (known, old) = (await drafts.FindAsync(digest, cancellationToken), (string?)null);
        if (known is { Work.IsDone: true } && !fresh)
            return new(known.Value.Work.Text, known.Value.Work.By, known.Value.Work.TokensIn, known.Value.Work.TokensOut, IsRemembered: true);
        // What is remembered stays until there is something new.
        string? id = null;
        var before = "";
        if (fresh)
            old = known?.Id;
        else if (known is var (unfinishedId, work))
            (id, before) = (unfinishedId, work.Text);
        if (before.Length > 0)
            unfinished(before);
        var (system, user) = (task.System, task.User(variant));
        var reserved = ChatService.Count(system) + ChatService.Count(user) + ChatService.Count(before) + task.MostTokens;
        var share = await budget.SetAsideAsync(reserved, cancellationToken);
        var (saved, written) = (before.Length, before);
        try
        {
            var answer = await service.WriteAsync(
                system,
                user,
                before,
                task.MostTokens,
                async text =>
                {
                    written = text;
                    unfinished(text);
                    if (text.Length - saved < CharactersBetweenSaves)
                        return;
                    saved = text.Length;
                    id = await drafts.SaveAsync(id, new(digest, text, false, service.Model), cancellationToken);
                },
                cancellationToken);
            await drafts.SaveAsync(id, new(digest, answer.Text, true, answer.Model, answer.TokensIn, answer.TokensOut), CancellationToken.None);
            await drafts.ForgetAsync(old);
            await budget.SettleAsync(share, answer.TokensIn + answer.TokensOut);
            return new(answer.Text, answer.Model, answer.TokensIn, answer.TokensOut);
        }
        catch (Exception)
        {
            // Whatever it was: what was used is counted, and no more.
            await budget.SettleAsync(share, written.Length == before.Length ? 0 : reserved - task.MostTokens + ChatService.Count(written[before.Length..]));
            if (written.Length > before.Length)
                await drafts.SaveAsync(id, new(digest, written, false, service.Model), CancellationToken.None);
            throw;
        }
    }
}
