using Search.Articles.Querying;
using Search.Articles.Schema;
using Search.Engine.Search.Queries;

namespace Search.Articles.Ranking;

/// <summary>What a query asks paragraphs for, each with its weight: how often it is asked for, times the boosts around it.</summary>
internal static class WeightedLeaves
{
    /// <returns>In order, each once; what is negated is not asked for.</returns>
    public static IReadOnlyList<(Query Leaf, float Weight)> Of(Query query)
    {
        var order = new List<Query>();
        var weights = new Dictionary<Query, float>();
        Collect(query, 1f, order, weights);
        return [.. order.Select(leaf => (leaf, weights[leaf]))];
    }

    private static void Collect(Query query, float weight, List<Query> order, Dictionary<Query, float> weights)
    {
        switch (query)
        {
            case BooleanQuery boolean:
                foreach (BooleanClause clause in boolean.Clauses.Where(clause => clause.Occur != Occur.MustNot))
                    Collect(clause.Query, weight, order, weights);
                break;
            case BoostQuery boost:
                Collect(boost.Query, weight * boost.Boost, order, weights);
                break;
            case ConstantScoreQuery constant:
                Collect(constant.Query, weight, order, weights);
                break;
            case DisjunctionMaxQuery disjunction:
                foreach (Query disjunct in disjunction.Disjuncts)
                    Collect(disjunct, weight, order, weights);
                break;
            case not null when QueryLeaves.FieldOf(query) == ArticleFields.Body:
                if (!weights.TryAdd(query, weight))
                    weights[query] += weight;
                else
                    order.Add(query);
                break;
            default:
                // Other fields, and what only paragraphs can be asked for.
                break;
        }
    }
}
