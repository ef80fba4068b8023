using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Suggest;

/// <summary>Finds terms that a mistyped word may stand for, straight in the terms dictionary.</summary>
/// <remarks>Search semantics notes, section 7.1; there is no index of its own. Immutable; shareable between threads.</remarks>
public sealed class SpellChecker
{
    private readonly SpellCheckerOptions _options;

    /// <summary>A checker.</summary>
    /// <param name="options">Lucene's defaults unless given.</param>
    public SpellChecker(SpellCheckerOptions? options = null) => _options = options ?? new SpellCheckerOptions();

    /// <summary>The best corrections of a word: by similarity, then by the number of documents, then in the order of their texts.</summary>
    /// <param name="reader">The index; deleted documents count.</param>
    /// <param name="word">The field and the word.</param>
    /// <param name="count">How many at most; at least 1.</param>
    /// <param name="mode">Whether words that the index has are corrected.</param>
    public IReadOnlyList<SpellSuggestion> Suggest(IndexReader reader, Term word, int count, SpellMode mode = SpellMode.WhenNotInIndex)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(word);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        int length = CodePoints.Count(word.Bytes);
        if (length < _options.MinQueryLength || length > Math.Min(_options.MaxQueryLength, FuzzyQuery.MaxLength))
            return [];
        Term term = _options.LowerCasesTerms ? new Term(word.Field, LowerCase.Of(word.Text)) : word;
        int docFreq = reader.DocFreq(term);
        if ((mode == SpellMode.WhenNotInIndex && docFreq > 0) || docFreq > MostOf(reader.MaxDoc))
            return [];

        int limit = (int)Math.Min((long)count * _options.MaxInspections, int.MaxValue);
        int minDocFreq = Math.Max(mode == SpellMode.MorePopular ? docFreq : 0, LeastOf(reader.MaxDoc));
        Dictionary<string, SpellSuggestion> found = Candidates(reader, term, 1, _options.MinPrefix, minDocFreq, limit)
            .ToDictionary(candidate => candidate.Text, StringComparer.Ordinal);
        if (_options.MaxEdits > 1 && found.Count < limit)
        {
            int prefix = Math.Max(_options.MinPrefix, _options.MaxEdits - 1);
            foreach (SpellSuggestion candidate in Candidates(reader, term, _options.MaxEdits, prefix, minDocFreq, limit))
                found.TryAdd(candidate.Text, candidate);
        }
        return [.. found.Values
            .OrderByDescending(candidate => candidate.Score)
            .ThenByDescending(candidate => candidate.DocFreq)
            .ThenBy(candidate => candidate.Text, StringComparer.Ordinal)
            .Take(count)];
    }

    // The most similar terms, equal ones in byte order.
    private IReadOnlyList<SpellSuggestion> Candidates(IndexReader reader, Term word, int edits, int prefixLength, int minDocFreq, int limit)
    {
        var query = new FuzzyQuery(word, edits, prefixLength);
        var best = new BestList<SpellSuggestion>(limit, static (one, other) => other.Score.CompareTo(one.Score));
        var terms = new MergedTerms(reader, word.Field, query.OpenTerms);
        while (terms.Next())
        {
            float score = query.BoostOf(terms.Current);
            if (terms.DocFreq > minDocFreq && score >= _options.Accuracy && !terms.Term.SequenceEqual(word.Bytes))
                best.Add(new SpellSuggestion(terms.Text, terms.DocFreq, score));
        }
        return best.Items;
    }

    private int LeastOf(int maxDoc) => _options.ThresholdFrequency switch
    {
        0 => 0,
        >= 1 => (int)_options.ThresholdFrequency,
        _ => (int)(_options.ThresholdFrequency * maxDoc) - 1,
    };

    private int MostOf(int maxDoc) => _options.MaxQueryFrequency >= 1
        ? (int)_options.MaxQueryFrequency
        : (int)Math.Ceiling(_options.MaxQueryFrequency * maxDoc);
}
