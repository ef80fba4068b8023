using Search.Engine.Automata;
using Search.Engine.Index;

namespace Search.Engine.Search.Queries;

/// <summary>Documents with a term within an edit distance of a word.</summary>
/// <remarks>
/// <para>An edit leaves out, puts in or exchanges one code point; swapping two neighbours is one edit too, if asked for. The
/// more similar a term, the more it counts: 1 minus the edits divided by the length of the shorter of both words, and 0 where that is
/// negative. The <see cref="MaxExpansions"/> best terms are taken, and all of them count as being as rare as the most frequent.</para>
/// <para>Search semantics notes, section 2.8.</para>
/// </remarks>
public sealed class FuzzyQuery : MultiTermQuery
{
    /// <summary>Most edits.</summary>
    public const int MaxSupportedEdits = EditStates.MaxEdits;

    /// <summary>How many terms are taken unless told otherwise.</summary>
    public const int DefaultMaxExpansions = 50;

    /// <summary>Most code points of a word behind the prefix that must agree.</summary>
    public const int MaxLength = 1000;

    private readonly int _length;
    private readonly Lazy<(CompiledAutomaton Set, sbyte[] Distances)> _automaton;

    /// <summary>Terms similar to a word.</summary>
    /// <param name="term">The field and the word.</param>
    /// <param name="maxEdits">0 to <see cref="MaxSupportedEdits"/>.</param>
    /// <param name="prefixLength">Code points at the start that must agree; not negative.</param>
    /// <param name="maxExpansions">How many terms at most, above 0.</param>
    /// <param name="transpositions">Whether a swap of two neighbours is one edit, not two.</param>
    /// <exception cref="TooComplexQueryException">A word of more than <see cref="MaxLength"/> code points behind the prefix.</exception>
    public FuzzyQuery(
        Term term, int maxEdits = MaxSupportedEdits, int prefixLength = 0, int maxExpansions = DefaultMaxExpansions, bool transpositions = true)
        : base(term?.Field ?? throw new ArgumentNullException(nameof(term)))
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxEdits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxEdits, MaxSupportedEdits);
        ArgumentOutOfRangeException.ThrowIfNegative(prefixLength);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxExpansions);
        Term = term;
        MaxEdits = maxEdits;
        PrefixLength = prefixLength;
        MaxExpansions = maxExpansions;
        Transpositions = transpositions;
        Method = RewriteMethod.TopTermsBlended(maxExpansions);
        _length = CodePoints.Count(term.Bytes);
        if (maxEdits > 0 && _length - prefixLength > MaxLength)
            throw new TooComplexQueryException($"a similar term of more than {MaxLength} characters");
        _automaton = new Lazy<(CompiledAutomaton, sbyte[])>(Compile);
    }

    /// <summary>The field and the word.</summary>
    public Term Term { get; }

    /// <summary>Most edits.</summary>
    public int MaxEdits { get; }

    /// <summary>Code points at the start that must agree.</summary>
    public int PrefixLength { get; }

    /// <summary>How many terms are taken at most.</summary>
    public int MaxExpansions { get; }

    /// <summary>Whether a swap of two neighbours is one edit.</summary>
    public bool Transpositions { get; }

    internal override bool HasBoosts => true;

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"{QueryText.FieldPrefix(Field, defaultField)}{Term.Text}~{MaxEdits}";

    internal override MatchingTerms OpenTerms(Terms terms) => terms.Intersect(_automaton.Value.Set);

    internal override float BoostOf(MatchingTerms terms)
    {
        int edits = _automaton.Value.Distances[terms.AutomatonState];
        return edits == 0 ? 1f : 1f - edits / (float)Math.Min(_length, CodePoints.Count(terms.Term));
    }

    internal override void AddCost(QueryCost cost)
    {
        cost.AddClause();
        cost.AddAutomaton(this, _automaton.Value.Set.Automaton.StateCount);
    }

    private protected override bool EqualsSameRule(MultiTermQuery other)
    {
        var that = (FuzzyQuery)other;
        return Term == that.Term && MaxEdits == that.MaxEdits && PrefixLength == that.PrefixLength
            && MaxExpansions == that.MaxExpansions && Transpositions == that.Transpositions;
    }

    private protected override int HashOfRule() => HashCode.Combine(Term, MaxEdits, PrefixLength, MaxExpansions, Transpositions);

    private (CompiledAutomaton Set, sbyte[] Distances) Compile()
    {
        // A prefix of as many UTF-16 code units as the word has leaves the word alone, as in Lucene.
        string word = Term.Text;
        int edits = PrefixLength >= word.Length ? 0 : MaxEdits;
        (Automaton automaton, sbyte[] distances) = LevenshteinAutomaton.Build(word, edits, Transpositions, PrefixLength);
        return (CompiledAutomaton.Of(automaton), distances);
    }
}
