using System.Text.RegularExpressions;

namespace Assistant.Tools.Writing;

/// <param name="Intent">What it is to do.</param>
/// <param name="Words">What it is to say, as far as the wish has the words.</param>
/// <param name="Reason">"because …", or empty.</param>
internal sealed record WishPart(MailIntent Intent, string Words, string Reason = "");

/// <summary>Reads a wish such as "accept, and tell her that I bring the slides" clause by clause, in English or German.</summary>
internal static partial class WishReader
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static IReadOnlyList<WishPart> Read(string wish)
    {
        var parts = new List<WishPart>();
        foreach (var (clause, before) in Clauses(wish))
        {
            if (Reason().IsMatch(clause) && parts is [.., { Reason.Length: 0 } because])
                parts[^1] = because with { Reason = clause };
            else if (Part(clause) is { } part)
                parts.Add(part);
            else if (!About().IsMatch(clause))
            {
                // What has no verb of saying belongs to what was said: "tell him that A and B".
                if (parts is [.., { Words.Length: > 0 } last] && before is not ".")
                    parts[^1] = last with { Words = $"{last.Words}{before}{clause}" };
                else
                    parts.Add(new(MailIntent.Say, clause));
            }
        }

        return parts;
    }

    private static IEnumerable<(string Clause, string Before)> Clauses(string wish)
    {
        var before = ".";
        foreach (var piece in Cut().Split(wish.ReplaceLineEndings(" ")))
        {
            if (Separator().IsMatch(piece))
                before = piece.Trim() is "," or "and" or "und" ? piece : ".";
            else if (piece.Trim(' ', '.', '!', ',') is { Length: > 0 } clause)
                yield return (clause, before);
        }
    }

    private static WishPart? Part(string clause)
    {
        if (Tell().Match(clause) is { Success: true } tell)
            return new(MailIntent.Say, clause[tell.Length..].Trim());
        if (Asks().Match(clause) is { Success: true } ask)
            return new(MailIntent.Ask, clause[(ask.Index + ask.Length - ask.Groups["if"].Length)..].Trim());
        if (ThankFor().Match(clause) is { Success: true } thank)
            return new(MailIntent.Thank, clause[thank.Length..].Trim());
        if (Accept().Match(clause) is { Success: true } accept)
            return WithRest(MailIntent.Accept, clause[accept.Length..]);
        if (Decline().Match(clause) is { Success: true } decline)
            return WithRest(MailIntent.Decline, clause[decline.Length..]);
        if (FollowUp().IsMatch(clause))
            return new(MailIntent.FollowUp, "");
        if (Confirm().Match(clause) is { Success: true } confirm)
            return WithRest(MailIntent.Confirm, clause[confirm.Length..]);
        if (Apologise().Match(clause) is { Success: true } apologise)
            return WithRest(MailIntent.Apologise, clause[(apologise.Index + apologise.Length)..]);
        return Later().IsMatch(clause) ? new(MailIntent.Later, "") : null;
    }

    /// <summary>What follows the verb: what it is about, and why.</summary>
    private static WishPart WithRest(MailIntent intent, string rest)
    {
        var reason = Reason().Match(rest);
        return reason.Success ? new(intent, rest[..reason.Index].Trim(), rest[reason.Index..].Trim()) : new(intent, rest.Trim());
    }

    [GeneratedRegex(@"(\s*[.:;!?]\s+|\s*,\s*(?:and|und|but|aber)\s+|\s*,\s+(?!(?:ob|dass|wann|wo|wer|wie|was|warum|if|whether|that)\b)|\s+(?:and|und)\s+)", Options)]
    private static partial Regex Cut();

    [GeneratedRegex(@"^\s*([.:;!?,]|,?\s*(and|und|but|aber))\s*$", Options)]
    private static partial Regex Separator();

    /// <summary>About the mail itself, not for its reader: times and facts are given by themselves.</summary>
    [GeneratedRegex(
        @"^(please |bitte )?(answer|reply|respond|write|draft|compose|send|be|keep|make|offer|propose|suggest|use|in (english|german|french)|schedule|mention|include|antworte|schreib\w*|verfass\w*|entwirf|biete|schlag\w*|halte|sei|nenne|auf (deutsch|englisch)|terminvorschl\w*)\b(?! (sure|that|dass)\b)",
        Options)]
    private static partial Regex About();

    [GeneratedRegex(@"^(please |bitte )?((tell|inform|let)\s+(him|her|them|\p{Lu}\p{L}+|everybody|all|the \p{L}+)(\s+know)?(\s+that)?|say(\s+that)?|write that|answer that|reply that|mention that|make clear that|(sag|sage|schreib|schreibe|teile|antworte)\s*(ihm|ihr|ihnen|allen|\p{Lu}\p{L}+)?( mit)?,?\s*dass)\s+", Options)]
    private static partial Regex Tell();

    [GeneratedRegex(@"^(please |bitte )?(ask|frag|frage)\s+((him|her|them|ihn|sie|\p{Lu}\p{L}+)\s*,?\s*)?(?<if>(if|whether|when|where|what|who|how|which|why|ob|wann|wo|was|wer|wie|welche\w*|warum)\b)", Options)]
    private static partial Regex Asks();

    [GeneratedRegex(@"^(please |bitte )?((thank|thanks)\s+((him|her|them|\p{Lu}\p{L}+)\s+)?for|(danke|bedanke dich)\s+((ihm|ihr|ihnen|bei \p{L}+|\p{Lu}\p{L}+)\s+)?für)\s+", Options)]
    private static partial Regex ThankFor();

    [GeneratedRegex(@"^(please |bitte )?(accept|agree|say yes|yes\b|zusagen|sag(e)? zu|nimm an|annehmen|stimme zu|zustimmen|ja\b)", Options)]
    private static partial Regex Accept();

    [GeneratedRegex(@"^(please |bitte )?((politely |kindly |höflich )?(decline|refuse|say no|turn (it|this) down|no\b)|(höflich )?(absagen|ablehnen)|sag(e)? ab|lehne ab|nein\b)", Options)]
    private static partial Regex Decline();

    [GeneratedRegex(@"\b(follow up|follow-up|ask for news|remind|nachfassen|nachhaken|hake nach|frag(e)? nach|erinnere)\b", Options)]
    private static partial Regex FollowUp();

    [GeneratedRegex(@"^(please |bitte )?(confirm|bestätige|bestätigen)\b", Options)]
    private static partial Regex Confirm();

    [GeneratedRegex(@"\b(apologi[sz]e|say sorry|entschuldige dich|entschuldigen)( (to (him|her|them) )?(for|about|für))?\b", Options)]
    private static partial Regex Apologise();

    [GeneratedRegex(@"(^|\s)(because|since|as (?=i |we )|weil|da (?=ich |wir )|denn)\b", Options)]
    private static partial Regex Reason();

    [GeneratedRegex(@"\b(get back to|answer later|reply later|come back to (him|her|them)|melde mich|später antworten)\b", Options)]
    private static partial Regex Later();
}
