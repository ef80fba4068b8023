using System.Globalization;

namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>Random values of documents as JSON trees (<see cref="ValueForms"/>); none of them is ever NaN.</summary>
/// <param name="query">Draws a query for values that depend on one.</param>
internal sealed class ValueRequests(Random random, Func<string> query)
{
    private const int FirstDay = 16071; // 2014-01-01, where the corpus begins.
    private const int Days = 3700;

    public string Next(int depth = 2) => depth == 0 || random.Next(3) == 0 ? Leaf() : random.Next(9) switch
    {
        0 => $"{{\"sum\":[{Next(depth - 1)},{Next(depth - 1)}]}}",
        1 => $"{{\"product\":[{Next(depth - 1)},{Leaf()},{Next(depth - 1)}]}}",
        2 => $"{{\"min\":[{Next(depth - 1)},{Next(depth - 1)}]}}",
        3 => $"{{\"max\":[{Next(depth - 1)},{Next(depth - 1)}]}}",
        4 => $"{{\"or_else\":{Real(0, 3)},\"of\":{Next(depth - 1)}}}",
        5 => $"{{\"saturation\":{Real(0.1, 40)},\"of\":{Positive()}}}",
        6 => $"{{\"sigmoid\":[{Real(0.1, 40)},{Real(0.2, 3)}],\"of\":{Positive()}}}",
        7 => $"{{\"log1p\":{Positive()}}}",
        _ => Decay(),
    };

    /// <summary>How many matches documents ask for.</summary>
    public string Minimum() => random.Next(4) switch
    {
        0 => "{\"integers\":\"ordinal\"}",
        1 => $"{{\"constant\":{random.Next(-1, 5)}}}",
        2 => $"{{\"product\":[{{\"integers\":\"ordinal\"}},{{\"constant\":{Real(0.1, 1)}}}]}}",
        _ => $"{{\"log1p\":{{\"integers\":\"ordinal\"}}}}",
    };

    private string Leaf() => random.Next(7) switch
    {
        0 => "{\"scores\":true}",
        1 => $"{{\"constant\":{Real(-0.5, 4)}}}",
        2 => $"{{\"score_of\":{query()}}}",
        3 => $"{{\"if_matches\":{query()},\"value\":{Real(0, 4)},\"otherwise\":{Real(0, 2)}}}",
        // Half of the documents have no value here, some a huge negative one: decay makes that 0 and leaves the gaps.
        4 => $"{{\"decay\":\"linear\",\"of\":{{\"integers\":\"x_sparse\"}},\"origin\":{Real(0, 500)},\"scale\":{Real(50, 400)},\"offset\":0,\"rest\":0.5}}",
        _ => Positive(),
    };

    private string Positive() => random.Next(3) switch
    {
        0 => "{\"integers\":\"ordinal\"}",
        1 => "{\"integers\":\"date\"}",
        _ => "{\"scores\":true}",
    };

    private string Decay()
    {
        string shape = random.Next(3) switch { 0 => "exp", 1 => "gauss", _ => "linear" };
        return $"{{\"decay\":\"{shape}\",\"of\":{{\"integers\":\"date\"}},\"origin\":{FirstDay + random.Next(Days)},"
            + $"\"scale\":{Real(10, 1000)},\"offset\":{random.Next(2) * random.Next(100)},\"rest\":{Real(0.05, 0.95)}}}";
    }

    private string Real(double low, double high) =>
        Math.Round(low + random.NextDouble() * (high - low), 3).ToString("R", CultureInfo.InvariantCulture);
}
