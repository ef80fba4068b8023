using Search.Engine.Tests.Infrastructure.Requests;

namespace Search.Soak.Fidelity;

/// <summary>The whole comparison with Apache Lucene over one corpus.</summary>
public static class FidelitySuite
{
    /// <summary>Indexes, hands over and asks; what differs, a text a request.</summary>
    /// <param name="paragraphsPath">JSON lines in the oracle's form.</param>
    /// <param name="requests">About how many requests are asked of each index.</param>
    /// <param name="threads">Threads that write.</param>
    public static IReadOnlyList<string> Compare(string paragraphsPath, int requests, int threads, int seed, TextWriter log)
    {
        IReadOnlyList<Request> asked = new RequestMix(paragraphsPath, seed).Take(requests);
        foreach (IGrouping<string, Request> category in asked.GroupBy(request => request.Category))
            log.WriteLine($"  {category.Count(),6} {category.Key}");
        return new FidelityRun(paragraphsPath, asked, threads, log).Run();
    }
}
