using System.ClientModel;
using System.ClientModel.Primitives;
using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.AI;
using OpenAI;
using EmbeddingClient = OpenAI.Embeddings.EmbeddingClient;

namespace Assistant.Retrieval.Embedding;

/// <summary>Asks a service with OpenAI's interface, at the pace it allows; what it refuses for a moment is asked again.</summary>
internal sealed class OpenAiEmbeddings(IEmbeddingGenerator<string, Embedding<float>> inner, EmbeddingEndpoint endpoint, TimeProvider time)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    private const int Retries = 4;

    /// <summary>Counted low, so that a pace is kept in languages whose words are many tokens.</summary>
    private const int CharactersPerToken = 3;

    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _turn = new(1);
    private DateTimeOffset _next = DateTimeOffset.MinValue;

    public static EmbeddingService Create(EmbeddingEndpoint endpoint, TimeProvider time)
    {
        var others = new ConcurrentDictionary<string, OpenAiEmbeddings>(StringComparer.Ordinal);
        return new(Name(endpoint), Generator(endpoint, time))
        {
            PricePerMillion = endpoint.PricePerMillion,
            Another = name => others.GetOrAdd(name, one => Generator(Named(endpoint, one), time)),
        };
    }

    /// <exception cref="EmbeddingServiceException">It could not be reached, or refused.</exception>
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        List<string> texts = [.. values];
        await PaceAsync(texts.Sum(text => (text.Length / CharactersPerToken) + 1), cancellationToken).ConfigureAwait(false);
        try
        {
            return await base.GenerateAsync(texts, options, cancellationToken).ConfigureAwait(false);
        }
        catch (ClientResultException failure)
        {
            // What the service says may repeat what it was sent: only the number is passed on.
            throw new EmbeddingServiceException(
                failure.Status switch
                {
                    401 or 403 => $"The embedding service at {endpoint.Url.Host} refused the key: check ASSISTANT_EMBEDDINGS_KEY.",
                    404 => $"The embedding service at {endpoint.Url.Host} has no model '{endpoint.Model}', or its address is another one: check ASSISTANT_EMBEDDINGS_MODEL and ASSISTANT_EMBEDDINGS_URL.",
                    429 => $"The embedding service at {endpoint.Url.Host} asks for fewer requests: try again later, or set ASSISTANT_EMBEDDINGS_TOKENS_PER_MINUTE.",
                    0 => $"The embedding service at {endpoint.Url.Host} could not be reached.",
                    _ => $"The embedding service at {endpoint.Url.Host} answered {failure.Status}.",
                });
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            throw new EmbeddingServiceException(
                $"The embedding service at {endpoint.Url.Host} could not be reached or gave no vectors ({(failure is AggregateException { InnerException: { } first } ? first : failure).GetType().Name}).");
        }
    }

    protected override void Dispose(bool disposing)
    {
        _turn.Dispose();
        base.Dispose(disposing);
    }

    private static OpenAiEmbeddings Generator(EmbeddingEndpoint endpoint, TimeProvider time)
    {
        var options = new OpenAIClientOptions { Endpoint = endpoint.Url, RetryPolicy = new ClientRetryPolicy(Retries), NetworkTimeout = RequestTimeout, UserAgentApplicationId = "assistant" };
        var client = new EmbeddingClient(endpoint.Model, new ApiKeyCredential(endpoint.Key ?? "none"), options);
        return new(client.AsIEmbeddingGenerator(endpoint.Dimensions), endpoint, time);
    }

    private static string Name(EmbeddingEndpoint endpoint) =>
        endpoint.Dimensions is { } dimensions ? string.Create(CultureInfo.InvariantCulture, $"{endpoint.Model}#{dimensions}") : endpoint.Model;

    /// <summary>What <see cref="Name"/> made the name of.</summary>
    private static EmbeddingEndpoint Named(EmbeddingEndpoint endpoint, string name) =>
        name.LastIndexOf('#') is > 0 and var at && int.TryParse(name.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var dimensions)
            ? endpoint with { Model = name[..at], Dimensions = dimensions }
            : endpoint with { Model = name, Dimensions = null };

    private async Task PaceAsync(int tokens, CancellationToken cancellationToken)
    {
        if (endpoint.TokensPerMinute is not { } perMinute)
            return;
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var now = time.GetUtcNow();
            if (_next > now)
                await Task.Delay(_next - now, time, cancellationToken).ConfigureAwait(false);
            _next = time.GetUtcNow() + TimeSpan.FromMinutes((double)tokens / perMinute);
        }
        finally
        {
            _turn.Release();
        }
    }
}
