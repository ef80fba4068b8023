using Search.Articles.Querying.Syntax;
using Search.Engine.Search.Queries;

namespace Search.Articles.Querying.Shaping;

/// <summary>Brings a tree into the form that can be looked for: what has no meaning where it stands is reported and taken out.</summary>
/// <remarks>
/// Behind it holds: a combination has either required clauses or nothing but optional ones, never only excluded ones; beside near stand
/// words, patterns, phrases, nearness and choices of these; in a sentence besides these combinations of them. One query; one thread.
/// </remarks>
internal sealed class QueryShaper(QueryLog log)
{
    /// <summary>Most words, patterns and ranges of a query.</summary>
    public const int MaxClauses = 512;

    private readonly NearShaper _near = new(log);
    private int _clauses;

    /// <summary>The tree in its form; null when nothing is left.</summary>
    public QueryNode? Shape(QueryNode node) => Shape(node, ShapePlace.Paragraph, QueryField.Body);

    private QueryNode? Shape(QueryNode node, ShapePlace place, QueryField field) => node switch
    {
        QueryNode.Combination combination => ShapeCombination(combination, place, field),
        QueryNode.Near near => ShapeNear(near, field),
        QueryNode.Scope scope => ShapeScope(scope, place, field),
        QueryNode.AtLeast atLeast => ShapeAtLeast(atLeast, place, field),
        QueryNode.InField named => ShapeField(named, place, field),
        QueryNode.Boosted boosted => ShapeBoosted(boosted, place, field),
        _ => ShapeLeaf(node, place, field),
    };

    private QueryNode? ShapeLeaf(QueryNode leaf, ShapePlace place, QueryField field)
    {
        if (++_clauses > MaxClauses)
        {
            if (_clauses == MaxClauses + 1)
                log.Fault(leaf.Span, $"A query has at most {MaxClauses} clauses.", "From here on the rest was left out.", isLimit: true);
            return null;
        }
        if (place is ShapePlace.Sentence or ShapePlace.Count or ShapePlace.Near && leaf is QueryNode.Everything or QueryNode.Range)
            return Refuse(leaf.Span, "Ranges and a star by itself cannot stand beside near, in a sentence or in what is counted.", "They were left out.");
        QueryNode? shaped = LeafShaper.Shape(leaf, field, log);
        return shaped is null || place is ShapePlace.Paragraph or ShapePlace.Article ? shaped : _near.WithoutSlop(shaped);
    }

    private QueryNode? ShapeBoosted(QueryNode.Boosted boosted, ShapePlace place, QueryField field)
    {
        QueryNode? inner = Shape(boosted.Inner, place, field);
        if (inner is null || place is ShapePlace.Paragraph or ShapePlace.Article)
            return inner is null ? null : boosted with { Inner = inner };
        log.Fault(boosted.Span, "^ has no meaning beside near, in a sentence or in what is counted.", "It was left out.");
        return inner;
    }

    private QueryNode? ShapeField(QueryNode.InField named, ShapePlace place, QueryField field)
    {
        if (place is not (ShapePlace.Paragraph or ShapePlace.Article))
        {
            log.Fault(named.Span, $"{named.Field.Name}: cannot stand beside near, in a sentence or in what is counted; a field goes before the whole: headline:(visit near/5 paris).", "The field was left out.");
            return named.Field.IsText ? Shape(named.Inner, place, field) : null;
        }
        QueryNode? inner = Shape(named.Inner, place, named.Field);
        // "headline:(outlet:x)": the inner field is the one that counts.
        return inner switch
        {
            null => null,
            QueryNode.InField innermost => innermost.Field == field ? innermost.Inner : innermost,
            _ => named.Field == field ? inner : named with { Inner = inner },
        };
    }

    private QueryNode? ShapeCombination(QueryNode.Combination combination, ShapePlace place, QueryField field)
    {
        var clauses = new List<QueryClause>();
        foreach (QueryClause clause in combination.Clauses)
        {
            if (Shape(clause.Node, place, field) is { } node)
                clauses.Add(clause with { Node = node });
        }
        if (place == ShapePlace.Near && clauses.Exists(clause => clause.Occur == Occur.MustNot))
        {
            log.Fault(combination.Span, "What stands beside near/5 cannot be excluded.", "The excluded word was left out.");
            clauses.RemoveAll(clause => clause.Occur == Occur.MustNot);
        }
        bool mayBeNegative = place is ShapePlace.Paragraph or ShapePlace.Article;
        if (!mayBeNegative && clauses.Count > 0 && clauses.TrueForAll(clause => clause.Occur == Occur.MustNot))
            return Refuse(combination.Span, "Something must be looked for before something can be excluded.", "The excluded words were left out.");
        return Combinations.Normal(combination.Span, clauses);
    }

