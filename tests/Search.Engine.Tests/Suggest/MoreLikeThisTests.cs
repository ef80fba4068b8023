using System.Text.Json;
using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Suggest;
using Search.Engine.Tests.Infrastructure;
using Search.Engine.Tests.Search;

namespace Search.Engine.Tests.Suggest;

public sealed class MoreLikeThisTests
{
    private static readonly SearchOptions Exact = new() { TotalHitsThreshold = int.MaxValue };

    [Fact]
    public void Golden_documents_give_Lucenes_words_boosts_and_hits() =>
        GoldenRows.Check("mlt.json", "like", [.. Golden.Rows("mlt.json").Where(row => row.TryGetProperty("doc", out _))], IdOf, row =>
        {
            var like = new MoreLikeThis(GoldenCorpus.Single, new StandardAnalyzer(), ["body"], Options(row.GetProperty("options").GetString()!));
            int doc = DocOf(row.GetProperty("doc").GetString()!);
            (string Word, string Boost)[] lucenes = [.. row.GetProperty("query").GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WordAndBoost)];
            IReadOnlyList<TellingTerm> ours = like.TellingTerms(doc);
            AssertSameChoice(lucenes, ours, Scores(doc, row.GetProperty("options").GetString()!));
            AssertSameBoosts(lucenes, (BooleanQuery)like.Like(doc));
            // Which of equally telling words stays at the limit is Lucene's secret: hits are compared where it took the same.
            if (lucenes.Select(word => word.Word).ToHashSet().SetEquals(ours.Select(term => term.Term.Text)))
                AssertSameHits(row, like.Like(doc));
        });

    [Fact]
    public void Golden_rarities_are_met()
    {
        JsonElement pairs = Golden.Rows("mlt.json").Single(row => row.TryGetProperty("idf", out _)).GetProperty("idf");
        Assert.All(pairs.EnumerateArray(), pair => Assert.Equal(Golden.Bits(pair[3]), MoreLikeThis.Idf(pair[0].GetInt64(), pair[1].GetInt64())));
    }

    [Fact]
    public void A_text_is_compared_like_a_stored_one()
    {
        var like = new MoreLikeThis(GoldenCorpus.Single, new StandardAnalyzer(), ["body"]);
        string body = GoldenCorpus.Single.StoredText(0, "body")!;
        Assert.Equal(like.Like(0), like.Like("body", body));
        Assert.NotEmpty(like.TellingTerms("body", body));
        Assert.Equal(like.TellingTerms("body", $"{body} {body}"), like.TellingTerms("body", body, body));
    }

    [Fact]
    public void Words_are_counted_in_each_field_apart()
    {
        var like = new MoreLikeThis(GoldenCorpus.Single, new StandardAnalyzer(), ["title", "body"], new MoreLikeThisOptions { MinTermFreq = 1 });
        Assert.Equal(["body", "title"], like.TellingTerms(0).Select(term => term.Term.Field).Distinct().Order());
    }

    [Fact]
    public void Only_the_first_tokens_are_read()
    {
        var like = new MoreLikeThis(
            GoldenCorpus.Single, new StandardAnalyzer(), ["body"], new MoreLikeThisOptions { MinTermFreq = 1, MinDocFreq = 1, MaxTokensParsed = 2 });
        Assert.Equal(["rain", "storm"], like.TellingTerms("body", "rain storm ferry captain").Select(term => term.Term.Text).Order());
    }

    [Fact]
    public void A_limit_of_terms_must_fit_a_boolean_query() =>
        Assert.All([0, BooleanQuery.MaxClauseCount + 1], limit =>
            Assert.Throws<ArgumentOutOfRangeException>(() => new MoreLikeThisOptions { MaxQueryTerms = limit }));

    // The same scores; and every word that tells more than the one that tells least.
    private static void AssertSameChoice((string Word, string Boost)[] lucenes, IReadOnlyList<TellingTerm> ours, Dictionary<string, float> scores)
    {
        Assert.Equal(lucenes.Select(word => scores[word.Word]), ours.Select(term => term.Score));
        if (ours.Count == 0)
            return;
        float least = ours[0].Score;
        Assert.Equal(
            lucenes.Where(word => scores[word.Word] > least).Select(word => word.Word).Order(StringComparer.Ordinal),
            ours.Where(term => term.Score > least).Select(term => term.Term.Text).Order(StringComparer.Ordinal));
    }

    private static void AssertSameBoosts((string Word, string Boost)[] lucenes, BooleanQuery ours) =>
        Assert.Equal(lucenes.Select(word => word.Boost), ours.Clauses.Select(clause => WordAndBoost(clause.Query.ToString("body")).Boost));

    private static void AssertSameHits(JsonElement row, Query query)
    {
        TopDocs hits = new IndexSearcher(GoldenCorpus.Single).Search(query, 5, Exact);
        GoldenHits.AssertEqual(row.GetProperty("top"), hits, GoldenCorpus.IdOf);
        Assert.Equal(row.GetProperty("totalHits").GetInt32(), hits.TotalHits.Value);
    }

    // All words of a document, however little they tell.
    private static Dictionary<string, float> Scores(int doc, string options)
    {
        MoreLikeThisOptions all = Options(options) with { MaxQueryTerms = BooleanQuery.MaxClauseCount };
        return new MoreLikeThis(GoldenCorpus.Single, new StandardAnalyzer(), ["body"], all)
            .TellingTerms(doc).ToDictionary(term => term.Term.Text, term => term.Score, StringComparer.Ordinal);
    }

    private static MoreLikeThisOptions Options(string name) => name switch
    {
        "defaults" => new MoreLikeThisOptions(),
        "minTermFreq=1,minDocFreq=2,maxQueryTerms=8,boost" => new MoreLikeThisOptions { MinTermFreq = 1, MinDocFreq = 2, MaxQueryTerms = 8, Boost = true },
        _ => new MoreLikeThisOptions { MinTermFreq = 1, StopWords = WordSet.EnglishStopWords, MinWordLength = 4, MaxDocFreq = 60 },
    };

    // word or (word)^boost
    private static (string Word, string Boost) WordAndBoost(string clause)
    {
        string[] parts = clause.Split('^');
        return (parts[0].Trim('(', ')'), parts.Length > 1 ? parts[1] : "");
    }

    private static string IdOf(JsonElement row) => $"{row.GetProperty("doc").GetString()} {row.GetProperty("options").GetString()}";

    private static int DocOf(string id)
    {
        TopDocs hits = new IndexSearcher(GoldenCorpus.Single).Search(new TermQuery(new Term("id", id)), 1);
        return hits.ScoreDocs[0].Doc;
    }
}
