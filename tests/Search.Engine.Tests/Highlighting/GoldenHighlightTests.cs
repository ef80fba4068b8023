using System.Text.Json;
using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Highlighting;
using Search.Engine.QueryParsing;
using Search.Engine.Search;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure;
using Search.Engine.Tests.Infrastructure.Memory;

namespace Search.Engine.Tests.Highlighting;

/// <summary>Snippets and passages as Lucene's unified highlighter makes them.</summary>
public sealed class GoldenHighlightTests
{
    private static readonly PassageFormatter Plain = new();
    private static readonly PassageFormatter Escaping = new("<em>", "</em>", " \u2026 ", escapes: true);

    [Theory]
    [InlineData("body")]
    [InlineData("body_off")]
    public void Snippets_of_the_corpus_are_Lucenes(string field)
    {
        using MemoryDirectory directory = GoldenIndex.Single();
        using DirectoryReader reader = DirectoryReader.Open(directory);
        var corpus = new Corpus(new IndexSearcher(reader), field);
        GoldenRows.Check("highlight.json", "snippets", IdOfSnippets, row =>
        {
            Query query = new QueryParser(field, GoldenCorpus.Analyzer).Parse(row.GetProperty("q").GetString()!.Replace("body:", $"{field}:", StringComparison.Ordinal));
            QueryMatches matches = corpus.Searcher.MatchesOf(query);
            JsonElement[] expected = [.. row.GetProperty("snippets").EnumerateArray()];
            if (row.TryGetProperty("maxNoHighlightPassages", out JsonElement unmarked))
            {
                var options = new PassageOptions { MaxPassages = 3, MarksWordsOfPhrases = true, MaxUnmarkedPassages = unmarked.GetInt32() };
                Assert.Equal(expected.Select(TextOrNull), Enumerable.Range(0, 5).Select(doc => corpus.Snippet(matches, doc, options)));
                return;
            }
            var wanted = new PassageOptions { MaxPassages = row.GetProperty("maxPassages").GetInt32(), MarksWordsOfPhrases = true };
            Assert.Equal(
                expected.Select(pair => (pair[0].GetString()!, TextOrNull(pair[1]))),
                corpus.Searcher.Search(query, 4).ScoreDocs.Select(hit => (GoldenCorpus.IdOf(hit.Doc), corpus.Snippet(matches, hit.Doc, wanted))));
        });
    }

    [Fact]
    public void Passages_of_single_texts_and_their_scores_are_Lucenes() =>
        GoldenRows.Check("highlight-passages.json", "passages", IdOfPassages, row =>
        {
            string text = Golden.Text(row.GetProperty("text"));
            string mode = row.GetProperty("mode").GetString()!;
            var analyzer = new StandardAnalyzer();
            var searcher = new IndexSearcher(MemoryIndex.Build(analyzer, [[Field.CreateText("f", text)]]));
            QueryMatches matches = searcher.MatchesOf(new QueryParser("f", analyzer).Parse(row.GetProperty("q").GetString()!));
            var options = new PassageOptions { MaxPassages = row.GetProperty("maxPassages").GetInt32(), MarksWordsOfPhrases = true, MaxLength = int.MaxValue };

            IReadOnlyList<Passage> passages = mode == "whole"
                ? Highlighter.Find(MarkBuilder.Create(matches.At(0, "f"), analyzer, "f", text, marksWordsOfPhrases: true), [0, text.Length], options)
                : new Highlighter(analyzer).Find(matches, 0, "f", text, options);

            Assert.Equal(TextOrNull(row.GetProperty("snippet")), FormatOrNull(mode == "escape" ? Escaping : Plain, text, passages));
            Assert.Equal([.. row.GetProperty("passages").EnumerateArray().Select(passage => Describe(passage))], passages.Select(Describe));
        });

    private static string IdOfSnippets(JsonElement row) =>
        $"{row.GetProperty("q").GetString()} {row.GetProperty("maxPassages").GetInt32()}"
        + (row.TryGetProperty("maxNoHighlightPassages", out JsonElement unmarked) ? $" unmarked {unmarked.GetInt32()}" : "");

    private static string IdOfPassages(JsonElement row) =>
        $"{row.GetProperty("q").GetString()} {row.GetProperty("maxPassages").GetInt32()} {row.GetProperty("mode").GetString()}: {Shortened(Golden.Text(row.GetProperty("text")))}";

    private static string Shortened(string text) => text.Length <= 80 ? text : text[..80];

    private static string? TextOrNull(JsonElement element) => element.ValueKind == JsonValueKind.Null ? null : Golden.Text(element);

    private static string? FormatOrNull(PassageFormatter formatter, string text, IReadOnlyList<Passage> passages) =>
        passages.Count == 0 ? null : formatter.Format(text, passages);

    private static string Describe(JsonElement passage) =>
        $"{passage.GetProperty("start")}-{passage.GetProperty("end")} {Golden.Bits(passage.GetProperty("scoreBits")):R}: "
        + string.Join(", ", passage.GetProperty("matches").EnumerateArray().Select(match => $"{match[0]}-{match[1]} {match[2].GetString()}"));

    private static string Describe(Passage passage) =>
        $"{passage.Start}-{passage.End} {passage.Score:R}: " + string.Join(", ", passage.Marks.Select(mark => $"{mark.Start}-{mark.End} {mark.Label}"));

    private sealed class Corpus(IndexSearcher searcher, string field)
    {
        private readonly Highlighter _highlighter = new(GoldenCorpus.Analyzer);
        private readonly string[] _texts = [.. File.ReadLines(Golden.PathOf("corpus.jsonl"))
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line).GetProperty("body").GetString()!)];

        public IndexSearcher Searcher => searcher;

        public string? Snippet(QueryMatches matches, int doc, PassageOptions options) =>
            FormatOrNull(Plain, _texts[doc], _highlighter.Find(matches, doc, field, _texts[doc], options));
    }
}
