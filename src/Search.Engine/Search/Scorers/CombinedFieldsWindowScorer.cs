using System.Numerics;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents with any of several terms in any of several fields, scored as one term of one field.</summary>
/// <param name="terms">Each term in each field.</param>
internal sealed class CombinedFieldsWindowScorer(FrequencyWindowScorer[] terms, CombinedNorms norms, SimScorer similarity, WindowArena arena)
    : AlternativesWindowScorer(terms, arena)
{
    // Norms at a time.
    private const int Step = 128;

    private readonly int[] _docs = arena.RentDocs();

    // The sums are frequencies first and become scores at the end.
    public override void Score(int from, int to, ScoreWindow window)
    {
        AddClauses(from, to, window);
        ReadOnlySpan<int> docs = _docs.AsSpan(0, List(window));
        Span<double> sums = window.Scores;
        Span<byte> read = stackalloc byte[Step];
        for (; !docs.IsEmpty; docs = docs[Math.Min(Step, docs.Length)..])
        {
            ReadOnlySpan<int> some = docs[..Math.Min(Step, docs.Length)];
            norms.Read(some, read);
            for (var i = 0; i < some.Length; i++)
            {
                int slot = some[i] - window.Base;
                sums[slot] = similarity.Score((float)sums[slot], read[i]);
            }
        }
    }

    protected override void AddClause(WindowScorer clause, int from, int to, ScoreWindow window) => clause.Score(from, to, window);

    protected override void AddScratch(ScoreWindow window) => window.AddAll(Scratch);

    private int List(ScoreWindow window)
    {
        var count = 0;
        ReadOnlySpan<ulong> matches = window.Matches;
        for (var word = 0; word < matches.Length; word++)
        {
            for (ulong bits = matches[word]; bits != 0; bits &= bits - 1)
                _docs[count++] = window.Base + (word << 6) + BitOperations.TrailingZeroCount(bits);
        }
        return count;
    }
}
