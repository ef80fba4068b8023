using Search.Engine.Index;

namespace Search.Engine.Tests.Codecs.Lucene84;

/// <summary>Compares the bounds of a term with its documents, seen one by one.</summary>
internal static class ImpactAssert
{
    /// <summary>At every block, on every level: no pair is missing, no pair is one too many.</summary>
    public static void Minimal(Terms terms, TermState state, Func<int, long> norms)
    {
        (int DocId, int Freq)[] postings = [.. All(terms, state)];
        int entries = (state.DocFreq - 1) / 128;
        PostingsBlocks blocks = terms.Blocks(state, withFreqs: false);
        for (var block = 0; block <= entries; block++)
        {
            int target = postings[block * 128].DocId;
            int upTo = blocks.AdvanceShallow(target);
            if (block == entries)
            {
                Assert.Equal(DocIdCursor.NoMoreDocs, upTo);
                Assert.Equal([new Impact(int.MaxValue, 1)], blocks.ImpactsUpTo(upTo).ToArray());
                continue;
            }
            Assert.Equal(postings[block * 128 + 127].DocId, upTo);
            int lowerLast = -1;
            for (int width = 1; block / width * width + width <= entries; width *= 8)
            {
                int first = block / width * width;
                int last = postings[(first + width) * 128 - 1].DocId;
                if (last == lowerLast)
                    continue; // the level below bounds as much
                lowerLast = last;
                Impact[] expected = Competitive(postings.AsSpan(first * 128, width * 128), norms);
                Assert.Equal(expected, blocks.ImpactsUpTo(last).ToArray());
            }
        }
    }

    private static IEnumerable<(int DocId, int Freq)> All(Terms terms, TermState state)
    {
        PostingsEnum cursor = terms.Postings(state, PostingsDetail.Freqs);
        while (cursor.NextDoc() != DocIdCursor.NoMoreDocs)
            yield return (cursor.DocId, cursor.Freq);
    }

    private static Impact[] Competitive(ReadOnlySpan<(int DocId, int Freq)> postings, Func<int, long> norms)
    {
        var pairs = new HashSet<Impact>();
        foreach ((int docId, int freq) in postings)
            pairs.Add(new Impact(freq, norms(docId)));
        return [.. pairs
            .Where(pair => !pairs.Any(other => other != pair && other.Freq >= pair.Freq && (ulong)other.Norm <= (ulong)pair.Norm))
            .OrderBy(pair => pair.Freq)];
    }
}
