using Search.Engine.Search.Queries;

namespace Search.Articles.Querying.Syntax;

/// <summary>A query as it was written, as a tree. The kinds are its nested records.</summary>
/// <param name="Span">Where it stands in the text.</param>
internal abstract record QueryNode(TextSpan Span)
{
    /// <summary>Every paragraph.</summary>
    internal sealed record Everything(TextSpan Span) : QueryNode(Span);

    /// <summary>A word, or what is written as one: its parts follow one another.</summary>
    /// <param name="Text">As it was typed, without escapes.</param>
    /// <param name="IsCased">Whether the case counts.</param>
    /// <param name="IsQuoted">Whether the wording counts, not the stem; in keyword fields: whether it is the whole value.</param>
    internal sealed record Word(TextSpan Span, string Text, bool IsCased, bool IsQuoted) : QueryNode(Span);

    /// <summary>Words with stars and question marks; a backslash takes the meaning from the next character.</summary>
    internal sealed record Pattern(TextSpan Span, string Text) : QueryNode(Span);

    /// <summary>Words that differ by at most so many letters.</summary>
    internal sealed record Fuzzy(TextSpan Span, string Text, int Edits) : QueryNode(Span);

    /// <summary>Words that fit a regular expression.</summary>
    internal sealed record Regex(TextSpan Span, string Expression) : QueryNode(Span);

    /// <summary>Two items or more one behind the other.</summary>
    /// <param name="Items">Words (quoted), patterns, gaps, and alternatives of these.</param>
    /// <param name="Slop">How far items may be moved together in all.</param>
    internal sealed record Phrase(TextSpan Span, IReadOnlyList<QueryNode> Items, int Slop) : QueryNode(Span);

    /// <summary>Any one word, between others of a phrase.</summary>
    internal sealed record Gap(TextSpan Span) : QueryNode(Span);

    /// <summary>Values between two others; null is open.</summary>
    internal sealed record Range(TextSpan Span, string? Low, string? High, bool IncludeLow, bool IncludeHigh) : QueryNode(Span);

    /// <summary>Two things near each other.</summary>
    /// <param name="Distance">The second starts at most so many positions behind the end of the first.</param>
    /// <param name="IsOrdered">Whether the left one comes first.</param>
    internal sealed record Near(TextSpan Span, QueryNode Left, QueryNode Right, int Distance, bool IsOrdered) : QueryNode(Span);

    /// <summary>Clauses that must, may or must not match.</summary>
    internal sealed record Combination(TextSpan Span, IReadOnlyList<QueryClause> Clauses) : QueryNode(Span)
    {
        /// <summary>Whether any of the clauses is enough.</summary>
        public bool IsChoice => Clauses.All(clause => clause.Occur == Occur.Should);

        public IEnumerable<QueryNode> That(Occur occur) => Clauses.Where(clause => clause.Occur == occur).Select(clause => clause.Node);
    }

    /// <summary>All in one sentence, paragraph or article.</summary>
    internal sealed record Scope(TextSpan Span, ScopeKind Kind, QueryNode Inner) : QueryNode(Span);

    /// <summary>So many matches in the article.</summary>
    internal sealed record AtLeast(TextSpan Span, int Count, QueryNode Inner) : QueryNode(Span);

    /// <summary>What is looked for in another field than the text.</summary>
    internal sealed record InField(TextSpan Span, QueryField Field, QueryNode Inner) : QueryNode(Span);

    /// <summary>What counts more or less for the order of results.</summary>
    internal sealed record Boosted(TextSpan Span, QueryNode Inner, float Boost) : QueryNode(Span);
}
