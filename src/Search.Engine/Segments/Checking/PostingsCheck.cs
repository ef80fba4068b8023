using Search.Engine.Codecs;
using Search.Engine.Index;

namespace Search.Engine.Segments.Checking;

/// <summary>
/// Walks all terms and postings of a field: order, ranges, counts against the statistics that the files state, ways to the
/// same place against each other, and norms against the documents that have terms.
/// </summary>
internal sealed class PostingsCheck(SegmentReader segment, CheckProblems problems, CancellationToken cancellation)
{
    // Seeking from scratch costs more than going on, so only so many terms are also sought.
    private const int SeekInterval = 61;

    public long TermCount { get; private set; }

    public long PostingCount { get; private set; }

    public long PositionCount { get; private set; }

    public void Run(FieldInfo info)
    {
        string? files = PerFieldFormats.PostingsSuffixOf(info, segment.Commit.Segment);
        if (files is not (null or Lucene87Codec.PostingsSuffix))
            problems.Add($"{info.Name}: its terms are said to be in {files}, where none are");
        var docs = new FixedBitSet(segment.MaxDoc);
        if (segment.Terms(info.Name) is { } terms)
            CheckTerms(info, terms, docs);
        if (segment.Norms(info.Name) is { } norms)
            CheckNorms(info, norms, docs);
    }

    private void CheckTerms(FieldInfo info, Terms terms, FixedBitSet docs)
    {
        byte[]? previous = null;
        long count = 0, sumDocFreq = 0, sumTotalTermFreq = 0;
        PostingsEnum? postings = null;
        var jumps = new JumpCheck(segment, info, terms);
        TermsEnum all = terms.Enumerate();
        TermsEnum seeking = terms.Enumerate();
        while (all.Next())
        {
            cancellation.ThrowIfCancellationRequested();
            if (count % SeekInterval == 1)
                CheckSeek(info, seeking, previous!, all.Term);
            if (previous is not null && all.Term.SequenceCompareTo(previous) <= 0)
                problems.Add($"{info.Name}: term {count} is not behind the one before it");
            if (previous is null && !terms.Min.SequenceEqual(all.Term))
                problems.Add($"{info.Name}: the smallest term is not the first");
            previous = all.Term.ToArray();
            TermState state = all.State;
            if (!terms.TryGet(previous, out TermState found) || found.DocFreq != state.DocFreq || found.TotalTermFreq != state.TotalTermFreq)
                problems.Add($"{info.Name}: looking term {count} up finds another one or none");
            postings = terms.Postings(state, PostingsDetail.Everything, postings);
            CheckTerm(info, state, postings, docs, jumps);
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

    // The smallest term at or behind "previous and one more byte" is the next one; going on from there must work.
    private void CheckSeek(FieldInfo info, TermsEnum seeking, byte[] previous, ReadOnlySpan<byte> next)
    {
        if (!seeking.SeekCeiling([.. previous, 0]) || !seeking.Term.SequenceEqual(next))
            problems.Add($"{info.Name}: seeking behind a term does not lead to the next one");
        if (!seeking.SeekCeiling(previous) || !seeking.Term.SequenceEqual(previous) || !seeking.Next() || !seeking.Term.SequenceEqual(next))
            problems.Add($"{info.Name}: after seeking a term the next one does not come");
    }

    private void CheckTerm(FieldInfo info, TermState state, PostingsEnum postings, FixedBitSet docs, JumpCheck jumps)
    {
        long docFreq = 0, occurrences = 0;
        int last = -1;
        jumps.Start();
        for (int doc = postings.NextDoc(); doc != DocIdCursor.NoMoreDocs; doc = postings.NextDoc())
        {
            if (doc <= last || doc >= segment.MaxDoc || postings.Freq < 1)
            {
                problems.Add($"{info.Name}: document {doc} with {postings.Freq} occurrences after {last} of {segment.MaxDoc}");
                return;
            }
            last = doc;
            docs.Set(doc);
            docFreq++;
            occurrences += postings.Freq;
            jumps.Add(doc, postings.Freq, info.HasPositions ? CheckPositions(info, postings) : -1);
        }
        PostingCount += docFreq;
        Expect(info, "documents of a term", state.DocFreq, docFreq);
        Expect(info, "occurrences of a term", state.TotalTermFreq, occurrences);
        if (jumps.Run(state) is { } problem)
            problems.Add($"{info.Name}: {problem}");
    }

    // Returns the first position.
    private int CheckPositions(FieldInfo info, PostingsEnum postings)
    {
        int firstPosition = -1, lastPosition = 0, lastStart = 0;
        for (int left = postings.Freq; left > 0; left--)
        {
            int position = postings.NextPosition();
            if (position < lastPosition)
                problems.Add($"{info.Name}: position {position} after {lastPosition} in document {postings.DocId}");
            lastPosition = position;
            if (firstPosition < 0)
                firstPosition = position;
            PositionCount++;
            if (!info.HasOffsets)
                continue;
            if (postings.StartOffset < lastStart || postings.EndOffset < postings.StartOffset)
                problems.Add($"{info.Name}: offsets {postings.StartOffset} to {postings.EndOffset} after {lastStart} in document {postings.DocId}");
            lastStart = postings.StartOffset;
        }
        return firstPosition;
    }

    // A document has a norm when it has the field, and norm 0 exactly when the field has no terms in it.
    private void CheckNorms(FieldInfo info, NumericDocValues norms, FixedBitSet docs)
    {
        for (var doc = 0; doc < segment.MaxDoc; doc++)
        {
            bool hasTerms = norms.AdvanceExact(doc) && norms.Value != 0;
            if (hasTerms != docs.Get(doc) && segment.LiveDocs?.Get(doc) != false)
                problems.Add($"{info.Name}: document {doc} {(hasTerms ? "has a length and no terms" : "has terms and no length")}");
        }
    }

    private void Expect(FieldInfo info, string what, long stated, long found)
    {
        if (stated != found)
            problems.Add($"{info.Name}: {stated} {what} are stated, {found} are there");
    }
}
