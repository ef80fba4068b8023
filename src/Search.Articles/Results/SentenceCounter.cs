using System.Buffers.Binary;
using Search.Articles.Querying;
using Search.Articles.Ranking;
using Search.Articles.Schema;
using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;

namespace Search.Articles.Results;

/// <summary>Counts the sentences that hold a mark of a query over all paragraphs that match.</summary>
internal static class SentenceCounter
{
    /// <summary>Of a query that asks paragraphs for no words, all their sentences count.</summary>
    public static long Count(IndexSearcher searcher, ParsedQuery query, ParagraphMatches matches)
    {
        bool hasWords = query.Leaves.Any(leaf => QueryLeaves.FieldOf(leaf) is null or ArticleFields.Body);
        MatchPass? pass = hasWords ? searcher.MatchesOf(query.Match).Pass(ArticleFields.Body) : null;
        bool alwaysMarks = AlwaysMarks(query.Match);
        var count = 0L;
        var seen = new SentenceSet();
        Leaf? leaf = null;
        BinaryDocValues? column = null;
        foreach (int doc in matches.Docs)
        {
            if (leaf is null || doc >= leaf.DocBase + leaf.Reader.MaxDoc)
            {
                leaf = searcher.Reader.LeafOf(doc);
                column = leaf.Reader.BinaryColumn(ArticleFields.Sentences);
            }
            ReadOnlySpan<byte> starts = column is not null && column.AdvanceExact(doc - leaf.DocBase) ? column.Value : [];
            int sentences = Math.Max(starts.Length / sizeof(int), 1);
            count += pass is null || (alwaysMarks && sentences == 1) ? sentences : CountMarked(pass.At(doc), starts, seen);
        }
        return count;
    }

    // Whether no paragraph matches without a mark in its text.
    private static bool AlwaysMarks(Query query) => query switch
    {
        BoostQuery boost => AlwaysMarks(boost.Query),
        TermQuery or PhraseQuery => QueryLeaves.FieldOf(query) == ArticleFields.Body,
        BooleanQuery { Clauses: var clauses } => clauses.Any(clause => clause.Occur == Occur.Must && AlwaysMarks(clause.Query))
            || clauses.All(clause => clause.Occur == Occur.Should && AlwaysMarks(clause.Query)),
        _ => false,
    };

    private static int CountMarked(ReadOnlySpan<MatchInterval> intervals, ReadOnlySpan<byte> starts, SentenceSet seen)
    {
        if (intervals.IsEmpty || starts.Length <= sizeof(int))
            return intervals.IsEmpty ? 0 : 1;
        seen.Clear();
        foreach (ref readonly MatchInterval interval in intervals)
        {
            int last = SentenceOf(starts, Math.Max(interval.EndOffset - 1, interval.StartOffset));
            for (int sentence = SentenceOf(starts, interval.StartOffset); sentence <= last; sentence++)
                seen.Add(sentence);
        }
        return seen.Count;
    }

    // The last that starts at or before an offset; what stands before the first start belongs to it.
    private static int SentenceOf(ReadOnlySpan<byte> starts, int offset)
    {
        var low = 0;
        int high = (starts.Length / sizeof(int)) - 1;
        while (low < high)
        {
            int middle = (low + high + 1) >>> 1;
            if (BinaryPrimitives.ReadInt32LittleEndian(starts[(middle * sizeof(int))..]) <= offset)
                low = middle;
            else
                high = middle - 1;
        }
        return low;
    }
}
