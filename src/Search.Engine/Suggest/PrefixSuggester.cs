using System.Text;
using Search.Engine.Automata;
using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Suggest;

/// <summary>Completes what is being typed to terms of the index, the most frequent first; forgives mistyped beginnings if asked to.</summary>
/// <remarks>
/// Search semantics notes, section 7.2: a walk over the part of the terms dictionary that starts so. Immutable; shareable between threads.
/// </remarks>
public sealed class PrefixSuggester
{
    private readonly PrefixSuggesterOptions _options;

    /// <summary>A suggester.</summary>
    public PrefixSuggester(PrefixSuggesterOptions? options = null) => _options = options ?? new PrefixSuggesterOptions();

    /// <summary>The best terms that start with a text, or with one that is like it.</summary>
    /// <param name="reader">The index.</param>
    /// <param name="prefix">The field and what was typed, in the form in which terms are indexed.</param>
    /// <param name="count">How many at most; at least 1.</param>
    /// <exception cref="TooComplexQueryException">Edits in a text of more than <see cref="FuzzyQuery.MaxLength"/> code points.</exception>
    public Completions Suggest(IndexReader reader, Term prefix, int count)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        int length = CodePoints.Count(prefix.Bytes);
        int maxEdits = length < _options.MinLengthForEdits ? 0 : _options.MaxEdits;
        if (maxEdits > 0 && length > FuzzyQuery.MaxLength)
            throw new TooComplexQueryException($"a beginning of more than {FuzzyQuery.MaxLength} characters");

        CompiledAutomaton[] beginnings = [.. Enumerable.Range(0, maxEdits + 1).Select(edits => Beginning(prefix, edits))];
        var best = new BestList<(byte[] Term, long Weight, int Edits)>(
            count, static (one, other) => one.Edits != other.Edits ? one.Edits.CompareTo(other.Edits) : other.Weight.CompareTo(one.Weight));
        var terms = new MergedTerms(reader, prefix.Field, segment => segment.Intersect(beginnings[^1]));
        var visits = 0;
        var isPartial = false;
        while (!isPartial && terms.Next())
        {
            long weight = _options.Weight == CompletionWeight.DocFreq ? terms.DocFreq : terms.TotalTermFreq;
            int edits = EditsOf(terms.Term, beginnings);
            if (best.Takes(([], weight, edits)) && (!_options.LiveTermsOnly || terms.IsLive()))
                best.Add((terms.Term.ToArray(), weight, edits));
            isPartial = ++visits == _options.MaxVisits && terms.Next();
        }
        return new Completions([.. best.Items.Select(item => new Completion(Encoding.UTF8.GetString(item.Term), item.Weight, item.Edits))], isPartial);
    }

    private CompiledAutomaton Beginning(Term prefix, int edits) => edits == 0
        ? CompiledAutomaton.OfPrefix(prefix.Bytes)
        : CompiledAutomaton.Of(AutomatonOperations.WithAnyEnd(LevenshteinAutomaton.Build(prefix.Text, edits, transpositions: true, _options.ExactPrefix).Automaton));

    private static int EditsOf(ReadOnlySpan<byte> term, CompiledAutomaton[] beginnings)
    {
        var edits = 0;
        while (edits < beginnings.Length - 1 && !beginnings[edits].Matches(term))
            edits++;
        return edits;
    }
}
