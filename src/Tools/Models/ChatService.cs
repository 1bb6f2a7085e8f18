using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;
using ChatClient = OpenAI.Chat.ChatClient;

namespace Assistant.Tools.Models;

/// <summary>It could not be reached, refused, or answered what is no answer. The message says what to do and repeats nothing of what was sent.</summary>
internal sealed class ChatServiceException(string message) : Exception(message);

/// <param name="Text">What it wrote.</param>
/// <param name="Model">What it calls itself.</param>
/// <param name="TokensIn">As it counts, else by characters.</param>
/// <param name="TokensOut">Likewise.</param>
internal sealed record ChatAnswer(string Text, string Model, int TokensIn, int TokensOut);

/// <summary>Asks the configured chat service, word by word as it writes.</summary>
internal sealed class ChatService(IChatClient client, ChatEndpoint endpoint, TimeProvider time) : IDisposable
{
    private const int Retries = 2;

    public string Model => endpoint.Model;

    public static ChatService Create(ChatEndpoint endpoint, TimeProvider time)
    {
        var options = new OpenAIClientOptions { Endpoint = endpoint.Url, RetryPolicy = new ClientRetryPolicy(Retries), NetworkTimeout = endpoint.Timeout, UserAgentApplicationId = "assistant" };
        return new(new ChatClient(endpoint.Model, new ApiKeyCredential(endpoint.Key ?? "none"), options).AsIChatClient(), endpoint, time);
    }

    /// <param name="system">Who it is and what it must not do.</param>
    /// <param name="user">What to write, and from what.</param>
    /// <param name="before">What it wrote of the answer before it was interrupted; empty at first.</param>
    /// <param name="mostTokens">Of the answer.</param>
    /// <param name="grows">Is told the whole text each time there is more of it.</param>
    /// <param name="cancellationToken">The caller gave up.</param>
    /// <exception cref="ChatServiceException">With what to do about it.</exception>
    public async Task<ChatAnswer> WriteAsync(string system, string user, string before, int mostTokens, Func<string, Task> grows, CancellationToken cancellationToken)
    {
        List<ChatMessage> messages = [new(ChatRole.System, system), new(ChatRole.User, user)];
        if (before.Length > 0)
            messages.AddRange([new(ChatRole.Assistant, before), new(ChatRole.User, "Go on exactly where you stopped. Repeat nothing.")]);
        var (text, model, usage, finish) = (before, endpoint.Model, (UsageDetails?)null, (ChatFinishReason?)null);
        using var silence = new CancellationTokenSource(endpoint.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        try
        {
            await foreach (var update in client.GetStreamingResponseAsync(messages, new ChatOptions { MaxOutputTokens = mostTokens }, either.Token))
            {
                silence.CancelAfter(endpoint.Timeout);
                model = update.ModelId ?? model;
                finish = update.FinishReason ?? finish;
                usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? usage;
                if (update.Text is not { Length: > 0 } more)
                    continue;
                text += more;
                await grows(text);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new ChatServiceException(Explain(failure));
        }

        if (finish == ChatFinishReason.Length)
            throw new ChatServiceException($"The chat service at {endpoint.Url.Host} stopped at its limit of {mostTokens} tokens: make the same call again and it goes on, or ask for less.");
        if (finish is null && text.Length > before.Length)
            throw new ChatServiceException($"The chat service at {endpoint.Url.Host} broke off: make the same call again and it goes on.");
        if (finish == ChatFinishReason.ContentFilter || string.IsNullOrWhiteSpace(text))
            throw new ChatServiceException($"The chat service at {endpoint.Url.Host} wrote nothing or refused to: say it in other words, or write it yourself.");
        return new(text, model, (int)(usage?.InputTokenCount ?? Count(system) + Count(user) + Count(before)), (int)(usage?.OutputTokenCount ?? Count(text[before.Length..])));
    }

    public static int Count(string text) => (text.Length + ResultBudget.CharactersPerToken - 1) / ResultBudget.CharactersPerToken;

    public void Dispose() => client.Dispose();

    // What the service says may repeat what it was sent: only the number is passed on.
    private string Explain(Exception failure) => failure switch
    {
        ClientResultException { Status: 401 or 403 } => $"The chat service at {endpoint.Url.Host} refused the key: check ASSISTANT_CHAT_KEY.",
        ClientResultException { Status: 404 } => $"The chat service at {endpoint.Url.Host} has no model '{endpoint.Model}', or its address is another one: check ASSISTANT_CHAT_MODEL and ASSISTANT_CHAT_URL.",
        ClientResultException { Status: 429 } => $"The chat service at {endpoint.Url.Host} asks for fewer requests: try again later.",
        ClientResultException { Status: > 0 and var status } => $"The chat service at {endpoint.Url.Host} answered {status}.",
        OperationCanceledException => $"The chat service at {endpoint.Url.Host} said nothing for {endpoint.Timeout.TotalSeconds:0} seconds.",
        _ => $"The chat service at {endpoint.Url.Host} could not be reached, or broke off ({(failure is AggregateException { InnerException: { } first } ? first : failure).GetType().Name}).",
    };
}
