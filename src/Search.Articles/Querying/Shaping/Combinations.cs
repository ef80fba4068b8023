using Search.Articles.Querying.Syntax;
using Search.Engine.Search.Queries;

namespace Search.Articles.Querying.Shaping;

/// <summary>The one form of a combination: what means the same is the same.</summary>
internal static class Combinations
{
    /// <summary>
    /// A combination without combinations of its own kind in it; what is excluded from a choice is excluded beside it; excluded
    /// clauses alone are taken from everything. Null without clauses.
    /// </summary>
    public static QueryNode? Normal(TextSpan span, List<QueryClause> clauses)
    {
        if (clauses.Count == 0)
            return null;
        if (clauses is [{ Occur: not Occur.MustNot } only])
            return only.Node;
        List<QueryClause> optional = clauses.FindAll(clause => clause.Occur == Occur.Should);
        List<QueryClause> others = clauses.FindAll(clause => clause.Occur != Occur.Should);
        if (others.Count == 0)
            return new QueryNode.Combination(span, Flat(optional, Occur.Should));
        if (optional.Count == 0)
            return Required(span, others);
        List<QueryClause> excluded = others.FindAll(clause => clause.Occur == Occur.MustNot);
        if (excluded.Count == 0)
            return new QueryNode.Combination(span, [.. others, .. optional]);
        QueryNode kept = Normal(span, [.. others.Except(excluded), .. optional])!;
        return Required(span, [new QueryClause(Occur.Must, kept), .. excluded]);
    }

    private static QueryNode Required(TextSpan span, List<QueryClause> clauses)
    {
        List<QueryClause> flat = Flat(clauses, Occur.Must);
        bool hasMore = flat.Exists(clause => clause is { Occur: Occur.Must, Node: not QueryNode.Everything });
        if (hasMore)
            flat.RemoveAll(clause => clause is { Occur: Occur.Must, Node: QueryNode.Everything });
        else if (!flat.Exists(clause => clause.Occur == Occur.Must))
            flat.Insert(0, new QueryClause(Occur.Must, new QueryNode.Everything(span)));
        else
            KeepOneEverything(flat);
        return flat is [{ Occur: Occur.Must } only] ? only.Node : new QueryNode.Combination(span, flat);
    }

    private static void KeepOneEverything(List<QueryClause> clauses)
    {
        int first = clauses.FindIndex(clause => clause.Occur == Occur.Must);
        clauses.RemoveAll(clause => clause.Occur == Occur.Must && clause != clauses[first]);
    }

    private static List<QueryClause> Flat(List<QueryClause> clauses, Occur occur) =>
        [.. clauses.SelectMany(clause => clause.Occur == occur && clause.Node is QueryNode.Combination inner && IsAlike(inner, occur) ? inner.Clauses : [clause])];

    private static bool IsAlike(QueryNode.Combination inner, Occur occur) => occur == Occur.Should ? inner.IsChoice : !inner.Clauses.Any(clause => clause.Occur == Occur.Should);
}
