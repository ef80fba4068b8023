using Search.Articles.Searching;

namespace Search.Cli;

/// <summary>What indexing did, or would do, as lines of text; what was skipped goes to standard error with its reason.</summary>
internal static class IndexSummary
{
    /// <summary>The whole summary.</summary>
    public static void Print(IndexReport report, bool isDryRun)
    {
        foreach (ArticleChange change in report.Changes)
            Console.WriteLine($"{Sign(change.Kind)} {Shown(change.Path)}");
        Console.WriteLine($"articles    {report.Articles} ({report.Added} new, {report.Updated} changed, {report.Removed} gone, {report.Unchanged} as before){(isDryRun ? "; nothing was written" : "")}");
        if (!isDryRun)
            PrintContent(report);
        Console.WriteLine($"skipped     {report.Skipped.Count}");
        Console.WriteLine($"time        {report.Elapsed.TotalSeconds:0.00} s");
        PrintSkipped(report);
    }

    /// <summary>One line, for a change of a folder that is watched.</summary>
    public static void PrintChange(IndexReport report)
    {
        Console.WriteLine($"{DateTime.Now:HH:mm:ss}  {report.Added} new, {report.Updated} changed, {report.Removed} gone; {report.Articles} articles, {report.Paragraphs} paragraphs");
        PrintSkipped(report);
    }

    private static void PrintContent(IndexReport report)
    {
        Console.WriteLine($"paragraphs  {report.Paragraphs}");
        Console.WriteLine($"names       {report.Names}");
        Console.WriteLine($"places      {report.Places}");
        Console.WriteLine($"furniture   {report.Furniture.Values.Sum()}");
        foreach ((string reason, int count) in report.Furniture.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal))
            Console.WriteLine($"  {count,6}  {reason}");
    }

    private static void PrintSkipped(IndexReport report)
    {
        foreach (SkippedSource skipped in report.Skipped)
            Console.Error.WriteLine($"search: skipped {Shown(skipped.Path)}{(skipped.Line > 0 ? $" line {skipped.Line}" : "")}: {Shown(skipped.Reason)}");
    }

    private static char Sign(ArticleChangeKind kind) => kind switch
    {
        ArticleChangeKind.Added => '+',
        ArticleChangeKind.Updated => '~',
        _ => '-',
    };

    // Names of files are hostile: what moves a terminal's cursor is not written to it.
    private static string Shown(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '?' : c));
}
