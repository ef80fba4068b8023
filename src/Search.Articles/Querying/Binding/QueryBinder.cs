using Search.Articles.Querying.Syntax;
using Search.Articles.Schema;
using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;

namespace Search.Articles.Querying.Binding;

/// <summary>Turns a shaped tree into engine queries about paragraphs.</summary>
/// <remarks>One query; one thread.</remarks>
/// <param name="now">What dates such as <c>last-7d</c> are counted from.</param>
internal sealed class QueryBinder(DateTimeOffset now)
{
    private static readonly Query IsArticle = new TermQuery(new Term(ArticleFields.Kind, ArticleFields.ArticleKindValue));
    private static readonly ParentFilter Articles = new(IsArticle);
    private static readonly Query FirstParagraph = new ColumnRangeQuery(ArticleFields.Ordinal, 0, 0);

    private readonly List<(Query Query, string Text)> _leaves = [];

    /// <summary>What dates are counted from.</summary>
    private DateTimeOffset Now { get; } = now;

    /// <summary>The leaves that can make a mark, distinct, in order, each as it was written.</summary>
    public IReadOnlyList<(Query Query, string Text)> Leaves => _leaves;

    /// <summary>A part of the query, about paragraphs.</summary>
    public BoundQuery Bind(QueryNode node) => Bind(node, QueryField.Body);

    private BoundQuery Bind(QueryNode node, QueryField field) => node switch
    {
        QueryNode.Combination combination => BindCombination(combination, field),
        QueryNode.Boosted boosted => BindBoosted(boosted, field),
        QueryNode.InField named => Bind(named.Inner, named.Field),
        QueryNode.Scope { Kind: ScopeKind.Sentence } => BoundQuery.Positive(Leaf(new PlaceCompiler().Compile(node, field.IndexField), node, field)),
        QueryNode.Scope { Kind: ScopeKind.Paragraph } scope => Bind(scope.Inner, field),
        QueryNode.Scope scope => BindArticle(scope.Inner, field),
        QueryNode.AtLeast => BindArticle(node, field),
        QueryNode.Everything when field.Kind == FieldKind.Body => BoundQuery.NeutralOf(new MatchAllQuery()),
        _ => BindLeaf(node, field),
    };

    private BoundQuery BindBoosted(QueryNode.Boosted boosted, QueryField field)
    {
        BoundQuery inner = Bind(boosted.Inner, field);
        var match = new BoostQuery(inner.Match, boosted.Boost);
        return new BoundQuery(match, inner.IsPositive ? match : inner.Mark, inner.IsNeutral ? match : inner.Neutral);
    }

    private BoundQuery BindLeaf(QueryNode node, QueryField field)
    {
        Query query = LeafQuery(node, field);
        switch (field.Kind)
        {
            case FieldKind.Body or FieldKind.MentionText or FieldKind.Mention:
                return BoundQuery.Positive(Leaf(query, node, field));
            case FieldKind.Lead:
                return BoundQuery.Positive(Combine.All(Leaf(query, node, field), new FieldExistsQuery(ArticleFields.Lead)));
            case FieldKind.Headline:
                return new BoundQuery(Leaf(query, node, field), Combine.All(query, FirstParagraph), null);
            case FieldKind.Key:
                return BoundQuery.Positive(query);
            case FieldKind.Address or FieldKind.Site:
                return BoundQuery.NeutralOf(InArticles(query));
            default:
                return BoundQuery.NeutralOf(query);
        }
    }

    private Query LeafQuery(QueryNode node, QueryField field) => field.Kind switch
    {
        FieldKind.Body or FieldKind.Headline or FieldKind.Lead or FieldKind.MentionText => WordBinder.Bind(node, field.IndexField),
        FieldKind.Mention => Mention(node, field),
        FieldKind.Keyword => KeywordBinder.Value(node, field.Name),
        FieldKind.Date => PublishedBinder.Bind(node, Now),
        FieldKind.Site => node is QueryNode.Word site ? KeywordBinder.Site(site.Text) : KeywordBinder.Exact(node, QueryField.Url.Name),
        _ => KeywordBinder.Exact(node, field.Name),
    };

