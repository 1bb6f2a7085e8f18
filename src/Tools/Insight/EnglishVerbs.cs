using System.Collections.Frozen;

namespace Assistant.Tools.Insight;

/// <summary>What people ask each other to do, in the base form, with which an English order begins.</summary>
internal static class EnglishVerbs
{
    private static readonly FrozenSet<string> Bases = FrozenSet.ToFrozenSet(
        """
        accept access acknowledge activate add address adjust advise agree align allow amend announce answer apply appoint approve arrange ask assign assist attach attend
        authorise authorize avoid bake bear beware block book bring browse budget build bump buy call cancel capture carry catch cease change charge chase check choose chuck
        circulate clarify clean clear click close collect combine come comment commit compare compile complete comply compose confirm connect consider consult contact continue
        contribute convert cook coordinate copy correct count cover create cross cut deactivate decide decline defer delay delegate delete deliver deposit describe design
        determine develop dial disable discard disconnect discuss dismiss distribute do document donate double-check download draft drop e-mail edit elaborate eliminate email
        enable enclose enquire enrol enroll ensure enter escalate establish estimate evaluate examine exchange exclude execute expand explain explore export extend fax feed fetch
        figure file fill finalise finalize find finish fix fold follow format forward gather get give go grab grant hand handle hang have help hide highlight hold hop hurry
        identify ignore implement improve include increase inform insert inspect install integrate introduce investigate invite invoice involve iron issue join jot keep label
        launch lay lead learn leave lend let lift limit link list listen locate lock log look loop lower mail make manage mark meet mention merge message modify monitor mop mount
        move mow negotiate nominate notify nudge observe obtain offer omit open order organise organize outline pack park pass paste pay perform phone pick ping place plan plug
        point post postpone practice practise prepare present press prevent print prioritise prioritize proceed process produce proofread propose protect prove provide publish
        pull purchase push put quote raise reach read rebook reboot recall recharge recommend reconcile reconsider record rectify redirect redo reduce refer refill refrain
        refresh refund refuse register rehearse reinstall reject relay release reload remain remember remind remit remove rename renew rent reorder repair repeat rephrase replace
        reply report request reschedule resend reserve reset resolve respond restart restore resubmit retrieve retry return review revise rewrite ring rinse rotate rsvp run save
        say scan schedule scrap search secure see select sell send separate serve set settle share ship shoot shorten show shred shut sign simplify sit skip sort source speak
        specify split spread start stay step stick stop study submit subscribe suggest supply swap sweep swing switch sync take talk tell terminate test text tick tidy tie toss
        transfer translate treat trim try turn type undo uninstall unlock unpack unplug unzip update upgrade upload use vacate vacuum validate verify view visit vote wait wake
        walk warn wash watch water wear weigh wipe wire withdraw work wrap write
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    /// <summary>What somebody does, or where they are and when it begins, and no deed for another.</summary>
    private static readonly FrozenSet<string> Events = FrozenSet.ToFrozenSet(
        """
        advise ask close come forgive get go have hold hope invite join leave live love meet mention move need offer open promise recommend remind report request run say see
        start stay suggest tell thank turn urge visit wait walk watch wish work write
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    /// <summary>What somebody can do for another.</summary>
    public static bool IsDeed(string word) => Contains(word) && !Events.Contains(word);

    public static bool Contains(string word) => Bases.Contains(word);
}
