using Search.Engine.Index;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Scorers;

/// <summary>Scores the postings of one term in one segment.</summary>
/// <param name="similarity">Null when no scores are needed.</param>
internal sealed class TermScorer(PostingsEnum postings, SegmentNorms? norms, SimScorer? similarity) : Scorer
{
    public override int DocId => postings.DocId;

    public override long Cost => postings.Cost;

    public override int NextDoc() => postings.NextDoc();

    public override int Advance(int target) => postings.Advance(target);

    public override float Score() => similarity is null ? 0f : similarity.Score(postings.Freq, norms!.Of(postings.DocId));
}
