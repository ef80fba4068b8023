using Search.Articles.Schema;
using Search.Engine.Search.Queries;

namespace Search.Articles.Querying;

/// <summary>The leaves of a query tree.</summary>
internal static class QueryLeaves
{
    /// <summary>Distinct leaves that can make a document match, in order; what is negated makes none.</summary>
    public static List<Query> Positive(Query query)
    {
        var leaves = new List<Query>();
        Collect(query, leaves, withNegated: false);
        return leaves;
    }

    /// <summary>Names of all fields that the query asks in, in order.</summary>
    public static IReadOnlyList<string> Fields(Query query)
    {
        var leaves = new List<Query>();
        Collect(query, leaves, withNegated: true);
        return [.. leaves.Select(FieldOf).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The field of a leaf; null when it has none.</summary>
    public static string? FieldOf(Query leaf) => leaf switch
    {
        TermQuery term => term.Term.Field,
        PhraseQuery phrase => phrase.Field,
        MultiPhraseQuery phrase => phrase.Field,
        SynonymQuery synonym => synonym.Field,
        MultiTermQuery terms => terms.Field,
        FieldExistsQuery exists => exists.Field,
        _ => null,
    };

    /// <summary>The leaves when the query is two or more words of the body that must all occur, and nothing else; otherwise empty.</summary>
    public static IReadOnlyList<Query> BareWords(Query query) =>
        query is BooleanQuery { Clauses.Count: > 1, MinimumShouldMatch: 0 } boolean
        && boolean.Clauses.All(clause => clause is { Occur: Occur.Must, Query: TermQuery { Term.Field: ArticleFields.Body } })
            ? [.. boolean.Clauses.Select(clause => clause.Query)]
            : [];

    private static void Collect(Query query, List<Query> leaves, bool withNegated)
    {
        switch (query)
        {
            case BooleanQuery boolean:
                foreach (BooleanClause clause in boolean.Clauses)
                {
                    if (withNegated || clause.Occur != Occur.MustNot)
                        Collect(clause.Query, leaves, withNegated);
                }
                break;
            case BoostQuery boost:
                Collect(boost.Query, leaves, withNegated);
                break;
            case ConstantScoreQuery constant:
                Collect(constant.Query, leaves, withNegated);
                break;
            case DisjunctionMaxQuery disjunction:
                foreach (Query disjunct in disjunction.Disjuncts)
                    Collect(disjunct, leaves, withNegated);
                break;
            case MatchAllQuery or MatchNoneQuery:
                break;
            default:
                if (!leaves.Contains(query))
                    leaves.Add(query);
                break;
        }
    }
}
