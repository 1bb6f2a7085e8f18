namespace Assistant.Bench.SearchQuality;

/// <summary>Means over the questions that have at least one relevant document, as trec_eval reckons them.</summary>
internal sealed class Measures
{
    private int _questions;

    public double Ndcg { get; private set; }

    public double Recall { get; private set; }

    public double Reciprocal { get; private set; }

    public void Add(IReadOnlyList<string> ranked, IReadOnlyDictionary<string, int> judged)
    {
        var relevant = judged.Values.Where(grade => grade > 0).OrderDescending().ToList();
        if (relevant.Count == 0)
            return;
        _questions++;
        Ndcg += Gain(ranked.Select(id => judged.GetValueOrDefault(id))) / Gain(relevant);
        Recall += (double)ranked.Take(100).Count(id => judged.GetValueOrDefault(id) > 0) / relevant.Count;
        var first = ranked.Index().FirstOrDefault(item => judged.GetValueOrDefault(item.Item) > 0, (Index: -1, Item: ""));
        Reciprocal += first.Index < 0 ? 0 : 1.0 / (first.Index + 1);
    }

    public override string ToString() =>
        FormattableString.Invariant($"nDCG@10 {Ndcg / _questions:0.000}   recall@100 {Recall / _questions:0.000}   MRR {Reciprocal / _questions:0.000}   ({_questions} questions)");

    private static double Gain(IEnumerable<int> grades) => grades.Take(10).Select((grade, i) => Math.Max(0, grade) / Math.Log2(i + 2)).Sum();
}
