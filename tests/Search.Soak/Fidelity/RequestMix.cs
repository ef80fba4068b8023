using Search.Engine.Tests.AgainstLucene;
using Search.Engine.Tests.Infrastructure.Requests;

namespace Search.Soak.Fidelity;

/// <summary>Random requests of every kind, drawn from the texts of a corpus.</summary>
internal sealed class RequestMix(string paragraphsPath, int seed)
{
    private readonly TextSample _sample = TextSample.Of(paragraphsPath);

    /// <summary>About that many requests, each group with its share; the same for the same corpus and seed.</summary>
    public IReadOnlyList<Request> Take(int count) => Share(count, [.. QueryGroups(), CollectRequests.OfParagraphs(_sample, seed).Take(int.MaxValue)]);

    /// <summary>The same without those that ask for more than the best hits of a query.</summary>
    public IReadOnlyList<Request> Queries(int count) => Share(count, QueryGroups());

    /// <summary>Lines of the classic syntax as requests; a filter becomes a clause that does not score.</summary>
    public static IEnumerable<Request> Classic(IEnumerable<QueryLine> lines) => lines.Select(line => Request.Of(line.Category, line.Filter is null
        ? Form(line.Query)
        : $"{{\"bool\":[[\"MUST\",{Form(line.Query)}],[\"FILTER\",{Form(line.Filter)}]],\"minShouldMatch\":0}}"));

    private IEnumerable<Request>[] QueryGroups() =>
    [
        Classic(Enumerable.Range(seed, int.MaxValue - seed).SelectMany(each => new ClassicQueries(_sample, each).All(1))),
        new BasicRequests(_sample, seed).Take(int.MaxValue),
        new ScoreRequests(_sample, seed).Take(int.MaxValue),
        new JoinRequests(_sample, seed, JoinRequests.FirstParagraphs).Take(int.MaxValue),
        new TermRequests(_sample, seed).Take(int.MaxValue),
        new IntervalRequests(_sample, seed).Take(int.MaxValue),
    ];

    private static IReadOnlyList<Request> Share(int count, IReadOnlyList<IEnumerable<Request>> groups)
    {
        int share = (count + groups.Count - 1) / groups.Count;
        return [.. groups.SelectMany(group => group.Take(share))];
    }

    private static string Form(string query) => $"{{\"classic\":{Request.Quote(query)}}}";
}
