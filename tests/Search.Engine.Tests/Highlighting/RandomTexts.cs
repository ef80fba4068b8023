using System.Text;
using System.Text.Json;
using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Tests.Infrastructure.Requests;
using Search.Engine.Tests.Search.Proximity;

namespace Search.Engine.Tests.Highlighting;

/// <summary>Random prose over few words, with stop words and punctuation, and random queries on it.</summary>
internal sealed class RandomTexts(int seed)
{
    private static readonly string[] Written = ["rain", "Rains", "storm", "STORMS", "wind", "river", "harbour", "the", "of", "Windy", "caf\u00e9", "\ud83d\ude00 rain"];
    private static readonly string[] Terms = ["rain", "rain", "storm", "wind", "river", "harbour", "windi", "caf\u00e9", "absent"];
    private static readonly string[] Between = [" ", " ", " ", ", ", ". ", "! ", "  ", " - ", "\n", ".\u2029"];

    private readonly Random _random = new(seed);
    private readonly RandomSources _sources = new(seed, Terms, ["w", "r", "stor", "x"]);
    private readonly Dictionary<IntervalQuery, PlainSource> _plain = [];

    /// <summary>What the interval queries that were made mean.</summary>
    public IReadOnlyDictionary<IntervalQuery, PlainSource> PlainSources => _plain;

    public IEnumerable<string> Texts(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var text = new StringBuilder();
            for (int words = _random.Next(30); words > 0; words--)
                text.Append(Pick(Written)).Append(Pick(Between));
            yield return text.ToString();
        }
    }

    /// <summary>A query nested at most so deep; its phrases have at most this slop.</summary>
    public Query Query(string field, int depth = 2, int slop = 0) => depth > 0 && _random.Next(3) > 0
        ? new BooleanQuery([.. Several(() => new BooleanClause(Query(field, depth - 1, slop), OccurOf(_random.Next(8))))], _random.Next(4) == 0 ? _random.Next(3) : 0)
        : Leaf(field, slop);

    private Query Leaf(string field, int slop) => _random.Next(9) switch
    {
        0 => new PrefixQuery(new Term(field, Pick(["w", "r", "stor", "x"]))),
        1 => new BoostQuery(new TermQuery(new Term(field, Pick(Terms))), 2),
        2 or 3 => Phrase(field, slop),
        4 or 5 => Intervals(field),
        _ => new TermQuery(new Term(field, Pick(Terms))),
    };

    private IntervalQuery Intervals(string field)
    {
        using JsonDocument document = JsonDocument.Parse(_sources.Next(depth: _random.Next(1, 4)));
        var query = new IntervalQuery(field, IntervalForms.Source(document.RootElement));
        _plain[query] = PlainSource.Parse(document.RootElement);
        return query;
    }

    // Gaps as left-out words make them.
    private PhraseQuery Phrase(string field, int slop)
    {
        int position = -1;
        (Term, int)[] places = [.. Several(() => (new Term(field, Pick(Terms)), position += _random.Next(4) == 0 ? 2 : 1))];
        return new PhraseQuery(field, places, _random.Next(slop + 1));
    }

    private static Occur OccurOf(int number) => number switch
    {
        0 => Occur.MustNot,
        1 => Occur.Must,
        2 => Occur.Filter,
        _ => Occur.Should,
    };

    private string Pick(string[] from) => from[_random.Next(from.Length)];

    private List<T> Several<T>(Func<T> make) => [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => make())];
}
