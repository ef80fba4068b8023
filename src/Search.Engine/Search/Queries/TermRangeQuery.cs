using Search.Engine.Automata;
using Search.Engine.Index;

namespace Search.Engine.Search.Queries;

/// <summary>Documents with a term between two bounds in the order of unsigned bytes; constant score.</summary>
public sealed class TermRangeQuery : MultiTermQuery
{
    private readonly CompiledAutomaton _set;

    /// <summary>Terms from <paramref name="low"/> to <paramref name="high"/>; a bound that is null is open.</summary>
    public TermRangeQuery(string field, string? low, string? high, bool includeLow, bool includeHigh)
        : this(field, low is null ? null : new Term(field, low), high is null ? null : new Term(field, high), includeLow, includeHigh)
    {
    }

    /// <summary>Terms from <paramref name="low"/> to <paramref name="high"/>; a bound that is null is open.</summary>
    public TermRangeQuery(string field, Term? low, Term? high, bool includeLow, bool includeHigh)
        : base(field)
    {
        if (low is not null && low.Field != field)
            throw new ArgumentException("bound of another field", nameof(low));
        if (high is not null && high.Field != field)
            throw new ArgumentException("bound of another field", nameof(high));
        Low = low;
        High = high;
        IncludeLow = includeLow;
        IncludeHigh = includeHigh;
        _set = CompiledAutomaton.OfRange(low?.Bytes.ToArray(), high?.Bytes.ToArray(), includeLow, includeHigh);
    }

    /// <summary>Lower bound, null when open.</summary>
    public Term? Low { get; }

    /// <summary>Upper bound, null when open.</summary>
    public Term? High { get; }

    /// <summary>Whether <see cref="Low"/> itself fits.</summary>
    public bool IncludeLow { get; }

    /// <summary>Whether <see cref="High"/> itself fits.</summary>
    public bool IncludeHigh { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) =>
        $"{QueryText.FieldPrefix(Field, defaultField)}{(IncludeLow ? '[' : '{')}{Bound(Low)} TO {Bound(High)}{(IncludeHigh ? ']' : '}')}";

    // A star that is meant as text is escaped: a bare one is an open bound.
    private static string Bound(Term? bound) => bound is null ? "*" : bound.Text is "*" ? "\\*" : bound.Text;

    internal override MatchingTerms OpenTerms(Terms terms) => terms.Intersect(_set);

    private protected override bool EqualsSameRule(MultiTermQuery other)
    {
        var that = (TermRangeQuery)other;
        return Low == that.Low && High == that.High && IncludeLow == that.IncludeLow && IncludeHigh == that.IncludeHigh;
    }

    private protected override int HashOfRule() => HashCode.Combine(Low, High, IncludeLow, IncludeHigh);
}
