using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Similarities;

namespace Search.Engine.Search.Scorers;

/// <summary>Documents in which a phrase occurs, scored like a term with the phrase's frequency.</summary>
/// <param name="similarity">Null when no scores are needed.</param>
internal sealed class PhraseScorer(PhraseCursor phrase, SegmentNorms? norms, SimScorer? similarity) : Scorer
{
    public override int DocId => phrase.Documents.DocId;

    public override long Cost => phrase.Documents.Cost;

    public override DocIdCursor Approximation => phrase.Documents;

    public override bool Matches() => phrase.FirstMatch();

    public override int NextDoc() => NextMatch(phrase.Documents.NextDoc());

    public override int Advance(int target) => NextMatch(phrase.Documents.Advance(target));

    /// <summary>Asked at most once a document: counting the matches uses them up.</summary>
    public override float Score() => similarity is null ? 0f : similarity.Score(Freq(), norms!.Of(DocId));

    /// <summary>The phrase's frequency in the current document; asked at most once, in place of <see cref="Score"/>.</summary>
    public float Freq() => phrase.Freq();

    private int NextMatch(int docId)
    {
        while (docId != NoMoreDocs && !phrase.FirstMatch())
            docId = phrase.Documents.NextDoc();
        return docId;
    }
}
