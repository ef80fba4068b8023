using System.Globalization;

namespace Search.Benchmarks.Relevance;

/// <summary>Ranked documents for each query.</summary>
internal sealed class Run
{
    private readonly Dictionary<string, List<(string Document, float Score)>> _hits = new(StringComparer.Ordinal);

    public void Add(string query, string document, float score)
    {
        if (!_hits.TryGetValue(query, out List<(string Document, float Score)>? hits))
            _hits[query] = hits = [];
        hits.Add((document, score));
    }

    /// <summary>By score, equals by descending id, so that no order of the index is an advantage; each document once.</summary>
    public IReadOnlyList<string> Ranked(string query) => !_hits.TryGetValue(query, out List<(string Document, float Score)>? hits)
        ? []
        : [.. hits.OrderByDescending(hit => hit.Score).ThenByDescending(hit => hit.Document, StringComparer.Ordinal).Select(hit => hit.Document).Distinct(StringComparer.Ordinal)];

    /// <summary>Writes it as <c>evaluate.py</c> reads it.</summary>
    public void Save(string path) => File.WriteAllLines(path, _hits.SelectMany(query =>
        query.Value.Select((hit, rank) => string.Create(CultureInfo.InvariantCulture, $"{query.Key}\t{hit.Document}\t{rank + 1}\t{hit.Score:R}"))));
}
