using System.Collections.Concurrent;
using System.Diagnostics;
using Search.Articles.Searching;
using Search.Web.Hosting;

namespace Search.Web.Pages;

/// <summary>How many paragraphs each example of the help finds here; counted once a commit, a little at each visit.</summary>
internal sealed class HelpCounts(IArticleIndex articles)
{
    // Nobody waits longer for a number on a help page; what is not counted by then is at the next visit.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(150);

    private ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);
    private long _generation = -1;

    /// <summary>The numbers that are known, by example.</summary>
    public IReadOnlyDictionary<string, long> Count(IEnumerable<QueryForm> forms, CancellationToken cancellation)
    {
        long generation = articles.Status.Generation;
        if (Interlocked.Exchange(ref _generation, generation) != generation)
            _counts = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        ConcurrentDictionary<string, long> counts = _counts;
        long started = Stopwatch.GetTimestamp();
        foreach (string example in forms.Select(form => form.Example).Where(example => !counts.ContainsKey(example)))
        {
            if (generation == 0 || Stopwatch.GetElapsedTime(started) > Patience)
                break;
            try
            {
                counts[example] = articles.Snippets(new ArticleQuery { Text = example, Limit = 1 }, cancellation).Total.Paragraphs;
            }
            catch (QueryBudgetException)
            {
                break; // the host is busy: there is no number then
            }
        }
        return counts;
    }
}
