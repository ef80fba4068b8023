using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Articles.Ranking;

/// <summary>Asks another field for the words that a query asks the body for: any of them adds to the score.</summary>
internal static class FieldRetargeting
{
    /// <param name="leaves">What the query asks the body for.</param>
    /// <param name="target">The other field.</param>
    /// <returns>Null when the query asks the body for nothing that another field could hold.</returns>
    public static Query? Retarget(IReadOnlyList<(Query Leaf, float Weight)> leaves, string target) =>
        Any(leaves.Select(entry => (Leaf(entry.Leaf, target), entry.Weight)));

    /// <summary>Any of some queries, each with its weight; null without any.</summary>
    public static Query? Any(IEnumerable<(Query? Query, float Weight)> queries)
    {
        BooleanClause[] clauses = [.. queries
            .Where(entry => entry.Query is not null && entry.Weight > 0)
            .Select(entry => new BooleanClause(entry.Weight == 1f ? entry.Query! : new BoostQuery(entry.Query!, entry.Weight), Occur.Should))];
        return clauses.Length switch
        {
            0 => null,
            1 => clauses[0].Query,
            _ => new BooleanQuery(clauses),
        };
    }

    private static Query? Leaf(Query leaf, string target) => leaf switch
    {
        TermQuery term => new TermQuery(Move(term.Term, target)),
        PhraseQuery phrase => new PhraseQuery(target, [.. phrase.Terms.Select(place => (Move(place.Term, target), place.Position))], phrase.Slop),
        PrefixQuery prefix => new PrefixQuery(Move(prefix.Prefix, target)),
        WildcardQuery wildcard => new WildcardQuery(Move(wildcard.Pattern, target)),
        RegexpQuery regexp => new RegexpQuery(Move(regexp.Expression, target)),
        FuzzyQuery fuzzy => new FuzzyQuery(Move(fuzzy.Term, target), fuzzy.MaxEdits, fuzzy.PrefixLength, fuzzy.MaxExpansions, fuzzy.Transpositions),
        // What looks at the text itself means this text only.
        OccurrenceQuery { Rule.NeedsOffsets: false } places => new OccurrenceQuery(target, places.Words, places.Required, places.Rule, places.Scores),
        _ => null,
    };

    private static Term Move(Term term, string target) => new(target, term.Bytes);
}
