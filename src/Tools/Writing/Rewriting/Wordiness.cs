using System.Text.RegularExpressions;

namespace Assistant.Tools.Writing.Rewriting;

/// <summary>Says a sentence in fewer words: phrases that say nothing go, long ones become short, and "I wanted to ask whether you could …" becomes the question.</summary>
internal static partial class Wordiness
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    private static readonly (Regex Long, string Short)[] English =
    [
        Phrase(@"\bI (?:just |only |simply )*wanted to (?:just |quickly |briefly )*(?:reach out|get in touch|touch base|check in|write)(?: (?:to|with) you)?(?: again)? (?:in order to|to|and) (?=ask|check|see|find|let|tell|say|remind|thank)", "I wanted to "),
        Phrase(@"\bI(?: am|['’]m) (?:just |only )*(?:writing|reaching out|getting in touch)(?: to you)?(?: today)? (?:in order )?to (?=ask|check|see|find|let|tell|say|remind|thank)", "I wanted to "),
        Phrase(@"\bI (?:just |only |simply )+wanted to (?:just |quickly |briefly )*|\bI wanted to (?:just |quickly |briefly )+", "I wanted to "),
        Phrase(@"^I (?:wanted|would like) to (?:inform you|let you know|tell you|say|mention|point out) that ", ""),
        Phrase(@"^I wanted to (?:thank you|say thank you|say thanks)\b", "Thank you"),
        Phrase(@"^(?:I would be (?:very |really |most |so )?(?:grateful|thankful|glad|happy) if|I(?: would|['’]d) (?:really |very much |greatly )?appreciate it if|It would be (?:great|nice|helpful|wonderful) if) you (?:could|would)(?: please| kindly)?\b", "Please"),
        Phrase(@"\bwould it be possible for you to\b", "could you"),
        Phrase(@"\bplease (?:do not|don['’]t) hesitate to\b|\bplease feel free to\b", "please"),
        Phrase(@"\b(?:please (?:note|be advised|be aware)|it should be noted|it is important to note|it is worth noting) that ", ""),
        Phrase(@"^(?:needless to say|as a matter of fact|basically|essentially|as you (?:may|might|probably) (?:already )?know),? ", ""),
        Phrase(@"^I hope (?:that )?(?:this (?:e-?mail|mail|message) finds you well|you(?: are|['’]re) (?:doing )?well)[.!]?$", ""),
        Phrase(@"^(?:if at all possible|if it is at all possible),? |,? (?:if at all possible|if it is at all possible|if it(?:['’]s| is) not too much trouble),?(?=[ .?!]|$)", ""),
        Phrase(@"\b(?:due to|because of|owing to|in view of|in light of|on account of) the fact that\b|\bfor the reason that\b", "because"),
        Phrase(@"\b(?:despite|in spite of) the fact that\b", "although"),
        Phrase(@"\bin order to\b|\bso as to\b", "to"),
        Phrase(@"\bat (?:this|the present|the current) (?:point|moment) in time\b|\bat the present (?:time|moment)\b|\bat this moment\b", "now"),
        Phrase(@"\bin the event that\b", "if"),
        Phrase(@"\buntil such time as\b", "until"),
        Phrase(@"\bin the near future\b", "soon"),
        Phrase(@"\bprior to\b", "before"),
        Phrase(@"\bsubsequent to\b", "after"),
        Phrase(@"\bfor the purpose of\b", "for"),
        Phrase(@"\b(?:with (?:regard|respect|reference)|in regard) to\b", "about"),
        Phrase(@"\ba (?:large|great) number of(?! (?:the|my|our|your|his|her|their|these|those)\b)", "many"),
        Phrase(@"\b(am|is|are) (?:currently )?in the process of (?=\p{L}+ing\b)", "$1 "),
        Phrase(@"\bon a regular basis\b", "regularly"),
        Phrase(@"\bon a daily basis\b", "daily"),
        Phrase(@"\beach and every\b", "every"),
        Phrase(@"\bfirst and foremost\b", "first"),
        Phrase(@"\b(?:take into consideration|give consideration to)\b", "consider"),
    ];

    private static readonly (Regex Long, string Short)[] German =
    [
        Phrase(@"\bich wollte mich (?:nur |bloß |einfach |mal |kurz |schnell |noch )*(?:bei (?:dir|ihnen|euch) )?(?:nur |mal |kurz |schnell )*melden,? um (?:zu fragen|nachzufragen)", "ich wollte fragen"),
        Phrase(@"(?<=\bich (?:wollte|möchte)(?: dich| sie| euch| dir| ihnen)?)(?: (?:nur|bloß|einfach|mal|kurz|schnell|eben))+(?= (?:nachfragen|fragen|sagen|mitteilen|wissen|erinnern|anmerken|darauf hinweisen)\b)", ""),
        Phrase(@",? (?:falls|wenn|sofern) (?:es |das |dies )?(?:irgendwie |überhaupt |irgend )+möglich(?: ist| wäre| sein sollte)?,?(?=[ .?!]|$)", ""),
        Phrase(@"\b(?:aufgrund|angesichts|in anbetracht|wegen) der tatsache, dass\b|\baus dem grund, (?:dass|weil)\b|\bvor dem hintergrund, dass\b", "weil"),
        Phrase(@"\b(?:trotz|ungeachtet) der tatsache, dass\b", "obwohl"),
        Phrase(@"\b(?:für den fall|im falle?|unter der voraussetzung), dass\b", "falls"),
        Phrase(@"\bzum (?:jetzigen|gegenwärtigen|aktuellen) zeitpunkt\b", "jetzt"),
        Phrase(@"\bzu einem späteren zeitpunkt\b", "später"),
        Phrase(@"\bin (?:naher|absehbarer|nächster) zukunft\b", "bald"),
        Phrase(@"\bso schnell wie (?:nur )?irgend möglich\b", "so schnell wie möglich"),
        Phrase(@"\bnichtsdestotrotz\b", "trotzdem"),
        Phrase(@"\bdes weiteren\b|\bdarüber hinaus\b", "außerdem"),
        Phrase(@"(?<=\bkönn(?:test du|ten sie|tet ihr)(?: mir| uns)?) (?:vielleicht|eventuell|unter umständen)\b", ""),
        Phrase(@"^ich hoffe, (?:es geht (?:dir|ihnen|euch) gut|(?:dir|ihnen|euch) geht es gut)[.!]?$", ""),
    ];

    /// <summary>Empty where the sentence says nothing.</summary>
    public static string Less(string sentence, string language)
    {
        var less = (language switch { "en" => English, "de" => German, _ => [] }).Aggregate(sentence, (said, phrase) => phrase.Long.Replace(said, phrase.Short)).Trim();
        var asked = language switch { "en" => EnglishWish().Replace(less, AskEnglish), "de" => GermanWish().Replace(less, AskGerman), _ => less };
        if (asked.Length == 0 || asked == sentence)
            return asked;
        // German and French go on small after a greeting; a sentence of one's own "I" is no reason for a capital.
        return char.IsUpper(sentence[0]) ? Prose.Capital(asked) : asked;
    }

    private static (Regex Long, string Short) Phrase(string pattern, string by) => (new(pattern, Options), by);

    private static string AskEnglish(Match match) => $"{(match.Groups["can"].Success ? Prose.Capital(match.Groups["can"].Value) : "Could")} you {match.Groups["rest"].Value}?";

    /// <summary>In "ob du … kannst" the verb is last, in the question first.</summary>
    private static string AskGerman(Match match)
    {
        var (verb, rest) = (match.Groups["verb"].Value, Perhaps().Replace(match.Groups["rest"].Value, ""));
        return $"{(char.IsUpper(match.Value[0]) ? Prose.Capital(verb) : verb)} {match.Groups["who"].Value}{rest}?";
    }

    [GeneratedRegex(@"^I (?:(?:wanted|want|would like) to (?:ask(?: you)?|check|see|find out)|(?:was|am) (?:just )?wondering) (?:if|whether) you (?:(?:might|may|would|could) (?:possibly |perhaps )?be able to|(?<can>could|can|would)) (?:possibly |perhaps |maybe )*(?<rest>(?:[^?:]|:(?=\d))+?)[.?!]?$", Options)]
    private static partial Regex EnglishWish();

    /// <summary>Only verbs that nothing is split from, and one clause.</summary>
    [GeneratedRegex(
        @"^[Ii]ch (?:(?:wollte|möchte)(?: dich| Sie| euch)? (?:nach)?fragen, ob (?<who>du|Sie|ihr|er|sie|es|wir|ich|man|das)|(?:würde mich (?:sehr )?freuen|wäre (?:dir|Ihnen|euch) (?:sehr )?dankbar), wenn (?<who>du|Sie|ihr))(?<rest>(?: (?!und |oder )(?:[^\s,?:]|[,:](?=\d))+)*?)"
        + " (?<verb>kannst|könntest|könnten|können|könntet|könnt|kann|könnte|würdest|würden|würdet|hast|haben|habt|hat|hättest|hätten|bist|sind|seid|ist|magst|möchtest|möchten|willst|wollen|darf)[.?!]?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex GermanWish();

    [GeneratedRegex(@" (?:eventuell|vielleicht|möglicherweise|unter Umständen)(?= )", Options)]
    private static partial Regex Perhaps();
}