    // A whole name is a value, a word of one is text: both stand in the index.
    private static Query Mention(QueryNode node, QueryField field)
    {
        if (node is QueryNode.Word { IsQuoted: true } or QueryNode.Range or QueryNode.Everything
            || (node is QueryNode.Pattern pattern && PhraseParser.OfPattern(pattern.Text, pattern.Span) is not QueryNode.Pattern))
            return KeywordBinder.Value(node, field.Name);
        string text = field.Name == ArticleFields.Name ? ArticleFields.Names : ArticleFields.Places;
        return WordBinder.Bind(node is QueryNode.Word word ? word with { IsQuoted = true } : node, text);
    }

    private BoundQuery BindCombination(QueryNode.Combination combination, QueryField field)
    {
        List<BoundQuery> required = [.. combination.That(Occur.Must).Select(node => Bind(node, field))];
        List<BoundQuery> optional = [.. combination.That(Occur.Should).Select(node => Bind(node, field))];
        List<Query> excluded = [.. combination.That(Occur.MustNot).Select(node => new QueryBinder(Now).Bind(node, field).Match)];
        return combination.IsChoice ? AnyOf(optional) : AllOf(required, [.. optional.Select(part => part.Hits)], excluded);
    }

    private static BoundQuery AnyOf(List<BoundQuery> parts)
    {
        Query match = Combine.Any([.. parts.Select(part => part.Match)]);
        List<Query> marks = [.. parts.Select(part => part.Mark).OfType<Query>()];
        List<Query> neutrals = [.. parts.Select(part => part.Neutral).OfType<Query>()];
        return new BoundQuery(
            match,
            parts.TrueForAll(part => part.IsPositive) ? match : marks.Count == 0 ? null : Combine.All(match, Combine.Any(marks)),
            parts.TrueForAll(part => part.IsNeutral) ? match : neutrals.Count == 0 ? null : Combine.Any(neutrals));
    }

    // True where all are; it shows something where one of them does.
    private static BoundQuery AllOf(List<BoundQuery> required, List<Query> optional, List<Query> excluded)
    {
        bool isScored = required.Exists(part => !part.IsNeutral);
        Query match = new BooleanQuery(
        [
            .. required.Select(part => new BooleanClause(part.Match, isScored && part.IsNeutral ? Occur.Filter : Occur.Must)),
            .. optional.Select(query => new BooleanClause(query, Occur.Should)),
            .. excluded.Select(query => new BooleanClause(query, Occur.MustNot)),
        ]);
        if (required.Exists(part => part.IsPositive))
            return BoundQuery.Positive(match);
        List<Query> marks = [.. required.Select(part => part.Mark).OfType<Query>()];
        Query? mark = marks.Count == 0 ? null : Combine.All(match, Combine.Any(marks));
        if (required.TrueForAll(part => part.IsNeutral))
            return BoundQuery.NeutralOf(match);
        List<Query> neutrals = [.. required.Select(part => part.Neutral).OfType<Query>()];
        return new BoundQuery(match, mark, neutrals.Count < required.Count ? null : Combine.All(match, [.. neutrals]));
    }

    // Paragraphs of articles of which something is true; what shows is optional where another clause shows something.
    private BoundQuery BindArticle(QueryNode inner, QueryField field)
    {
        Query inArticles = InArticles(new ArticleBinder(this).Bind(inner, field));
        if (ShownOf(inner, field) is not { } shown)
            return BoundQuery.NeutralOf(inArticles);
        return new BoundQuery(
            new BooleanQuery([new BooleanClause(inArticles, Occur.Filter), new BooleanClause(shown, Occur.Should)]),
            Combine.All(shown, inArticles),
            null);
    }

