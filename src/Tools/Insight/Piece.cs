namespace Assistant.Tools.Insight;

/// <summary>A part of a text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">One after its last.</param>
internal readonly record struct Piece(int Start, int End)
{
    public string Of(string text) => text[Start..End];

    public bool Overlaps(Piece other) => Start < other.End && other.Start < End;
}
