using Search.Articles.Ranking;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;

namespace Search.Articles.Results;

/// <summary>Finds the longest run of a text's words that stands, so worded, in a paragraph.</summary>
internal sealed class LongestPart(IndexSearcher searcher, QueryFilters filters, CancellationToken cancellation)
{
    private const int MaxWords = 100;

    /// <returns>The run in quotes; null when no two neighbouring words stand together, or the text is shorter than three words.</returns>
    public AdvisedQuery? Find(string text)
    {
        List<(Term Term, int Position, int Start, int End)> words = Read(text);
        if (words.Count < 3)
            return null;
        (int First, int Count) longest = (0, 1);
        // A run can only stand somewhere when the run without its first word does: both ends move forward.
        for (int first = 0, end = 1; first < words.Count && end <= words.Count;)
        {
            if (end - first <= longest.Count || Exists(words[first..end]))
            {
                if (end - first > longest.Count)
                    longest = (first, end - first);
                end++;
            }
            else
            {
                first++;
            }
        }
        // The whole text is the query itself, or differs from it by more than its wording.
        if (longest.Count < 2 || longest.Count == words.Count)
            return null;
        string part = text[words[longest.First].Start..words[longest.First + longest.Count - 1].End];
        Query phrase = PhraseOf(words.GetRange(longest.First, longest.Count));
        return new AdvisedQuery($"\"{part.Replace('"', ' ')}\"", $"{longest.Count} of its {words.Count} words stand together", searcher.Count(Filtered(phrase)));
    }

    private bool Exists(List<(Term Term, int Position, int Start, int End)> words)
    {
        cancellation.ThrowIfCancellationRequested();
        return searcher.Search(Filtered(PhraseOf(words)), 1, new SearchOptions { TotalHitsThreshold = 0 }).ScoreDocs.Count > 0;
    }

    private static PhraseQuery PhraseOf(List<(Term Term, int Position, int Start, int End)> words) =>
        new(ArticleFields.Body, [.. words.Select(word => (word.Term, word.Position - words[0].Position))]);

    private BooleanQuery Filtered(Query phrase) =>
        new([new BooleanClause(phrase, Occur.Must), .. filters.All.Select(filter => new BooleanClause(filter, Occur.Filter))]);

    private static List<(Term Term, int Position, int Start, int End)> Read(string text)
    {
        var words = new List<(Term Term, int Position, int Start, int End)>();
        TokenStream stream = ArticleAnalysis.ForQuotes.Open(ArticleFields.Body, text);
        int position = -1;
        while (words.Count < MaxWords && stream.Next())
        {
            position += stream.Token.PositionIncrement;
            words.Add((new Term(ArticleFields.Body, stream.Token.Text.ToString()), position, stream.Token.StartOffset, stream.Token.EndOffset));
        }
        return words;
    }
}
