using Search.Engine.Search.Queries;

namespace Search.Articles.Querying;

/// <summary>The leaves of a query tree.</summary>
internal static class QueryLeaves
{
    /// <summary>Distinct leaves that can make a document match by words in it, in order; what is negated makes none.</summary>
    public static List<Query> Positive(Query query)
    {
        var leaves = new List<Query>();
        Collect(query, leaves);
        return leaves;
    }

    /// <summary>The field of a leaf; null when it has none.</summary>
    public static string? FieldOf(Query leaf) => leaf switch
    {
        TermQuery term => term.Term.Field,
        PhraseQuery phrase => phrase.Field,
        MultiPhraseQuery phrase => phrase.Field,
        SynonymQuery synonym => synonym.Field,
        MultiTermQuery terms => terms.Field,
        OccurrenceQuery occurrences => occurrences.Field,
        _ => null,
    };

    private static void Collect(Query query, List<Query> leaves)
    {
        switch (query)
        {
            case BooleanQuery boolean:
                foreach (BooleanClause clause in boolean.Clauses)
                {
                    if (clause.Occur != Occur.MustNot)
                        Collect(clause.Query, leaves);
                }
                break;
            case BoostQuery boost:
                Collect(boost.Query, leaves);
                break;
            case ConstantScoreQuery constant:
                Collect(constant.Query, leaves);
                break;
            case DisjunctionMaxQuery disjunction:
                foreach (Query disjunct in disjunction.Disjuncts)
                    Collect(disjunct, leaves);
                break;
            case MatchAllQuery or MatchNoneQuery or FieldExistsQuery or ColumnRangeQuery or ToChildBlockJoinQuery:
                break;
            default:
                if (!leaves.Contains(query))
                    leaves.Add(query);
                break;
        }
    }
}
