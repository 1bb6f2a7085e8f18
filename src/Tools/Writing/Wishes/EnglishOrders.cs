using System.Text.RegularExpressions;
using Assistant.Tools.Insight;

namespace Assistant.Tools.Writing.Wishes;

/// <summary>English orders to whoever writes the mail: "ask him to …", "decline the offer because …".</summary>
internal static partial class EnglishOrders
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Who = @"(?:(?<he>him)|(?<she>her)|(?<they>them|everybody|everyone|all)|(?<name>mum|mom|dad|grandma|grandpa|granny|(?:(?:mr|mrs|ms|miss|dr|prof|professor)\.?\s+)+(?-i:\p{Lu})[\p{L}'-]+(?:(?:\s|\sand\s(?:(?:mr|mrs|ms|dr)\.?\s+)*)(?-i:\p{Lu})[\p{L}'-]+)*|(?-i:\p{Lu})[\p{L}'-]+(?:(?:\.?\s|\sand\s)(?-i:\p{Lu})[\p{L}'-]+)*(?=\s+(?:that|know|to|not|for|about|if|whether|politely|kindly|nicely|please)\b|\s*[,.]|\s*$)|(?-i:\p{Lu})[\p{L}'-]+|(?:the|my|our)\s\p{L}+))\b";

    /// <summary>Where what follows may begin with a capital or "the" itself: "offer Monday", "promise the report".</summary>
    private const string PronounOnly = @"(?:(?<he>him)|(?<she>her)|(?<they>them|everybody|everyone))\b";
    private const string Leads = "(?:(?:please|pls|plz|kindly|just|also|then|so|but|otherwise|else|or)\\s+)*";
    private const string Polite = $@"^{Leads}(?:(?:politely|kindly|nicely)\s+)?";
    private const string Adverb = @"(?:\s+(?:politely|kindly|nicely|briefly|firmly|gladly|please))*";
    private const string Question = "if|whether|when|where|what|who|how|which|why";

    private const int LongestAboutMail = 120;

    private static readonly HashSet<string> Writing = new(
        "answer reply respond write draft compose tell ask inform e-mail email mail".Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Mail = new(
        "could can you mr mrs ms please pls just kindly then also back to a an the my him her them everybody all short brief quick polite friendly formal nice kind warm professional good reply answer response e-mail email mail message note letter in english german french politely briefly kindly nicely quickly formally informally tone style very and"
            .Split(' '), StringComparer.OrdinalIgnoreCase);

    private static readonly (Regex Pattern, Func<Match, WishPart?> Part)[] Orders =
    [
        (Request(), match => Part(MailIntent.Request, AndTo(match, "what"), match)),
        (Instruct(), match => Part(MailIntent.Instruct, (match.Groups["not"].Success ? "do not " : "") + AndTo(match, "what"), match)),
        (SendMe(), match => Part(MailIntent.Instruct, Small(match.Groups["what"].Value), match)),
        (ConfirmToMe(), match => Part(MailIntent.Instruct, Small(match.Groups["what"].Value), match)),
        (Ask(), match => Part(MailIntent.Ask, match.Groups["what"].Value, match, tail: false)),
        (AskFor(), match => Part(MailIntent.WouldLike, "ask for " + match.Groups["what"].Value, match)),
        (AskAbout(), match => Part(MailIntent.WouldLike, "ask about " + match.Groups["what"].Value, match)),
        (Remind(), match => Part(MailIntent.WouldLike, $"remind {{you}} {match.Groups["how"].Value}{match.Groups["what"].Value}", match)),
        (Invite(), match => Part(MailIntent.WouldLike, $"invite {{you}} {match.Groups["how"].Value}{match.Groups["what"].Value}", match)),
        (Wish(), match => Part(MailIntent.WouldLike, $"wish {{you}} {match.Groups["what"].Value}", match)),
        (Offer(), match => Part(MailIntent.WouldLike, $"offer {{you}} {WithoutName(match)}", match)),
        (WouldLike(), match => Part(MailIntent.WouldLike, $"{match.Groups["verb"].Value.ToLowerInvariant()} {match.Groups["what"].Value}", match)),
        (Thank(), match => Part(MailIntent.Thank, match.Groups["what"].Value, match)),
        (Say(), match => IsHalfAName(match) ? null : Part(MailIntent.Say, AndThat().Replace(match.Groups["what"].Value, ""), match, tail: false)),
        (Apologise(), match => Part(MailIntent.Apologise, match.Groups["that"].Success ? "that " + match.Groups["that"].Value : match.Groups["what"].Value, match)),
        (Accept(), match => Part(MailIntent.Accept, match.Groups["what"].Value, match)),
        (Decline(), match => Part(MailIntent.Decline, match.Groups["what"].Value, match)),
        (Confirm(), match => Part(MailIntent.Confirm, match.Groups["what"].Value, match)),
        (Promise(), match => Part(MailIntent.Promise, WithoutName(match), match)),
        (Congratulate(), match => Part(MailIntent.Congratulate, match.Groups["what"].Value, match)),
        (FollowUp(), match => match.Groups["what"].Success ? Part(MailIntent.WouldLike, "ask for news about " + match.Groups["what"].Value, match) : Part(MailIntent.FollowUp, "", match)),
        (Later(), match => Part(MailIntent.Later, "", match)),
    ];

    /// <summary>Null where it is no order that is known.</summary>
    public static WishPart? Read(string clause)
    {
        foreach (var (pattern, part) in Orders)
        {
            // "cancel nothing"
            if (pattern.Match(clause) is { Success: true } match)
                return part(match) is { Intent: MailIntent.WouldLike } own && Nothing().IsMatch(own.Words) ? null : part(match);
        }

        return null;
    }

    /// <summary>About the mail itself, or only whom it is for: "write a short answer", "keep it friendly", "tell her".</summary>
    public static bool IsAboutTheMail(string clause) => clause.Length <= LongestAboutMail && (Manner().IsMatch(clause) || OnlyAbout(clause, Writing, Mail));

    public static bool WantsTimes(string clause) => Times().IsMatch(clause);

    /// <summary>A verb of writing, and nothing but words for a mail, its manner and whom it is for.</summary>
    public static bool OnlyAbout(string clause, IReadOnlySet<string> writing, IReadOnlySet<string> mail)
    {
        var words = clause.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(',', '.', ':', '!')).ToList();
        return words.Exists(writing.Contains) && words.TrueForAll(word => writing.Contains(word) || mail.Contains(word) || GivenNames.IsFeminine(word) is not null);
    }

    /// <summary>Begins as an order does.</summary>
    public static bool IsOrder(string clause) =>
        !Statement().IsMatch(clause) && !ToTheReader().IsMatch(clause) && (OtherOrder().IsMatch(clause) || BeginsWithVerb(clause));

    public static bool BeginsWithVerb(string clause) => FirstWord().Match(clause) is { Success: true } first && EnglishVerbs.Contains(first.Groups["verb"].Value);

    /// <summary>"if …", "but only if …" at its start.</summary>
    public static bool IsCondition(string clause) => Condition().IsMatch(clause);

    public static Whom WhomOf(Match match) =>
        match.Groups["he"].Success ? Whom.He
        : match.Groups["she"].Success ? Whom.She
        : match.Groups["they"].Success ? Whom.They
        : !match.Groups["name"].Success ? Whom.Unknown
        : Title().Match(match.Groups["name"].Value) is { Success: true } title ? title.Groups["she"].Success ? Whom.She : title.Groups["both"].Success ? Whom.Anybody : Whom.He
        : GivenNames.IsFeminine(match.Groups["name"].Value) switch { true => Whom.She, false => Whom.He, null => Whom.Anybody };

    private static WishPart Part(MailIntent intent, string words, Match match, bool tail = true)
    {
        var cut = tail ? Tail().Match(words) : Match.Empty;
        var what = tail ? Tail().Replace(match.Groups["what"].Value, "") : "";
        return new(intent, (cut.Success ? words[..cut.Index] : words).Trim(' ', ','))
        {
            Tail = cut.Success ? cut.Groups["why"].Value.Trim() : "",
            About = what.Trim(' ', ','),
            // "sorry" and "thx" are said in German, too.
            Language = words.Length == 0 && match.Length < 6 ? null : "en",
            Whom = WhomOf(match),
        };
    }

    [GeneratedRegex(@"^\p{L}+ (?:nothing|none|nobody|not)\b", Options)]
    private static partial Regex Nothing();

    /// <summary>"Tell Anna Keller is ill": whose name ends where, nobody knows.</summary>
    private static bool IsHalfAName(Match match) => match.Groups["name"] is { Success: true } name && char.IsUpper(name.Value[0]) && !match.Value.Contains("that", StringComparison.OrdinalIgnoreCase) && Surname().IsMatch(match.Groups["what"].Value);

    [GeneratedRegex(@"^\p{Lu}\p{Ll}+\s+\p{Ll}", RegexOptions.CultureInvariant)]
    private static partial Regex Surname();

    private static string Small(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    /// <summary>Without whom it is for: "offer Anna 10 %".</summary>
    private static string WithoutName(Match match) =>
        match.Groups["what"].Value is var what && what.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end && GivenNames.IsFeminine(what[..end]) is not null ? what[(end + 1)..] : what;

    [GeneratedRegex(@"^(?:(?<she>mrs|ms|miss|frau)|mr|herrn?|(?<both>dr|prof|professor|familie))\b", Options)]
    private static partial Regex Title();

    /// <summary>"to bring the keys and to come" is "bring the keys and come".</summary>
    private static string AndTo(Match match, string group) => RepeatedTo().Replace(match.Groups[group].Value, "$1$2 ");

    [GeneratedRegex(@"(,?\s+)(and|or) to (?=\p{Ll})", Options)]
    private static partial Regex RepeatedTo();

    [GeneratedRegex(@"(?<=\band |, )that\s+", Options)]
    private static partial Regex AndThat();

    [GeneratedRegex($@"{Polite}(?:(?:could|can|would|will) you )?(?:please )?(?:ask|get|beg|want)\s+{Who}{Adverb}\s+(?:to\s+)(?<what>.+)$", Options)]
    private static partial Regex Request();

    [GeneratedRegex($@"{Polite}(?:(?:could|can) you )?(?:please )?(?:(?:tell|remind|urge)\s+{Who}{Adverb}\s+(?:(?<not>not)\s+)?|ask\s+{Who}{Adverb}\s+(?<not>not)\s+)to\s+(?<what>.+)$", Options)]
    private static partial Regex Instruct();

    [GeneratedRegex($@"^{Leads}(?<what>confirm (?:in writing|receipt|by (?:mail|e-?mail|return|phone))\b.*?)(?:,? please)?$", Options)]
    private static partial Regex ConfirmToMe();

    /// <summary>Whoever sends it to the writer is the reader.</summary>
    [GeneratedRegex($@"^{Leads}(?<what>(?:send|give|call|ring|text|pay|show|bring|write|e-?mail|contact|forward|help|tell|let) (?:me|us)\b.*)$", Options)]
    private static partial Regex SendMe();

    [GeneratedRegex($@"{Polite}(?:(?:could|can) you )?(?:please )?(?:(?:ask|find out|check)(?:\s+(?:with\s+)?{Who})?{Adverb}\s+(?<what>(?:{Question})\b.+)|confirm\s+(?<what>(?:if|whether)\b.+))$", Options)]
    private static partial Regex Ask();

    [GeneratedRegex($@"{Polite}(?:(?:could|can) you )?(?:please )?ask(?:\s+{Who})?{Adverb}\s+for\s+(?!(?:any\s+)?news$)(?<what>.+)$", Options)]
    private static partial Regex AskFor();

    [GeneratedRegex($@"{Polite}(?:ask|enquire|inquire)(?:\s+{Who})?{Adverb}\s+(?:about|after)\s+(?<what>.+)$", Options)]
    private static partial Regex AskAbout();

    [GeneratedRegex($@"{Polite}(?:(?:could|can) you )?(?:please )?remind(?:\s+{Who})?{Adverb}\s+(?<how>(?:of|about|that)\s+)(?<what>.+)$", Options)]
    private static partial Regex Remind();

    [GeneratedRegex($@"{Polite}invite(?:\s+{Who})?{Adverb}\s+(?<how>(?:to|for)\s+)(?<what>.+)$", Options)]
    private static partial Regex Invite();

    [GeneratedRegex($@"{Polite}wish\s+{Who}\s+(?<what>.+)$", Options)]
    private static partial Regex Wish();

    [GeneratedRegex($@"{Polite}offer(?:\s+{PronounOnly})?\s+(?<what>.+)$", Options)]
    private static partial Regex Offer();

    /// <summary>What the writer does by saying so; what only happens outside the mail, such as sending a file, is not here.</summary>
    [GeneratedRegex($@"{Polite}(?<verb>suggest|propose|recommend|cancel|postpone|reschedule|rebook|renew|extend|complain|apply|enquire|inquire|terminate|withdraw|(?:request|order|book|reserve|return|register)(?!(?:(?!\b(?:because|since|if|that|as|which|where|when|but)\b)[^,])*\b(?:is|was|were|has|had|will|would|did|does|came|arrived|hasn't|isn't|wasn't)\b)){Adverb}(?:\s+to\s+{Who}(?=\s+(?:about|that)\b))?\s+(?<what>.+)$", Options)]
    private static partial Regex WouldLike();

    [GeneratedRegex($@"{Polite}(?:(?:could|can) you )?(?:please )?(?:(?:(?:say |write )?(?:thanks|thank you|thx)|thank)|tell\s+{Who}\s+(?:thanks|thank you))(?:\s+(?:to\s+)?{Who})?(?:\s+(?:so much|a lot|very much|again|warmly)){{0,2}}(?:\s+for\s+(?<what>.+))?$|{Polite}(?:write|send)\s+(?:\p{{L}}+\s+){{0,4}}thank[ -]you(?:\s+(?:note|mail|e-?mail|letter|message))?(?:\s+to\s+{Who})?(?:\s+for\s+(?<what>.+))?$", Options)]
    private static partial Regex Thank();

    [GeneratedRegex($@"{Polite}(?:(?:could|can) you )?(?:please )?(?:(?:tell|inform|let|notify|warn|assure)\s+{Who}(?:\s+know)?(?:\s*,?\s*that)?|(?:say|write|mention|answer|reply|explain|add|admit|note|state|stress|emphasi[sz]e|point out|make (?:it )?clear)(?:\s+to\s+{Who})?\s+that|say|admit)\s+(?<what>(?<=\bthat\s)if\b.+|(?!(?:and|about|of|to|not|yes|no|sorry|hi|hello|thanks|thank|{Question})\b).+)$", Options)]
    private static partial Regex Say();

    [GeneratedRegex($@"{Polite}(?:apologi[sz]e|say sorry|sorry|excuse (?:me|us|myself|ourselves))(?:\s+to\s+{Who})?(?:\s+(?:for|about)\s+(?<what>.+)|\s+(?:that\s+)?(?<that>(?:i|we|it|my|our|the)\b.+))?$", Options)]
    private static partial Regex Apologise();

    [GeneratedRegex($@"{Polite}(?:(?:accept|approve){Adverb}(?<what>(?:[\s,].+)?)|(?:agree|say yes|yes(?!,?\s+(?!to\b|but\b|if\b|because\b|unless\b|provided\b))){Adverb}(?:\s+to\s+(?<what>.+)|(?<what>,?\s+(?:but|if|because|unless|provided)\b.+))?|(?:write|send)\s+(?:\p{{L}}+\s+){{0,3}}acceptance(?:\s+(?:of|to)\s+(?<what>.+))?)$", Options)]
    private static partial Regex Accept();

    [GeneratedRegex($@"{Polite}(?:(?:decline|refuse|reject|turn (?:it|this|that) down){Adverb}(?<what>(?:[\s,].+)?)|turn down\s+(?<what>.+)|(?:say no|no){Adverb}(?:\s+to\s+(?<what>.+)|(?<what>,?\s+(?:but|if|because|unless)\b.+))?|(?:write|send)\s+(?:\p{{L}}+\s+){{0,3}}(?:refusal|rejection)(?:\s+(?:of|to)\s+(?<what>.+))?)$", Options)]
    private static partial Regex Decline();

    [GeneratedRegex($@"{Polite}(?:confirm|acknowledge)(?:\s+to\s+{Who})?{Adverb}(?:\s+(?<what>.+))?$", Options)]
    private static partial Regex Confirm();

    [GeneratedRegex($@"{Polite}promise(?:\s+{PronounOnly})?\s+(?<what>.+)$", Options)]
    private static partial Regex Promise();

    [GeneratedRegex($@"{Polite}congratulate(?:\s+{Who})?{Adverb}(?:\s+(?<what>(?:on|for|to)\s+.+))?$", Options)]
    private static partial Regex Congratulate();

    [GeneratedRegex($@"{Polite}(?:follow[ -]up|chase(?: up)?|check in|nudge|remind|ask for (?:any )?news|write a (?:polite |friendly |short )?(?:follow[ -]up|reminder))(?:\s+(?:with\s+)?{Who})?{Adverb}(?:\s+(?:on|about|regarding|for)\s+(?<what>.+))?$", Options)]
    private static partial Regex FollowUp();

    [GeneratedRegex(@"\b(?:get back to (?:him|her|them)|(?:answer|reply) later|come back to (?:him|her|them))\b", Options)]
    private static partial Regex Later();

    [GeneratedRegex(@"(?:^|,?\s+)(?<why>(?:because|since(?=\s+(?:i|we|it|they|the|my|our|there)\b)|as(?=\s+(?:i|we)\b))\b.+|(?:but\s+)?(?:only\s+)?(?:if|unless|provided|as long as|on (?:the )?condition)\b.+)$", Options)]
    private static partial Regex Tail();

    [GeneratedRegex(@"^(?:but\s+)?(?:only\s+)?(?:if|when|unless|once|provided|as long as|should)\s", Options)]
    private static partial Regex Condition();

    /// <summary>How a mail shall be, without the mail.</summary>
    [GeneratedRegex(
        @"^(?:please\s+)?(?:(?:be|keep it|keep|stay|make it|sound)\s+)?(?:(?:very|really|more|short|brief|polite|friendly|formal|casual|informal|nice|kind|warm|professional|firm|firmly|politely|nicely|kindly|gently|briefly|concise|simple|tone|please|and|but)(?:\s+|$))+$|^in (?:english|german|french)$",
        Options)]
    private static partial Regex Manner();

    [GeneratedRegex($@"{Polite}(?:offer|propose|suggest|give|include|add)\s+(?:{Who}\s+)?(?:(?:some|a few|two|three|four|five|\d+|possible|free|other|new|my|the|alternative)\s+)*(?:(?:meeting|free|time)\s+)?(?:times|slots|dates|appointments)(?:\s+(?:please|(?:for )?(?:next|this|the coming) week|tomorrow|for (?:a|the|our) (?:call|meeting|chat|talk)|to (?:meet|talk|choose from)))*$", Options)]
    private static partial Regex Times();

    /// <summary>Orders by verbs that nobody gives to the reader of a mail, or by a denial.</summary>
    [GeneratedRegex($@"^{Leads}(?:don'?t|do not|never|no mention|nothing about|without|no \p{{L}}+ stuff|admit|apologi[sz]e|congratulate|thank|promise|express|reassure|reject|postpone|complain|politely|be|stay|sound|cc|bcc)\b", Options)]
    private static partial Regex OtherOrder();

    [GeneratedRegex($@"^{Leads}(?<verb>\p{{L}}+(?:-\p{{L}}+)?)(?!\s+(?:is|was|were|are|has|had|will|would|can|came|arrived|starts|ends|attached|enclosed|received|paid|below)\b)", Options)]
    private static partial Regex FirstWord();

    /// <summary>"Please water the plants": what is politely asked, and speaks of nobody else, is asked of the reader.</summary>
    [GeneratedRegex(@"^please\s+(?!ask\b|tell\b|write\b|draft\b|reply\b|answer\b|introduce\b)(?!.*\b(?:him|her|them|his|their|he|she|they)\b)", Options)]
    private static partial Regex ToTheReader();

    /// <summary>What begins with such a verb and is said to the reader all the same.</summary>
    [GeneratedRegex(@"^(?:get well|see (?:you|attached)|take care|let(?:'s| us|\s+me)\b|have a (?:nice|good|great|lovely)|look(?:ing)? forward|hope|thanks|no (?:problem|worries|rush|need)|don'?t worry|help (?:is|would)|work (?:is|starts|begins)|mail (?:is|was)|please let (?:me|us)|stay (?:safe|healthy)|happy|go ahead|be (?:there|right|back)|start(?:ing)? on)\b", Options)]
    private static partial Regex Statement();
}
