using Search.Engine.Analysis;
using Search.Engine.Search.Queries;
using Search.Engine.Tests.Search.Proximity;

namespace Search.Engine.Tests.Highlighting;

/// <summary>Finds where a query matches a text by trying every position: the meaning of marks, without an index.</summary>
/// <remarks>Terms, prefixes, phrases without slop, intervals, boosts and boolean queries.</remarks>
internal sealed class PlainMatcher
{
    private readonly List<(int Position, int Start, int End, string Text)> _words = [];

    private readonly IReadOnlyDictionary<IntervalQuery, PlainSource> _sources;

    /// <param name="sources">What interval queries mean.</param>
    public PlainMatcher(Analyzer analyzer, string text, IReadOnlyDictionary<IntervalQuery, PlainSource> sources)
    {
        _sources = sources;
        TokenStream stream = analyzer.Open("f", text);
        int position = -1;
        while (stream.Next())
        {
            position += stream.Token.PositionIncrement;
            _words.Add((position, stream.Token.StartOffset, stream.Token.EndOffset, stream.Token.Text.ToString()));
        }
    }

    /// <summary>The distinct places that made the text match, in order; none when it does not match.</summary>
    public IEnumerable<(int Start, int End)> Marks(Query query) => (Match(query) ?? []).Distinct().Order();

    // Null: no match.
    private List<(int Start, int End)>? Match(Query query) => query switch
    {
        TermQuery term => NullIfEmpty([.. Where(word => word == term.Term.Text)]),
        PrefixQuery prefix => NullIfEmpty([.. Where(word => word.StartsWith(prefix.Prefix.Text, StringComparison.Ordinal))]),
        PhraseQuery { Slop: 0 } phrase => NullIfEmpty([.. Phrases(phrase)]),
        IntervalQuery intervals => NullIfEmpty([.. Intervals(intervals)]),
        BoostQuery boost => Match(boost.Query),
        BooleanQuery boolean => Match(boolean),
        _ => throw new NotSupportedException(query.ToString()),
    };

    private List<(int Start, int End)>? Match(BooleanQuery boolean)
    {
        ILookup<Occur, List<(int, int)>?> found = boolean.Clauses.ToLookup(clause => clause.Occur, clause => Match(clause.Query));
        int optional = found[Occur.Should].Count(match => match is not null);
        bool hasRequired = found.Contains(Occur.Must) || found.Contains(Occur.Filter);
        int minimum = Math.Max(boolean.MinimumShouldMatch, hasRequired ? 0 : 1);
        bool matches = found[Occur.MustNot].All(match => match is null)
            && found[Occur.Must].Concat(found[Occur.Filter]).All(match => match is not null)
            && optional >= minimum;
        return matches ? [.. found.Where(group => group.Key != Occur.MustNot).SelectMany(group => group).SelectMany(match => match ?? [])] : null;
    }

    private IEnumerable<(int Start, int End)> Where(Predicate<string> fits) =>
        _words.Where(word => fits(word.Text)).Select(word => (word.Start, word.End));

    private IEnumerable<(int Start, int End)> Phrases(PhraseQuery phrase)
    {
        int first = phrase.Terms[0].Position;
        foreach ((int position, int start, _, _) in _words)
        {
            int[] words = [.. phrase.Terms.Select(place => _words.FindIndex(word => word.Position == position + place.Position - first && word.Text == place.Term.Text))];
            if (words.All(index => index >= 0))
                yield return (start, _words[words[^1]].End);
        }
    }

    private IEnumerable<(int Start, int End)> Intervals(IntervalQuery query)
    {
        bool Fits(string text, bool begins, int position) =>
            _words.Any(word => word.Position == position && (begins ? word.Text.StartsWith(text, StringComparison.Ordinal) : word.Text == text));
        int length = _words.Count == 0 ? 0 : _words[^1].Position + 1;
        return PlainIntervals.Of(_sources[query], Fits, length)
            .SelectMany(interval => interval.Words)
            .Select(word => (_words.First(each => each.Position == word.Start).Start, _words.Last(each => each.Position == word.End).End));
    }

    private static List<(int, int)>? NullIfEmpty(List<(int, int)> marks) => marks.Count > 0 ? marks : null;
}
