using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Suggest;

/// <summary>Makes a query of a document or a text that finds similar documents: any of the words that tell most about it.</summary>
/// <remarks>
/// <para>A word tells <c>(float)(tf * idf)</c> with <c>idf = (float)(ln((N + 1) / (df + 1)) + 1)</c>, N the documents that have the field.
/// The clauses stand with the word that tells least first, equals in descending order of the terms; of equals at the limit
/// those that sort first stay. The query finds the document itself too: take it out with a clause that must not match.</para>
/// <para>Immutable; shareable. The reader stays the caller's. Source: search semantics notes, section 7.3.</para>
/// </remarks>
public sealed class MoreLikeThis
{
    private readonly IndexReader _reader;
    private readonly Analyzer _analyzer;
    private readonly string[] _fields;
    private readonly MoreLikeThisOptions _options;

    /// <summary>Finds what is similar in an index.</summary>
    /// <param name="analyzer">The analyzer with which the fields were indexed.</param>
    /// <param name="fields">The fields that are compared; their texts must be stored for <see cref="Like(int)"/>.</param>
    public MoreLikeThis(IndexReader reader, Analyzer analyzer, IReadOnlyList<string> fields, MoreLikeThisOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentNullException.ThrowIfNull(fields);
        _reader = reader;
        _analyzer = analyzer;
        _fields = [.. fields];
        _options = options ?? new MoreLikeThisOptions();
    }

    /// <summary>What is like a document of the index, by its stored texts.</summary>
    /// <param name="doc">Index-wide document id.</param>
    public Query Like(int doc) => QueryOf(TellingTerms(doc));

    /// <summary>What is like some texts in a field.</summary>
    public Query Like(string field, params IReadOnlyList<string> texts) => QueryOf(TellingTerms(field, texts));

    /// <summary>The words that tell most about a document of the index, the one that tells least first.</summary>
    /// <param name="doc">Index-wide document id.</param>
    public IReadOnlyList<TellingTerm> TellingTerms(int doc)
    {
        var counts = new SortedDictionary<Term, int>();
        var stored = new StoredTexts(_fields);
        _reader.VisitStored(doc, stored);
        foreach ((string field, string text) in stored.Texts)
            Count(field, text, counts);
        return Best(counts);
    }

    /// <summary>The words that tell most about some texts in a field, the one that tells least first.</summary>
    public IReadOnlyList<TellingTerm> TellingTerms(string field, params IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(texts);
        var counts = new SortedDictionary<Term, int>();
        foreach (string text in texts)
            Count(field, text, counts);
        return Best(counts);
    }

    private void Count(string field, string text, SortedDictionary<Term, int> counts)
    {
        TokenStream stream = _analyzer.Open(field, text);
        for (var read = 0; read < _options.MaxTokensParsed && stream.Next(); read++)
        {
            ReadOnlySpan<char> word = stream.Token.Text;
            if (IsNoise(word))
                continue;
            var term = new Term(field, word.ToString());
            counts[term] = counts.GetValueOrDefault(term) + 1;
        }
    }

    private bool IsNoise(ReadOnlySpan<char> word) =>
        (_options.MinWordLength > 0 && word.Length < _options.MinWordLength)
        || (_options.MaxWordLength > 0 && word.Length > _options.MaxWordLength)
        || (_options.StopWords is { } stopWords && stopWords.Contains(word));

    private TellingTerm[] Best(SortedDictionary<Term, int> counts)
    {
        var docCounts = new Dictionary<string, long>(StringComparer.Ordinal);
        var telling = new List<TellingTerm>();
        foreach ((Term term, int freq) in counts)
        {
            if (freq < _options.MinTermFreq)
                continue;
            int docFreq = _reader.DocFreq(term);
            if (docFreq == 0 || docFreq < _options.MinDocFreq || docFreq > _options.MaxDocFreq)
                continue;
            if (!docCounts.TryGetValue(term.Field, out long docCount))
                docCounts.Add(term.Field, docCount = DocCountOf(term.Field));
            telling.Add(new TellingTerm(term, freq * Idf(docFreq, docCount)));
        }
        // A stable sort: equals stay in the order of the terms.
        TellingTerm[] best = [.. telling.OrderByDescending(term => term.Score).Take(_options.MaxQueryTerms)];
        Array.Reverse(best);
        return best;
    }

    private BooleanQuery QueryOf(IReadOnlyList<TellingTerm> terms)
    {
        var clauses = new BooleanClause[terms.Count];
        for (var i = 0; i < clauses.Length; i++)
        {
            Query query = new TermQuery(terms[i].Term);
            if (_options.Boost)
                query = new BoostQuery(query, _options.BoostFactor * terms[i].Score / terms[0].Score);
            clauses[i] = new BooleanClause(query, Occur.Should);
        }
        return new BooleanQuery(clauses);
    }

    private long DocCountOf(string field)
    {
        var count = 0L;
        foreach (Leaf leaf in _reader.Leaves)
            count += leaf.Reader.Terms(field)?.DocCount ?? 0;
        return count;
    }

    /// <summary>How rare a word is, by the classic formula.</summary>
    internal static float Idf(long docFreq, long docCount) => (float)(Math.Log((docCount + 1) / (double)(docFreq + 1)) + 1);

    private sealed class StoredTexts(string[] fields) : StoredFieldVisitor
    {
        public List<(string Field, string Text)> Texts { get; } = [];

        public override Decision Needs(FieldInfo field) => Array.IndexOf(fields, field.Name) >= 0 ? Decision.Read : Decision.Skip;

        public override void Visit(FieldInfo field, string value) => Texts.Add((field.Name, value));
    }
}
