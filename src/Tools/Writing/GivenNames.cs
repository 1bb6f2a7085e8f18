namespace Assistant.Tools.Writing;

/// <summary>Genders of common given names, for greetings that need one. A name that is not here, or of both, is not guessed.</summary>
internal static class GivenNames
{
    private static readonly HashSet<string> Feminine = Set(
        "ada alice amelie amy ana anna anne annika anja antje barbara beate bea birgit britta camille carla caroline charlotte chloé christina christine claire clara claudia daniela diana dora elena elisabeth elizabeth ella "
        + "emily emma emilie eva felicitas franziska frieda gabriele grace greta hanna hannah heike helen helena ida ilse ines ingrid irene isabel jana jane jennifer jessica joan johanna julia juliette karin karla katharina "
        + "katja laura lea lena lina linda lisa lotte louise lucia lucy luise manuela maria marie marina marlene martha martina mary mathilde melanie mia michaela miriam monika nadine nadja natalie nicole nina olga olivia "
        + "patricia paula petra pia rachel rebecca renate rita rosa ruth sabine sandra sara sarah silvia simone sofia sonja sophia sophie stefanie stephanie susan susanne tanja teresa ursula ute valerie vanessa vera victoria "
        + "viktoria yvonne zoe");

    private static readonly HashSet<string> Masculine = Set(
        "adam albert alexander andreas anton arthur axel ben benjamin bernd bruno carl carlos charles christian christoph christopher claude clemens daniel david dennis dieter dirk dominik edward emil eric erik ernst fabian "
        + "felix ferdinand finn florian frank franz friedrich fritz george georg gerd gregor günter hans harald harry heinrich heinz helmut henri henry holger ivan jack jacob jakob james jan jens joachim johann johannes john "
        + "jonas jonathan jörg josef joseph josé julian julien jürgen kai karl kevin klaus konrad kurt lars leon leonard liam louis luca lucas ludwig lukas manfred marc marcel marco marcus mario mark markus martin mathias "
        + "matthias matthew max maximilian michael michel moritz nicolas niklas nils norbert oliver olivier omar oskar oscar otto pascal patrick paul peter philipp philippe pierre ralf ralph raphael reinhard richard robert "
        + "rolf rudolf sam samuel sebastian simon stefan stephan steffen sven theo theodor thomas tim tobias tom torsten ulrich uwe viktor vincent walter werner wilhelm william wolfgang");

    /// <summary>Null where nobody can tell.</summary>
    public static bool? IsFeminine(string name) => Feminine.Contains(name) ? true : Masculine.Contains(name) ? false : null;

    private static HashSet<string> Set(string names) => new(names.Split(' '), StringComparer.OrdinalIgnoreCase);
}
