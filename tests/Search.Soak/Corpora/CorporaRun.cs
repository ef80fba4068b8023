using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Search.Soak.Corpora;

/// <summary>Indexes each corpus in a process of its own, as it lies there, and looks at its anonymous memory all the while.</summary>
public static class CorporaRun
{
    private const int ReasonsShown = 5;

    /// <summary>Corpora that hold articles; the others of the folder are questions, labels and judgements.</summary>
    private static readonly string[] Names = ["bbc", "fakenewsnet", "horne-2017", "html", "messy-text", "known-item-news", "masakhanews", "reuters-21578", "20-newsgroups", "cranfield", "cisi", "cacm"];

    /// <summary>Runs; some lines a corpus.</summary>
    /// <exception cref="SoakFailureException">A process failed, indexed nothing, took more memory than it may, or found changes where there were none.</exception>
    public static string Run(string data, int articles, int limitMB, string? only)
    {
        var lines = new StringBuilder();
        foreach (string name in Names.Where(name => only is null || name == only))
        {
            string path = Path.Combine(data, name);
            if (Directory.Exists(path))
                lines.AppendLine(Index(name, path, limitMB));
            else
                lines.AppendLine(CultureInfo.InvariantCulture, $"{name}: not there");
        }
        if (articles > 0 && only is null or "generated")
        {
            using var folder = new TemporaryFolder();
            GeneratedArticles.Write(articles, folder.Path);
            lines.AppendLine(Index($"{articles} generated", folder.Path, limitMB));
        }
        return lines.ToString().TrimEnd();
    }

    private static string Index(string name, string path, int limitMB)
    {
        using var folder = new TemporaryFolder();
        CorpusFigures figures = JsonSerializer.Deserialize(CorporaCommand.RunChild(path, folder.File("index")), CorpusJson.Default.CorpusFigures)!;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"{name}: {figures.Articles} articles, {figures.Paragraphs} paragraphs, {figures.Skipped.Count} skipped, {figures.Seconds:F0} s (again, nothing changed: {figures.AgainSeconds:F0} s), {figures.AnonymousPeakMB} MB");
        foreach (string reason in figures.Skipped.Take(ReasonsShown))
            text.Append("\n    ").Append(Printable.Text(reason));
        Console.Error.WriteLine(text);
        if (figures.Articles == 0)
            throw new SoakFailureException($"{name}: nothing was indexed");
        if (figures.Changed > 0)
            throw new SoakFailureException($"{name}: {figures.Changed} articles changed that did not");
        if (figures.AnonymousPeakMB > limitMB)
            throw new SoakFailureException($"{name}: {figures.AnonymousPeakMB} MB of anonymous memory; {limitMB} are allowed");
        return text.ToString();
    }
}