    /// <summary>What shows in a paragraph of an article of which something is true; null when nothing does.</summary>
    private Query? ShownOf(QueryNode node, QueryField field)
    {
        switch (node)
        {
            case QueryNode.Combination combination:
                List<Query> parts = [.. combination.Clauses
                    .Where(clause => clause.Occur != Occur.MustNot)
                    .Select(clause => clause.Occur == Occur.Must ? ShownOf(clause.Node, field) : ShownWhereTrue(clause.Node, field))
                    .OfType<Query>()];
                return parts.Count == 0 ? null : Combine.Any(parts);
            case QueryNode.Boosted boosted:
                return ShownOf(boosted.Inner, field) is { } shown ? new BoostQuery(shown, boosted.Boost) : null;
            case QueryNode.InField named:
                return ShownOf(named.Inner, named.Field);
            case QueryNode.AtLeast atLeast:
                return Bind(atLeast.Inner, field).Mark;
            default:
                return Bind(node, field).Mark;
        }
    }

    // An alternative that is not true of the article shows nothing, though some of its words may stand there.
    private Query? ShownWhereTrue(QueryNode node, QueryField field)
    {
        if (ShownOf(node, field) is not { } shown)
            return null;
        QueryNode inner = node is QueryNode.InField { Inner: var named } ? named : node;
        return inner is QueryNode.Combination or QueryNode.AtLeast or QueryNode.Boosted
            ? Combine.All(shown, InArticles(new ArticleBinder(this).Bind(node, field)))
            : shown;
    }

    /// <summary>All paragraphs of the articles whose own document matches.</summary>
    private static ToChildBlockJoinQuery InArticles(Query query) =>
        new(new BooleanQuery([new BooleanClause(query, Occur.Must), new BooleanClause(IsArticle, Occur.Filter)]), Articles);

    private Query Leaf(Query query, QueryNode node, QueryField field)
    {
        if (!_leaves.Exists(leaf => leaf.Query.Equals(query)))
            _leaves.Add((query, QueryPrinter.Print(field.Kind == FieldKind.Body ? node : new QueryNode.InField(node.Span, field, node))));
        return query;
    }

    /// <summary>Turns parts of a tree into queries about articles: what any of their paragraphs has, or they have themselves.</summary>
    private sealed class ArticleBinder(QueryBinder paragraphs)
    {
        public Query Bind(QueryNode node, QueryField field) => node switch
        {
            QueryNode.Combination combination => new BooleanQuery(
                [.. combination.Clauses.Select(clause => new BooleanClause(Bind(clause.Node, field), clause.Occur))]),
            QueryNode.Boosted boosted => Bind(boosted.Inner, field),
            QueryNode.InField named => Bind(named.Inner, named.Field),
            QueryNode.AtLeast atLeast => new MinimumScoreQuery(
                new ToParentBlockJoinQuery(new PlaceCompiler().Compile(atLeast.Inner, field.IndexField, OccurrenceScores.Count), Articles, ChildScores.Total), atLeast.Count),
            QueryNode.Everything when field.Kind == FieldKind.Body => IsArticle,
            QueryNode.Scope scope => HavingParagraph(Unrecorded().Bind(scope, field).Match),
            _ when field.Kind is FieldKind.Headline or FieldKind.Keyword or FieldKind.Id or FieldKind.Date or FieldKind.Address or FieldKind.Site =>
                paragraphs.LeafQuery(node, field),
            _ => HavingParagraph(Unrecorded().Bind(node, field).Match),
        };

        // What is asked of the article makes no marks by itself.
        private QueryBinder Unrecorded() => new(paragraphs.Now);

        private static ToParentBlockJoinQuery HavingParagraph(Query query) => new(
            Combine.All(query, new TermQuery(new Term(ArticleFields.Kind, ArticleFields.ParagraphKindValue))), Articles, ChildScores.None);
    }
}
