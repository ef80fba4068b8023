using Search.Engine.Analysis;
using Search.Engine.Tests.AgainstLucene;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Random interval queries and begun phrases on the bodies of paragraphs; most of them match.</summary>
/// <remarks>
/// Left out is what Lucene answers differently from one run to the next or wrongly: docs/interval-semantics.md, "Where we
/// differ". Containing stands outermost, gaps are limited where they are told, and at least takes different words.
/// </remarks>
internal sealed class IntervalRequests(TextSample sample, int seed)
{
    private const int WindowLength = 9;
    private const int MostTerms = 1000;

    private static readonly string[] Relations = ["not_containing", "contained_by", "not_contained_by", "overlapping", "non_overlapping", "before", "after"];
    private static readonly string[] Combinations = ["ordered", "ordered", "unordered", "or", "phrase"];

    private readonly Random _random = new(seed);
    private string[] _words = [];

    /// <summary>The same requests for the same seed and sample.</summary>
    public IEnumerable<Request> Take(int count)
    {
        for (var i = 0; i < count; i++)
        {
            _words = Window();
            yield return _random.Next(8) switch
            {
                0 => Request.Of("phrase_prefix", PhrasePrefix()),
                1 => Request.Of("intervals_in_tree", InTree()),
                _ => Request.Of("intervals", Query()),
            };
        }
    }

    private string Query()
    {
        string source = _random.Next(10) == 0 ? Containing() : Source(_random.Next(1, 4));
        string scoring = _random.Next(4) switch
        {
            0 => $",\"pivot\":{_random.Next(1, 40) / 8.0}",
            1 => $",\"pivot\":{_random.Next(1, 40) / 8.0},\"exponent\":{_random.Next(1, 20) / 8.0}",
            _ => "",
        };
        string query = $"{{\"intervals\":{source},\"field\":\"body\"{scoring}}}";
        return _random.Next(4) == 0 ? $"{{\"boost\":{_random.Next(1, 40) / 8.0},\"query\":{query}}}" : query;
    }

    // What is to contain something must not have alternatives: each would be a source of its own inside another one.
    private string Containing() => $"{{\"containing\":[{{\"{(_random.Next(2) == 0 ? "ordered" : "unordered")}\":[{Several(depth: 0)}]}},{Leaf()}]}}";

    private string InTree() =>
        $"{{\"bool\":[[\"{(_random.Next(2) == 0 ? "MUST" : "SHOULD")}\",{Query()}],[\"SHOULD\",{{\"term\":[\"body\",{Word()}]}}],"
        + $"[\"{(_random.Next(3) == 0 ? "MUST_NOT" : "FILTER")}\",{Query()}]],\"minShouldMatch\":0}}";

    private string PhrasePrefix()
    {
        int length = _random.Next(1, 4);
        int first = _random.Next(_words.Length - length);
        string[] words = _words[first..(first + length)];
        words[^1] = Beginning(words[^1]);
        return $"{{\"phrase_prefix\":[{string.Join(',', words.Select(Request.Quote))}],\"field\":\"body\",\"slop\":{_random.Next(4) / 2 * _random.Next(4)},\"max\":{_random.Next(1, 100)}}}";
    }

    private string Source(int depth)
    {
        if (depth == 0)
            return Leaf();
        return _random.Next(12) switch
        {
            0 => $"{{\"max_width\":[{_random.Next(1, 20)},{Source(depth - 1)}]}}",
            1 or 2 => $"{{\"max_gaps\":[{_random.Next(8)},{{\"{(_random.Next(2) == 0 ? "ordered" : "unordered")}\":[{Several(depth - 1)}]}}]}}",
            3 => $"{{\"extend\":[{Source(depth - 1)},{_random.Next(4)},{_random.Next(4)}]}}",
            4 => $"{{\"{(_random.Next(2) == 0 ? "within" : "not_within")}\":[{Source(depth - 1)},{_random.Next(8)},{Source(depth - 1)}]}}",
            5 => $"{{\"at_least\":[{string.Join(',', Distinct(3, 5).Select(Request.Quote))}],\"minimum\":{_random.Next(2, 4)}}}",
            6 or 7 => $"{{\"{Relations[_random.Next(Relations.Length)]}\":[{Source(depth - 1)},{Source(depth - 1)}]}}",
            8 => $"{{\"unordered_no_overlaps\":[{Source(depth - 1)},{Source(depth - 1)}]}}",
            _ => $"{{\"{Combinations[_random.Next(Combinations.Length)]}\":[{Several(depth - 1)}]}}",
        };
    }

    private string Several(int depth) => string.Join(',', Enumerable.Range(0, _random.Next(2, 4)).Select(_ => Source(depth)));

    private string Leaf() => _random.Next(10) switch
    {
        0 => $"{{\"prefix\":{Request.Quote(Beginning(Pick()))},\"max\":{MostTerms}}}",
        1 => $"{{\"wildcard\":{Request.Quote($"{Beginning(Pick())}*{Pick()[^1]}")},\"max\":{MostTerms}}}",
        2 => $"{{\"phrase\":[{string.Join(',', Neighbours().Select(Request.Quote))}]}}",
        3 => Request.Quote(sample.Word(_random)),
        _ => Word(),
    };

    private string Word() => Request.Quote(Pick());

    private string Pick() => _words[_random.Next(_words.Length)];

    private string[] Neighbours()
    {
        int first = _random.Next(_words.Length - 1);
        return _words[first..(first + 2)];
    }

    private string[] Distinct(int fewest, int most)
    {
        string[] words = [.. _words.Distinct().OrderBy(_ => _random.Next()).Take(_random.Next(fewest, most + 1))];
        return words.Length >= 3 ? words : ["rain", "wind", "storm"];
    }

    // Short words are left whole: with too many terms Lucene refuses.
    private string Beginning(string word) => word[..Math.Min(word.Length, _random.Next(6, 9))];

    // Words of one paragraph, as they are indexed.
    private string[] Window()
    {
        while (true)
        {
            var words = new List<string>();
            TokenStream stream = ParagraphIndexer.Analyzer.Open("body", string.Join(' ', sample.Run(_random, WindowLength)));
            while (stream.Next())
                words.Add(stream.Token.Text.ToString());
            if (words.Count >= 4)
                return [.. words];
        }
    }
}
