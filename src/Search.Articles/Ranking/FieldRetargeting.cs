using Search.Articles.Querying;
using Search.Articles.Schema;
using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Articles.Ranking;

/// <summary>Asks another field for the words that a query asks the body for: any of them adds to the score.</summary>
internal static class FieldRetargeting
{
    /// <returns>Null when the query asks the body for nothing that another field could hold.</returns>
    public static Query? Retarget(Query query, string target)
    {
        List<BooleanClause> clauses = [.. QueryLeaves.Positive(query)
            .Select(leaf => Leaf(leaf, target))
            .OfType<Query>()
            .Select(leaf => new BooleanClause(leaf, Occur.Should))];
        return clauses.Count switch
        {
            0 => null,
            1 => clauses[0].Query,
            _ => new BooleanQuery(clauses),
        };
    }

    private static Query? Leaf(Query leaf, string target) => QueryLeaves.FieldOf(leaf) != ArticleFields.Body ? null : leaf switch
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
