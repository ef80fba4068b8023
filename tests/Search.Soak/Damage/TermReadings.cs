using Search.Engine.Index;

namespace Search.Soak.Damage;

/// <summary>All terms and postings of a field, from start to end, by jumps, in blocks, and by seeking.</summary>
internal static class TermReadings
{
    private const int Jump = 300;

    public static void Run(LeafReader leaf, FieldInfo field, Attempts attempts)
    {
        if (leaf.Terms(field.Name) is not { } terms)
            return;
        for (var lead = 0; lead < 256; lead += 5)
        {
            byte[] target = [(byte)lead, (byte)(lead * 7)];
            attempts.Try(() => terms.TryGet(target, out _));
            attempts.Try(() => terms.Enumerate().SeekCeiling(target));
        }
        PostingsEnum? postings = null;
        TermsEnum all = terms.Enumerate();
        while (all.Next())
        {
            TermState state = all.State;
            byte[] term = all.Term.ToArray();
            attempts.Try(() => terms.TryGet(term, out _));
            attempts.Try(() => Walk(postings = terms.Postings(state, PostingsDetail.Everything, postings)));
            attempts.Try(() => Leap(terms.Postings(state, PostingsDetail.Everything)));
            attempts.Try(() => WalkBlocks(terms.Blocks(state, withFreqs: true)));
        }
    }

    private static void Walk(PostingsEnum postings)
    {
        while (postings.NextDoc() != DocIdCursor.NoMoreDocs)
        {
            for (int left = postings.Freq; left > 0 && postings.NextPosition() >= 0; left--)
                _ = postings.Payload.Length + postings.StartOffset + postings.EndOffset;
        }
    }

    private static void Leap(PostingsEnum postings)
    {
        for (var target = 0; postings.Advance(target) != DocIdCursor.NoMoreDocs && postings.DocId < int.MaxValue - Jump; target = postings.DocId + Jump)
            postings.NextPosition();
    }

    private static void WalkBlocks(PostingsBlocks blocks)
    {
        var target = 0;
        while (blocks.AdvanceBlock(target))
        {
            int last = blocks.Docs[^1];
            if (last >= int.MaxValue - Jump)
                return;
            blocks.AdvanceShallow(Math.Max(target, last));
            _ = blocks.ImpactsUpTo(last + Jump).Length + blocks.Freqs.Length;
            target = Math.Max(target, last) + Jump / 2;
        }
    }
}
