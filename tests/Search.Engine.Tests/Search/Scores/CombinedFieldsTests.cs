using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Index;
using Search.Engine.Indexing;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Tests.Infrastructure.Requests;
using Search.Engine.Util;

namespace Search.Engine.Tests.Search.Scores;

/// <summary>Several fields taken as one, held against the formula worked out from the texts and, where it has the same meaning, against Lucene.</summary>
public sealed class CombinedFieldsTests
{
    private static readonly string[] FieldNames = ["body", "lead", "title"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Scores_are_what_the_formula_makes_of_the_texts(int seed)
    {
        var random = new Random(seed);
        IReadOnlyDictionary<string, string>[] documents = [.. Enumerable.Range(0, 300).Select(_ => RandomDocument(random))];
        using IndexReader reader = Write(documents);
        var searcher = new IndexSearcher(reader);
        for (var i = 0; i < 60; i++)
        {
            (string, float)[] fields = [.. FieldNames.OrderBy(_ => random.Next()).Take(random.Next(1, 4)).Select(field => (field, 1f + random.Next(16) / 4f))];
            string[] terms = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => FamilyIndex.Word(random)).Distinct()];
            var query = new CombinedFieldsQuery(fields, terms);
            float boost = 1f + random.Next(2);
            IEnumerable<string> ours = searcher.Search(new BoostQuery(query, boost), documents.Length).ScoreDocs.Select(hit => Printed(hit.Doc, hit.Score));
            Assert.Equal(BruteForce(documents, fields, terms, boost).Select(hit => Printed(hit.Doc, hit.Score)).Order(), ours.Order());
        }
    }

    [Fact]
    public void One_field_of_weight_one_scores_like_a_term_and_like_synonyms()
    {
        var searcher = new IndexSearcher(Infrastructure.GoldenCorpus.Single);
        Assert.Equal(
            searcher.Search(new TermQuery(new Term("body", "rain")), 50).ScoreDocs,
            searcher.Search(new CombinedFieldsQuery([("body", 1f)], "rain"), 50).ScoreDocs);
        Assert.Equal(
            searcher.Search(new SynonymQuery("body", new Term("body", "rain"), new Term("body", "storm")), 50).ScoreDocs,
            searcher.Search(new CombinedFieldsQuery([("body", 1f)], "rain", "storm"), 50).ScoreDocs);
    }

    // Lucene 8.8 means the same only when every segment has the term in every field and no document lacks one of them.
    [OracleFact]
    public void A_word_that_every_segment_has_in_title_and_body_scores_like_Lucene()
    {
        using var folder = new TemporaryFolder();
        string index = folder.File("index");
        Oracle.Run(["index", GeneratedCorpus.Paragraphs(6000), index, "--segments", "3", "--deletes", "200"]);
        string[] words = WordsOfEverySegment(index);
        Assert.True(words.Length > 100, $"only {words.Length} words to compare");
        RequestComparison.AssertSame(index, [.. words.SelectMany((word, i) => new[]
        {
            Form(word, "1.0", "1.0"), Form(word, "3.0", "1.0"), Form(word, i % 2 == 0 ? "2.5" : "1.1", i % 3 == 0 ? "1.7" : "1.0"),
        })]);
    }

    [Fact]
    public void Weights_below_one_and_fields_given_twice_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CombinedFieldsQuery([("f", 0.5f)], "a"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CombinedFieldsQuery([("f", float.NaN)], "a"));
        Assert.Throws<ArgumentException>(() => new CombinedFieldsQuery([("f", 1f), ("f", 2f)], "a"));
        Assert.Throws<TooManyClausesException>(() =>
            new CombinedFieldsQuery([("f", 1f), ("g", 1f)], [.. Enumerable.Range(0, 600).Select(i => $"w{i}")]));
    }

    [Fact]
    public void Order_and_repeats_of_fields_and_terms_do_not_count()
    {
        var query = new CombinedFieldsQuery([("title", 3f), ("body", 1f)], "storm", "rain", "storm");
        Assert.Equal("BM25F((body title^3.0)(rain storm))", query.ToString());
        Assert.Equal(new CombinedFieldsQuery([("body", 1f), ("title", 3f)], "rain", "storm"), query);
        Assert.Equal(new CombinedFieldsQuery([("body", 1f), ("title", 3f)], "rain", "storm").GetHashCode(), query.GetHashCode());
        Assert.NotEqual(new CombinedFieldsQuery([("body", 1f), ("title", 2f)], "rain", "storm"), query);
    }

    private static Dictionary<string, string> RandomDocument(Random random)
    {
        var document = new Dictionary<string, string>();
        foreach (string field in FieldNames)
        {
            if (random.Next(4) > 0)
                document.Add(field, string.Join(' ', Enumerable.Range(0, random.Next(random.Next(10) == 0 ? 150 : 15)).Select(_ => FamilyIndex.Word(random))));
        }
        return document;
    }

    private static DirectoryReader Write(IReadOnlyList<IReadOnlyDictionary<string, string>> documents)
    {
        var directory = new MemoryDirectory();
        using IndexWriter writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = new WhitespaceAnalyzer() });
        for (var i = 0; i < documents.Count; i++)
        {
            writer.AddDocument([Field.CreateKeyword("id", $"{i}"), .. documents[i].Select(field => Field.CreateText(field.Key, field.Value))]);
            if (i == documents.Count / 4)
                writer.Flush();
        }
        writer.Commit();
        return DirectoryReader.Open(directory);
    }

    // The formula of the search semantics notes, section 2.9, straight from the words.
    private static IEnumerable<(int Doc, float Score)> BruteForce(
        IReadOnlyDictionary<string, string>[] documents, (string Field, float Weight)[] fields, string[] terms, float boost)
    {
        (string Field, float Weight)[] byName = [.. fields.OrderBy(field => field.Field, StringComparer.Ordinal)];
        string[][] words = [.. byName.SelectMany(field => documents.Select(document => Words(document, field.Field)))];
        string[] WordsOf(int field, int doc) => words[field * documents.Length + doc];

        var docCount = 0;
        var docFreq = 0;
        var total = 0L;
        for (var field = 0; field < byName.Length; field++)
        {
            string[][] texts = [.. Enumerable.Range(0, documents.Length).Select(doc => WordsOf(field, doc))];
            docCount = Math.Max(docCount, texts.Count(text => text.Length > 0));
            docFreq = Math.Max(docFreq, terms.Max(term => texts.Count(text => text.Contains(term))));
            total = (long)(total + (double)byName[field].Weight * texts.Sum(text => text.Length));
        }
        float average = (float)(total / (double)docCount);
        float weight = boost * (float)Math.Log(1 + (docCount - docFreq + 0.5) / (docFreq + 0.5));
        for (var doc = 0; doc < documents.Length; doc++)
        {
            var freq = 0f;
            var length = 0f;
            for (var field = 0; field < byName.Length; field++)
            {
                string[] text = WordsOf(field, doc);
                foreach (string term in terms)
                    freq += byName[field].Weight * text.Count(word => word == term);
                length += byName[field].Weight * LengthNorm.Decode(LengthNorm.Encode(text.Length));
            }
            if (freq == 0)
                continue;
            float coded = LengthNorm.Decode(LengthNorm.Encode((int)MathF.Round(length, MidpointRounding.AwayFromZero)));
            float factor = 1f / (1.2f * ((1f - 0.75f) + 0.75f * coded / average));
            yield return (doc, weight - weight / (1f + freq * factor));
        }
    }

    private static string[] Words(IReadOnlyDictionary<string, string> document, string field) =>
        document.TryGetValue(field, out string? text) ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    private static string Printed(int doc, float score) => $"{doc:d4} {BitConverter.SingleToUInt32Bits(score):x8}";

    private static Request Form(string word, string title, string body) =>
        Request.Of("bm25f", $"{{\"bm25f\":[{Request.Quote(word)}],\"fields\":[[\"title\",{title}],[\"body\",{body}]]}}");

    private static string[] WordsOfEverySegment(string index)
    {
        using MappedDirectory directory = MappedDirectory.Open(index);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        HashSet<string>? everywhere = null;
        foreach (Leaf leaf in reader.Leaves)
        {
            foreach (string field in new[] { "title", "body" })
            {
                var terms = new HashSet<string>(StringComparer.Ordinal);
                TermsEnum walk = leaf.Reader.Terms(field)!.Enumerate();
                while (walk.Next())
                    terms.Add(System.Text.Encoding.UTF8.GetString(walk.Term));
                everywhere = everywhere is null ? terms : [.. everywhere.Intersect(terms)];
            }
        }
        return [.. everywhere!.Order(StringComparer.Ordinal).Take(150)];
    }
}
