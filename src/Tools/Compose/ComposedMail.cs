using Assistant.TokenStore;
using Assistant.Tools.Compose.Mime;

namespace Assistant.Tools.Compose;

/// <summary>A mail that is ready to be written.</summary>
/// <param name="Account">The account that it leaves from.</param>
/// <param name="Mail">The mail.</param>
/// <param name="ThreadId">The thread that it joins, or null.</param>
/// <param name="Notes">What was decided for the caller, in sentences.</param>
internal sealed record ComposedMail(GoogleAccount Account, OutgoingMail Mail, string? ThreadId, IReadOnlyList<string> Notes)
{
    public Task WriteAsync(Stream target, CancellationToken cancellationToken) => MailErrors.ExplainAsync(() => MimeWriter.WriteAsync(Mail, target, cancellationToken));
}

/// <summary>Says what is wrong with a mail in words for whoever asked for it.</summary>
internal static class MailErrors
{
    public static async Task ExplainAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (MailFormatException wrong)
        {
            throw new ToolFailure("bad_argument", wrong.Message, wrong);
        }
    }

    public static T Explain<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (MailFormatException wrong)
        {
            throw new ToolFailure("bad_argument", wrong.Message, wrong);
        }
    }
}
