using Search.Engine.Index;
using Search.Engine.Search.Queries;
using Search.Engine.Tests.Infrastructure.Memory;

namespace Search.Engine.Tests.Search;

/// <summary>Random texts over few words and random queries of all kinds on them.</summary>
internal sealed class RandomQueries(int seed)
{
    private const int Words = 40;

    private readonly Random _random = new(seed);

    /// <summary>Texts in which low words are frequent and high ones rare.</summary>
    public IEnumerable<string> Texts(int count)
    {
        for (var i = 0; i < count; i++)
            yield return string.Join(' ', Enumerable.Range(0, _random.Next(25)).Select(_ => Word()));
    }

    /// <summary>Documents <see cref="Texts"/> in two segments, some deleted, with small blocks.</summary>
    public MemoryIndex Index(int count)
    {
        string[] texts = [.. Texts(count)];
        MemoryIndex index = MemoryIndex.OfSegments([texts[..(count / 3)], texts[(count / 3)..]], blockSize: 16);
        index.Delete(doc => doc % 7 == 3);
        return index;
    }

    /// <summary>A query nested at most so deep.</summary>
    public Query Next(int depth = 3) => depth == 0 || _random.Next(4) == 0 ? Leaf() : _random.Next(7) switch
    {
        0 => new BoostQuery(Next(depth - 1), _random.Next(1, 40) / 10f),
        1 => new ConstantScoreQuery(Next(depth - 1)),
        2 => new DisjunctionMaxQuery([.. Several(() => Next(depth - 1))], _random.Next(3) / 3f),
        _ => Boolean(depth - 1),
    };

    private BooleanQuery Boolean(int depth)
    {
        List<BooleanClause> clauses = Several(() => new BooleanClause(Next(depth), (Occur)_random.Next(4)));
        if (_random.Next(2) == 0)
            clauses = [.. clauses.Select(clause => new BooleanClause(clause.Query, Occur.Should))];
        return new BooleanQuery(clauses, _random.Next(3) == 0 ? _random.Next(4) : 0);
    }

    private Query Leaf() => _random.Next(17) switch
    {
        0 => new PhraseQuery("f", _random.Next(4), [.. Several(Word)]),
        1 => new MultiPhraseQuery("f", [.. Several(() => TermOf(Word())).Select((term, i) => ((IReadOnlyList<Term>)[term, TermOf(Word())], i))], _random.Next(3)),
        2 => new SynonymQuery("f", [.. Several(Word).Distinct().Select(word => (TermOf(word), _random.Next(1, 5) / 4f))]),
        3 => new PrefixQuery(TermOf(_random.Next(2) == 0 ? "w" : "w1")),
        4 => new WildcardQuery(TermOf("w?" + (_random.Next(2) == 0 ? "*" : "1"))),
        5 => new TermInSetQuery("f", [.. Several(Word)]),
        6 => new MatchAllQuery(),
        7 => new TermQuery(TermOf("absent")),
        8 => new FuzzyQuery(TermOf(Word()), _random.Next(3), _random.Next(2), _random.Next(1, 20)),
        9 => new RegexpQuery(TermOf($"w(1|{_random.Next(Words)}).?")) { Method = Method() },
        10 => new PrefixQuery(TermOf("w2")) { Method = Method() },
        11 => new IntervalQuery("f", Source(2), _random.Next(1, 20) / 4f, _random.Next(1, 12) / 4f),
        12 => new PhrasePrefixQuery("f", [.. Several(Word).Take(2), "w1"], _random.Next(3), _random.Next(1, 20)),
        _ => new TermQuery(TermOf(Word())),
    };

    private IntervalSource Source(int depth) => depth == 0 ? Intervals.Term(Word()) : _random.Next(8) switch
    {
        0 => Intervals.Prefix("w1"),
        1 => Intervals.Ordered([.. Several(() => Source(depth - 1))]),
        2 => Intervals.Unordered([.. Several(() => Source(depth - 1))]),
        3 => Intervals.Or([.. Several(() => Source(depth - 1))]),
        4 => Intervals.Near(Source(depth - 1), _random.Next(1, 6), Source(depth - 1)),
        5 => Intervals.NonOverlapping(Source(depth - 1), Source(depth - 1)),
        6 => Intervals.AtLeast(1, [.. Several(() => Source(depth - 1))]),
        _ => Intervals.Term(Word()),
    };

    private RewriteMethod Method() => _random.Next(6) switch
    {
        0 => RewriteMethod.ScoringBoolean,
        1 => RewriteMethod.ConstantScoreBoolean,
        2 => RewriteMethod.TopTerms(_random.Next(1, 6)),
        3 => RewriteMethod.TopTermsBoostOnly(_random.Next(1, 6)),
        4 => RewriteMethod.TopTermsBlended(_random.Next(1, 6)),
        _ => RewriteMethod.ConstantScore,
    };

    private string Word() => $"w{(int)(Words * Math.Pow(_random.NextDouble(), 3))}";

    private static Term TermOf(string word) => new("f", word);

    private List<T> Several<T>(Func<T> make) => [.. Enumerable.Range(0, _random.Next(1, 5)).Select(_ => make())];
}
