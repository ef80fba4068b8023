using System.Text;
using Search.Engine.Index;

namespace Search.Engine.Suggest;

/// <summary>Walks the terms of a field that belong to a set over all segments at once, in order, each term once.</summary>
internal sealed class MergedTerms
{
    private readonly List<(Leaf Leaf, Terms Terms, MatchingTerms Walk)> _walks = [];

    // Those of the walks that stand at the current term.
    private readonly List<int> _here = [];

    /// <param name="open">Opens the set in a segment.</param>
    public MergedTerms(IndexReader reader, string field, Func<Terms, MatchingTerms> open)
    {
        foreach (Leaf leaf in reader.Leaves)
        {
            if (leaf.Reader.Terms(field) is { } terms && open(terms) is var walk && walk.Next())
                _walks.Add((leaf, terms, walk));
        }
    }

    /// <summary>The walk of one of the segments that have the current term.</summary>
    public MatchingTerms Current => _walks[_here[0]].Walk;

    /// <summary>The current term.</summary>
    public ReadOnlySpan<byte> Term => Current.Term;

    /// <summary>The current term as text.</summary>
    public string Text => Encoding.UTF8.GetString(Term);

    /// <summary>Number of documents with the current term, deleted ones included.</summary>
    public long DocFreq { get; private set; }

    /// <summary>Number of occurrences of the current term, deleted documents included.</summary>
    public long TotalTermFreq { get; private set; }

    /// <summary>Moves to the next term; false after the last.</summary>
    public bool Next()
    {
        for (int i = _here.Count - 1; i >= 0; i--)
        {
            if (!_walks[_here[i]].Walk.Next())
                _walks.RemoveAt(_here[i]);
        }
        _here.Clear();
        DocFreq = 0;
        TotalTermFreq = 0;
        for (var i = 0; i < _walks.Count; i++)
        {
            int order = _here.Count == 0 ? 0 : _walks[i].Walk.Term.SequenceCompareTo(Term);
            if (order < 0)
                _here.Clear();
            if (order <= 0)
                _here.Add(i);
        }
        foreach (int i in _here)
        {
            TermState state = _walks[i].Walk.State;
            DocFreq += state.DocFreq;
            TotalTermFreq += state.TotalTermFreq;
        }
        return _here.Count > 0;
    }

    /// <summary>Whether a document with the current term is not deleted.</summary>
    public bool IsLive()
    {
        foreach (int i in _here)
        {
            (Leaf leaf, Terms terms, MatchingTerms walk) = _walks[i];
            if (leaf.Reader.LiveDocs is not { } live)
                return true;
            PostingsEnum postings = terms.Postings(walk.State, PostingsDetail.Docs);
            while (postings.NextDoc() != DocIdCursor.NoMoreDocs)
            {
                if (live.Get(postings.DocId))
                    return true;
            }
        }
        return false;
    }
}
