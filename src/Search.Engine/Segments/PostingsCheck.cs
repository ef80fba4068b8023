using Search.Engine.Index;

namespace Search.Engine.Segments;

/// <summary>Walks all terms and postings of a segment: order, ranges, and counts against the statistics that the files state.</summary>
internal sealed class PostingsCheck(SegmentReader segment, List<string> problems, CancellationToken cancellation)
{
    public long TermCount { get; private set; }

    public long PostingCount { get; private set; }

    public long PositionCount { get; private set; }

    public void Run()
    {
        foreach (FieldInfo info in segment.FieldInfos)
        {
            if (segment.Terms(info.Name) is { } terms)
                CheckField(info, terms);
        }
    }

    private void CheckField(FieldInfo info, Terms terms)
    {
        var docs = new FixedBitSet(segment.MaxDoc);
        byte[]? previous = null;
        long count = 0, sumDocFreq = 0, sumTotalTermFreq = 0;
        PostingsEnum? postings = null;
        TermsEnum all = terms.Enumerate();
        while (all.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            if (previous is not null && all.Term.SequenceCompareTo(previous) <= 0)
                problems.Add($"{info.Name}: term {count} is not behind the one before it");
            previous = all.Term.ToArray();
            TermState state = all.State;
            postings = terms.Postings(state, PostingsDetail.Everything, postings);
            CheckTerm(info, state, postings, docs);
            count++;
            sumDocFreq += state.DocFreq;
            sumTotalTermFreq += state.TotalTermFreq;
        }
        TermCount += count;
        Expect(info, "terms", terms.Count, count);
        Expect(info, "postings", terms.SumDocFreq, sumDocFreq);
        Expect(info, "occurrences", terms.SumTotalTermFreq, sumTotalTermFreq);
        Expect(info, "documents", terms.DocCount, docs.Cardinality());
        if (previous is not null && !terms.Max.SequenceEqual(previous))
            problems.Add($"{info.Name}: the largest term is not the last");
    }

    private void CheckTerm(FieldInfo info, TermState state, PostingsEnum postings, FixedBitSet docs)
    {
        long docFreq = 0, occurrences = 0;
        int last = -1;
        for (int doc = postings.NextDoc(); doc != DocIdCursor.NoMoreDocs; doc = postings.NextDoc())
        {
            if (doc <= last || doc >= segment.MaxDoc)
            {
                problems.Add($"{info.Name}: document {doc} after {last} of {segment.MaxDoc}");
                return;
            }
            last = doc;
            docs.Set(doc);
            docFreq++;
            occurrences += postings.Freq;
            if (info.HasPositions)
                CheckPositions(info, postings);
        }
        PostingCount += docFreq;
        Expect(info, "documents of a term", state.DocFreq, docFreq);
        Expect(info, "occurrences of a term", state.TotalTermFreq, occurrences);
    }

    private void CheckPositions(FieldInfo info, PostingsEnum postings)
    {
        int lastPosition = 0, lastStart = 0;
        for (int left = postings.Freq; left > 0; left--)
        {
            int position = postings.NextPosition();
            if (position < lastPosition)
                problems.Add($"{info.Name}: position {position} after {lastPosition} in document {postings.DocId}");
            lastPosition = position;
            PositionCount++;
            if (!info.HasOffsets)
                continue;
            if (postings.StartOffset < lastStart || postings.EndOffset < postings.StartOffset)
                problems.Add($"{info.Name}: offsets {postings.StartOffset} to {postings.EndOffset} after {lastStart} in document {postings.DocId}");
            lastStart = postings.StartOffset;
        }
    }

    private void Expect(FieldInfo info, string what, long stated, long found)
    {
        if (stated != found)
            problems.Add($"{info.Name}: {stated} {what} are stated, {found} are there");
    }
}
