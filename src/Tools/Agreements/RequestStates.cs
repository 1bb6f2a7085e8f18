using System.Buffers.Text;
using System.Text.Json;
using Assistant.TokenStore.Encryption;

namespace Assistant.Tools.Agreements;

/// <summary>
/// The state that a client sends back with the person's answer: sealed under the user's key, good for one entry, one question, one key, one call and ten
/// minutes. What comes back is an attacker's until it opens.
/// </summary>
internal sealed class RequestStates(IUserSeal seal, CurrentCall call, AgreementTiming timing, TimeProvider time)
{
    private const string Purpose = "request state";
    private const int LongestState = 4_000;

    private sealed record Content(string Entry, string Nonce, string? Key, string Digest, long Until);

    public async Task<string> WriteAsync(string entryId, string nonce, CancellationToken cancellationToken)
    {
        var content = new Content(entryId, nonce, call.Caller.KeyId, call.Request!.Digest, (time.GetUtcNow() + timing.Question).ToUnixTimeMilliseconds());
        return Base64Url.EncodeToString(await seal.SealAsync(call.Caller.UserId, Purpose, JsonSerializer.Serialize(content), cancellationToken));
    }

    /// <exception cref="ToolFailure">Altered, somebody else's, for other arguments, or too late. Nothing happened.</exception>
    public async Task<(string EntryId, string Nonce)> OpenAsync(string state, CancellationToken cancellationToken)
    {
        var opened = Decode(state) is { } box && await seal.OpenAsync(call.Caller.UserId, Purpose, box, cancellationToken) is { } text
            ? JsonSerializer.Deserialize<Content>(text)
            : null;
        if (opened is null || opened.Key != call.Caller.KeyId)
            throw new ToolFailure("bad_state", "The requestState is not one that this server gave you. Nothing was done; make the call again without it.");
        if (opened.Digest != call.Request!.Digest)
            throw new ToolFailure("changed_arguments", "The arguments are not the ones that were agreed to. Nothing was done; make the call again without requestState.");
        return opened.Until > time.GetUtcNow().ToUnixTimeMilliseconds()
            ? (opened.Entry, opened.Nonce)
            : throw new ToolFailure("late_answer", "The answer came too late. Nothing was done; make the call again to ask once more.");
    }

    private static byte[]? Decode(string state)
    {
        try
        {
            return state.Length <= LongestState ? Base64Url.DecodeFromChars(state) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
