namespace Search.Articles.Reading;

/// <summary>A file that holds one article or several.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="Path">Its path relative to the folder that was named, with "/"; the file's name for a file that was named.</param>
/// <param name="Id">The id of its article, or the start of the ids of its articles; unique among the files found together.</param>
/// <param name="Format">Its form, by its name.</param>
/// <param name="IsCompressed">Whether it is gzip.</param>
public sealed record SourceFile(string FullPath, string Path, string Id, ArticleFormat Format, bool IsCompressed)
{
    /// <summary>Why a file of another form is skipped.</summary>
    internal const string FormsThatAreRead = "not a form that is read (.txt, .html, .json, .jsonl, .csv, .tsv, .rss, .atom, .xml, .zip; .gz of these)";

    /// <summary>Opens the content of a file that is no file of its own but an entry of an archive; null for a file on disk.</summary>
    internal Func<Stream>? OpenContent { get; init; }

    /// <summary>The form that a file's name promises; null for a name that promises none.</summary>
    public static (ArticleFormat Format, bool IsCompressed)? FormatOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        bool isCompressed = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        string extension = System.IO.Path.GetExtension(isCompressed ? name[..^3] : name).ToLowerInvariant();
        ArticleFormat? format = extension switch
        {
            ".txt" or ".text" => ArticleFormat.Text,
            ".json" => ArticleFormat.Json,
            ".jsonl" or ".ndjson" => ArticleFormat.JsonLines,
            ".csv" or ".tsv" or ".tab" => ArticleFormat.Table,
            ".rss" or ".atom" or ".xml" => ArticleFormat.Feed,
            ".zip" when !isCompressed => ArticleFormat.Zip,
            ".html" or ".htm" or ".xhtml" => ArticleFormat.Html,
            _ => null,
        };
        return format is null ? null : (format.Value, isCompressed);
    }
}
