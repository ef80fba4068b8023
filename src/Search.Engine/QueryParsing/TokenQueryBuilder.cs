using Search.Engine.Analysis;
using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.QueryParsing;

/// <summary>Makes a query of an analysed text: term, synonyms, boolean or phrase, after the positions of its tokens.</summary>
/// <remarks>Source: search semantics notes, section 4.6.</remarks>
internal sealed class TokenQueryBuilder(Analyzer analyzer, QueryParserOptions options)
{
    /// <summary>The query; null if the text has no tokens.</summary>
    /// <exception cref="TooManyClausesException">More tokens than a query takes.</exception>
    public Query? Build(string field, string text, bool asPhrase, int slop)
    {
        List<PlacedTerm> terms = Analyze(field, text);
        if (terms.Count == 0)
            return null;
        if (terms.Exists(term => term.PositionLength > 1))
            return new TokenGraph(field, terms).ToQuery(asPhrase, slop, options.DefaultOccur);

        List<List<PlacedTerm>> places = ByPosition(terms);
        if (places.Count == 1)
            return AnyOf(field, places[0]);
        if (!asPhrase)
            return new BooleanQuery([.. places.Select(place => new BooleanClause(AnyOf(field, place), options.DefaultOccur))]);
        return places.Count == terms.Count
            ? new PhraseQuery(field, [.. terms.Select(term => (term.Term, term.Position))], slop)
            : new MultiPhraseQuery(field, [.. places.Select(place => (Terms(place), place[0].Position))], slop);
    }

    /// <summary>A term, or several that count as one.</summary>
    internal static Query AnyOf(string field, List<PlacedTerm> terms) =>
        terms.Count == 1 ? new TermQuery(terms[0].Term) : new SynonymQuery(field, Terms(terms));

    private static List<Term> Terms(List<PlacedTerm> place) => place.ConvertAll(term => term.Term);

    private static List<List<PlacedTerm>> ByPosition(List<PlacedTerm> terms)
    {
        var places = new List<List<PlacedTerm>>();
        foreach (PlacedTerm term in terms)
        {
            if (places.Count == 0 || places[^1][0].Position != term.Position)
                places.Add([]);
            places[^1].Add(term);
        }
        return places;
    }

    private List<PlacedTerm> Analyze(string field, string text)
    {
        TokenStream stream = analyzer.Open(field, text);
        Token token = stream.Token;
        var terms = new List<PlacedTerm>();
        var position = -1;
        while (stream.Next())
        {
            position += options.EnablePositionIncrements ? token.PositionIncrement : Math.Min(token.PositionIncrement, 1);
            position = Math.Max(position, 0);
            terms.Add(new PlacedTerm(new Term(field, token.Text.ToString()), position, token.PositionLength));
        }
        return terms;
    }
}

/// <summary>A term of an analysed text and the positions it covers.</summary>
internal readonly record struct PlacedTerm(Term Term, int Position, int PositionLength);
