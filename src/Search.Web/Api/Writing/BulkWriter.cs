using System.IO.Pipelines;
using System.Text.Json;
using Search.Articles.Searching;

namespace Search.Web.Api.Writing;

/// <summary>Takes a list of articles in by batches: each is committed and its lines are answered before the next is read.</summary>
internal sealed class BulkWriter(IArticleIndex articles, PipeWriter output, long longestLine)
{
    // A later line of the list has the same id: that one counts.
    private const string Superseded = "superseded";
    private const int MostInBatch = 500;
    private const long MostBytesInBatch = 16 << 20;

    private readonly List<(int Line, ArticleSubmission? Article, string? Id, string? Fault)> _batch = [];
    private long _bytes;

    public async Task RunAsync(PipeReader body, CancellationToken cancellation)
    {
        await foreach ((int number, byte[]? line) in BodyLines.ReadAsync(body, longestLine, cancellation))
        {
            Add(number, line);
            if (_batch.Count >= MostInBatch || _bytes >= MostBytesInBatch)
                await CommitAsync(cancellation);
        }
        await CommitAsync(cancellation);
    }

    private void Add(int number, byte[]? line)
    {
        if (line is null)
        {
            _batch.Add((number, null, null, $"The line is longer than {longestLine} bytes."));
            return;
        }
        _bytes += line.Length;
        try
        {
            ArticleBody? body = JsonSerializer.Deserialize(line, ApiJson.Default.ArticleBody);
            _batch.Add(body?.Id is { } id ? (number, body.ToSubmission(id), id, null) : (number, null, null, "The line is no object with an id."));
        }
        catch (JsonException fault)
        {
            _batch.Add((number, null, null, $"The line is no article in JSON: {fault.Message}"));
        }
    }

    private async Task CommitAsync(CancellationToken cancellation)
    {
        if (_batch.Count == 0)
            return;
        (int Line, ArticleSubmission? Article, string? Id, string? Fault)[] given = [.. _batch.Where(entry => entry.Article is not null)];
        WriteReport? report = given.Length > 0 ? articles.Put(given.Select(entry => entry.Article!), cancellation) : null;
        Dictionary<int, string> outcomes = report?.Outcomes.ToDictionary(entry => given[entry.Key - 1].Line, entry => entry.Value.ToString().ToLowerInvariant()) ?? [];
        Dictionary<int, string> rejected = report?.Rejected.ToDictionary(entry => given[entry.Number - 1].Line, entry => entry.Reason) ?? [];
        foreach ((int line, ArticleSubmission? article, string? id, string? fault) in _batch)
        {
            string? reason = fault ?? rejected.GetValueOrDefault(line);
            JsonLines.Write(
                output, new LineResult(line, id, reason is null ? outcomes.GetValueOrDefault(line, Superseded) : "rejected", reason, reason is null ? report!.Generation : null), ApiJson.Default.LineResult);
        }
        _batch.Clear();
        _bytes = 0;
        await output.FlushAsync(cancellation);
    }
}