    private QueryNode? ShapeNear(QueryNode.Near near, QueryField field)
    {
        if (!field.IsText)
            return Refuse(near.Span, $"{field.Name}: has values, not words that could be near each other.", "It was left out.");
        QueryNode? left = Shape(near.Left, ShapePlace.Near, field);
        QueryNode? right = Shape(near.Right, ShapePlace.Near, field);
        if (left is null || right is null)
            return left ?? right;
        return _near.Join(near, left, right);
    }

    private QueryNode? ShapeScope(QueryNode.Scope scope, ShapePlace place, QueryField field)
    {
        if (field.Kind != FieldKind.Body)
        {
            log.Fault(scope.Span, "s:, p: and a: are about the text, not about a field.", "They were left out.");
            return Shape(scope.Inner, place, field);
        }
        return scope.Kind switch
        {
            ScopeKind.Sentence => ShapeSentence(scope, place),
            ScopeKind.Paragraph when place == ShapePlace.Article => Wrapped(scope, Shape(scope.Inner, ShapePlace.Paragraph, field)),
            ScopeKind.Article when place == ShapePlace.Paragraph => Wrapped(scope, Shape(scope.Inner, ShapePlace.Article, field)),
            ScopeKind.Paragraph when place == ShapePlace.Paragraph => Shape(scope.Inner, place, field),
            ScopeKind.Article when place == ShapePlace.Article => Shape(scope.Inner, place, field),
            _ => WithoutScope(scope, place),
        };
    }

    private QueryNode? ShapeSentence(QueryNode.Scope scope, ShapePlace place)
    {
        if (place == ShapePlace.Sentence)
            return Shape(scope.Inner, place, QueryField.Body);
        if (place is ShapePlace.Near)
            return WithoutScope(scope, place);
        if (place is ShapePlace.Count || scope.Inner is not QueryNode.Combination { IsChoice: false } all || !all.Clauses.Any(IsFielded))
            return Wrapped(scope, Shape(scope.Inner, ShapePlace.Sentence, QueryField.Body));
        QueryNode[] fielded = [.. all.Clauses.Where(IsFielded).Select(clause => clause.Node)];
        log.Fault(fielded[0].Span, "A field cannot stand in a sentence.", "It was taken to be meant beside it.");
        QueryNode? rest = Combinations.Normal(scope.Span, [.. all.Clauses.Where(clause => !IsFielded(clause))]);
        QueryNode? sentence = rest is null ? null : ShapeScope(scope with { Inner = rest }, place, QueryField.Body);
        List<QueryClause> clauses = [.. all.Clauses.Where(IsFielded).Select(clause => (clause.Occur, Node: Shape(clause.Node, place, QueryField.Body)))
            .Where(clause => clause.Node is not null).Select(clause => new QueryClause(clause.Occur, clause.Node!))];
        return Combinations.Normal(scope.Span, sentence is null ? clauses : [new QueryClause(Occur.Must, sentence), .. clauses]);
    }

    private static bool IsFielded(QueryClause clause) => clause is { Node: QueryNode.InField, Occur: Occur.Must or Occur.MustNot };

    private QueryNode? WithoutScope(QueryNode.Scope scope, ShapePlace place)
    {
        log.Fault(scope.Span, "s:, p: and a: cannot stand beside near, in a sentence or in what is counted.", "They were left out.");
        return Shape(scope.Inner, place, QueryField.Body);
    }

    private static QueryNode? Wrapped(QueryNode.Scope scope, QueryNode? inner) => inner is null ? null : scope with { Inner = inner };

    private QueryNode? ShapeAtLeast(QueryNode.AtLeast atLeast, ShapePlace place, QueryField field)
    {
        if (place is not (ShapePlace.Paragraph or ShapePlace.Article) || field.Kind != FieldKind.Body)
        {
            log.Fault(atLeast.Span, "atleast counts matches in an article: it cannot stand beside near, in a sentence or in a field.", "It was left out.");
            return Shape(atLeast.Inner, place, field);
        }
        if (Shape(atLeast.Inner, ShapePlace.Count, field) is not { } inner)
            return null;
        if (IsCountable(inner))
            return atLeast with { Inner = inner };
        List<QueryNode> parts = inner is QueryNode.Combination { IsChoice: false } all ? [.. all.That(Occur.Must).Where(IsCountable)] : [];
        if (parts.Count == 0 || parts.Count < ((QueryNode.Combination)inner).Clauses.Count)
            log.Fault(atLeast.Span, "atleast counts matches of words, phrases, choices and nearness: atleast3(visit OR trip).", "What cannot be counted was left out.");
        else
            log.Hint($"atleast{atLeast.Count} was understood for each of the words by itself.");
        return Combinations.Normal(atLeast.Span, [.. parts.Select(part => new QueryClause(Occur.Must, atLeast with { Inner = part }))]);
    }

    private static bool IsCountable(QueryNode node) => NearShaper.HasPlaces(node) || node is QueryNode.Scope { Kind: ScopeKind.Sentence };

    private QueryNode? Refuse(TextSpan span, string reason, string repair)
    {
        log.Fault(span, reason, repair);
        return null;
    }
}
