using Search.Engine.Index;

namespace Search.Engine.Search.Weights;

/// <summary>Terms of a whole index in their order.</summary>
internal static class FirstTerms
{
    /// <summary>The first terms over all segments that start with a prefix, each once, ascending.</summary>
    public static IReadOnlyList<Term> WithPrefix(IndexReader reader, Term prefix, int most)
    {
        var first = new SortedSet<Term>();
        foreach (Leaf leaf in reader.Leaves)
        {
            if (leaf.Reader.Terms(prefix.Field) is not { } terms)
                continue;
            TermsEnum walk = terms.Enumerate();
            for (bool any = walk.SeekCeiling(prefix.Bytes); any && walk.Term.StartsWith(prefix.Bytes); any = walk.Next())
            {
                var term = new Term(prefix.Field, walk.Term);
                if (first.Count >= most && first.Max! <= term)
                    break;
                first.Add(term);
                if (first.Count > most)
                    first.Remove(first.Max!);
            }
        }
        return [.. first];
    }
}
