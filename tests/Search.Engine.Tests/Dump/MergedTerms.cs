using Search.Engine.Index;

namespace Search.Engine.Tests.Dump;

/// <summary>The terms of a field over all segments, in byte order.</summary>
internal sealed class MergedTerms
{
    private readonly List<Source> _sources = [];
    private readonly List<Source> _current = [];

    public MergedTerms(IndexReader reader, string field)
    {
        foreach (Leaf leaf in reader.Leaves)
        {
            if (leaf.Reader.Terms(field) is { } terms)
                _sources.Add(new Source(leaf, terms, terms.Enumerate()));
        }
        IsAbsent = _sources.Count == 0;
        _sources.RemoveAll(source => !source.Enum.Next());
    }

    /// <summary>Whether no segment has the field.</summary>
    public bool IsAbsent { get; }

    public byte[] Term { get; private set; } = [];

    /// <summary>Moves to the next term.</summary>
    public bool Next()
    {
        foreach (Source source in _current)
        {
            if (!source.Enum.Next())
                _sources.Remove(source);
        }
        _current.Clear();
        if (_sources.Count == 0)
            return false;
        Source least = _sources[0];
        foreach (Source source in _sources)
        {
            if (source.Enum.Term.SequenceCompareTo(least.Enum.Term) < 0)
                least = source;
        }
        Term = least.Enum.Term.ToArray();
        _current.AddRange(_sources.Where(source => source.Enum.Term.SequenceEqual(Term)));
        return true;
    }

    /// <summary>The current term's postings, segment by segment, each with the segment's first id.</summary>
    public IEnumerable<(int DocBase, PostingsEnum Postings)> Postings(PostingsDetail detail) =>
        _current.Select(source => (source.Leaf.DocBase, source.Terms.Postings(source.Enum.State, detail)));

    private sealed record Source(Leaf Leaf, Terms Terms, TermsEnum Enum);
}
