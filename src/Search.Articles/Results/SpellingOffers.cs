using System.Text.RegularExpressions;
using Search.Articles.Querying;
using Search.Articles.Schema;
using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Suggest;

namespace Search.Articles.Results;

/// <summary>Puts words that the collection has in the place of bare words that it does not have.</summary>
internal static class SpellingOffers
{
    private const int MaxWords = 8;
    private const int OffersPerWord = 3;

    // The marker of exact forms stands before each word: it counts as a character that must agree, and so does the first letter.
    private static readonly SpellChecker Checker = new(new SpellCheckerOptions { MinPrefix = 2, MinQueryLength = 4, LowerCasesTerms = false });

    /// <returns>The query text with corrections, the likeliest first; empty when every bare word is known.</returns>
    public static IEnumerable<string> Find(IndexReader reader, ParsedQuery query, string text)
    {
        var unknown = new List<(string Word, IReadOnlyList<SpellSuggestion> Offers)>();
        foreach ((Query leaf, string clause) in query.Leaves.Zip(query.Info.Clauses))
        {
            if (unknown.Count < MaxWords && leaf is TermQuery { Term.Field: ArticleFields.Body } term && reader.DocFreq(term.Term) == 0 && !clause.Contains('"', StringComparison.Ordinal))
                unknown.Add((clause, Checker.Suggest(reader, new Term(ArticleFields.Body, ExactAndStemFilter.ExactMarker + clause.ToLowerInvariant()), OffersPerWord)));
        }
        // All unknown words are corrected together: one of them left as it is would match nothing again.
        for (var rank = 0; rank < OffersPerWord; rank++)
        {
            string corrected = text;
            foreach ((string word, IReadOnlyList<SpellSuggestion> offers) in unknown)
            {
                if (offers.Count > 0)
                    corrected = Replace(corrected, word, offers[Math.Min(rank, offers.Count - 1)].Text.TrimStart(ExactAndStemFilter.ExactMarker));
            }
            if (corrected != text)
                yield return corrected;
            if (unknown.All(word => word.Offers.Count <= rank + 1))
                yield break;
        }
    }

    // What stands in quotes stays; so does what only begins with the word.
    private static string Replace(string text, string word, string offer)
    {
        string straight = text.Replace('“', '"').Replace('”', '"');
        return Regex.Replace(text, $@"(?<![\w]){Regex.Escape(word)}(?![\w])", match => IsQuoted(straight, match.Index) ? match.Value : offer,
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    private static bool IsQuoted(string text, int index) => text.AsSpan(0, index).Count('"') % 2 == 1;
}
