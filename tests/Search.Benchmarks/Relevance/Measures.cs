namespace Search.Benchmarks.Relevance;

/// <summary>How good a ranking is, on the mean of all queries that have a relevant document.</summary>
/// <remarks>The definitions of <c>evaluate.py</c> beside the data, which follow trec_eval.</remarks>
/// <param name="Ndcg10">Discounted gain of the first ten, the gain being the grade, over the best possible.</param>
/// <param name="Map">Mean of the average precisions.</param>
/// <param name="Recall100">Share of the relevant documents among the first hundred.</param>
/// <param name="Mrr10">One over the rank of the first relevant document, 0 beyond the tenth.</param>
internal sealed record Measures(double Ndcg10, double Map, double Recall100, double Mrr10)
{
    private const int Cut = 10;
    private const int RecallCut = 100;

    public static Measures Of(TestCollection collection, Run run)
    {
        Measures[] each = [.. collection.Judgements
            .Where(query => query.Value.Values.Any(grade => grade >= 1))
            .Select(query => Of(query.Value, run.Ranked(query.Key)))];
        return new Measures(each.Average(one => one.Ndcg10), each.Average(one => one.Map), each.Average(one => one.Recall100), each.Average(one => one.Mrr10));
    }

    private static Measures Of(Dictionary<string, int> judged, IReadOnlyList<string> ranked)
    {
        double relevant = judged.Values.Count(grade => grade >= 1);
        double gain = 0, precisions = 0, first = 0;
        int found = 0, foundEarly = 0;
        for (var i = 0; i < ranked.Count; i++)
        {
            int grade = judged.GetValueOrDefault(ranked[i]);
            if (grade < 1)
                continue;
            found++;
            precisions += (double)found / (i + 1);
            if (i < RecallCut)
                foundEarly++;
            if (i < Cut)
                gain += grade / Math.Log2(i + 2);
            if (i < Cut && first == 0)
                first = 1.0 / (i + 1);
        }
        double ideal = judged.Values.OrderDescending().Take(Cut).Select((grade, i) => grade / Math.Log2(i + 2)).Sum();
        return new Measures(gain / ideal, precisions / relevant, foundEarly / relevant, first);
    }
}
