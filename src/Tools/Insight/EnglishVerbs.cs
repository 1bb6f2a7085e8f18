using System.Collections.Frozen;

namespace Assistant.Tools.Insight;

/// <summary>What people ask each other to do, in the base form, with which an English order begins.</summary>
internal static class EnglishVerbs
{
    private static readonly FrozenSet<string> Bases = FrozenSet.ToFrozenSet(
        """
        accept access acknowledge activate add address adjust advise agree align allow amend announce answer apply appoint approve arrange ask assign assist attach attend authorise authorize avoid
        bear beware block book bring browse budget build buy call cancel capture carry catch change charge chase check choose circulate clarify clean clear click close collect combine come comment commit
        compare compile complete compose confirm connect consider consult contact continue convert coordinate copy correct count cover create cross cut
        decide decline defer delay delegate delete deliver describe deposit design determine develop dial disable discard discuss dismiss distribute do document donate double-check download draft drop
        edit elaborate eliminate email e-mail enable enclose enquire enrol enroll ensure enter escalate establish estimate evaluate examine exchange exclude execute expand explain explore export extend
        fax feed fetch figure file fill finalise finalize find finish fix fold follow format forward gather get give go grab grant
        hand handle hang have help hide highlight hold hurry identify ignore implement improve include increase inform insert inspect install integrate introduce investigate invite invoice involve issue
        join keep label launch lay lead leave lend let lift limit link list listen locate lock log look lower mail make manage mark meet mention merge message modify monitor mount move
        negotiate notify obtain offer omit open order organise organize outline pack park pass paste pay perform phone pick ping place plan plug point post postpone prepare present press prevent print
        prioritise prioritize proceed process produce proofread propose protect prove provide publish pull purchase push put quote raise reach read rebook recall recommend reconsider record redo reduce refer refill
        refund refuse register reinstall reject release remain remember remind remove rename renew rent reorder repair repeat rephrase replace reply report request reschedule resend reserve reset resolve respond
        restart restore resubmit retrieve return review revise rewrite ring rotate rsvp run save say scan schedule scrap search secure see select sell send separate serve set settle share ship shorten show shut
        sign simplify sit skip sort speak specify split spread start stay step stick stop submit subscribe suggest supply swap switch sync take talk tell terminate test text tick tidy tie transfer translate treat trim try
        bake bump chuck cook hop jot learn loop nudge practise practice remit wire vacate refrain observe comply cease redirect relay reconcile rectify nominate contribute deactivate disconnect recharge rinse
        unpack uninstall reboot reload refresh retry unzip shred sweep vacuum mop iron mow rehearse shoot source study swing toss
        turn type undo unlock unplug update upgrade upload use validate verify view visit vote wait wake walk warn wash watch water wear weigh wipe withdraw work wrap write
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    /// <summary>What somebody does, or where they are and when it begins, and no deed for another.</summary>
    private static readonly FrozenSet<string> Events = FrozenSet.ToFrozenSet("work meet start leave move open close visit go come stay watch run walk see have turn wait join hold live need get ask tell wish hope thank love suggest recommend forgive see mention remind request advise urge invite promise report say write offer".Split(' '), StringComparer.OrdinalIgnoreCase);

    /// <summary>What somebody can do for another.</summary>
    public static bool IsDeed(string word) => Contains(word) && !Events.Contains(word);

    public static bool Contains(string word) => Bases.Contains(word);
}
