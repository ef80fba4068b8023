using System.Text.Encodings.Web;
using System.Text.Json;
using Search.Articles;
using Search.Articles.Reading;
using Search.Articles.Searching;

namespace Search.Benchmarks.Extraction;

/// <summary>
/// Takes the article text out of files and pages and measures it against gold:
/// <c>extraction FOLDER [--gold GOLD.jsonl] [--worst N]</c>. Writes what <c>evaluate_extraction.py</c> reads to stdout and figures to stderr.
/// </summary>
internal static class ExtractionVerb
{
    private const int Usage = 64;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Runs the verb; the exit status.</summary>
    public static int Run(string[] arguments)
    {
        if (arguments.Length == 0)
        {
            Console.Error.WriteLine("extraction FOLDER [--gold GOLD.jsonl] [--worst N] | extraction --show FILE");
            return Usage;
        }

        if (arguments[0] == "--show") return Show(arguments[1]);
        string? gold = Option(arguments, "--gold");
        int worst = int.Parse(Option(arguments, "--worst") ?? "0");
        Dictionary<string, string> texts = gold is null ? [] : ReadGold(gold);
        var scores = new List<(string File, double Precision, double Recall, double F1)>();
        foreach ((Article? article, SkippedSource? skipped) in new ArticleReader().ReadAll([arguments[0]]))
        {
            if (article is null)
            {
                Console.Error.WriteLine($"skipped {skipped!.Path}: {skipped.Reason}");
                continue;
            }

            string text = BodyOf(article);
            string file = Path.GetFileName(article.Path);
            Console.Out.WriteLine(Prediction(file, text, article));
            if (texts.TryGetValue(file, out string? expected) || texts.TryGetValue(file.Replace(".gz", "", StringComparison.Ordinal), out expected))
            {
                (double p, double r, double f) = ExtractionScore.Of(expected, text);
                scores.Add((file, p, r, f));
            }
        }

        if (scores.Count > 0) Report(scores, worst);
        return 0;
    }

    private static string BodyOf(Article article) =>
        string.Join("\n\n", article.Paragraphs.Where(paragraph => paragraph.Kind == ParagraphKind.Body).Select(paragraph => paragraph.Text));

    private static string Prediction(string file, string text, Article article)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteString("text", text);
            if (article.Headline is not null) json.WriteString("title", article.Headline);
            if (article.Published is { } published) json.WriteString("date", published.ToString("yyyy-MM-dd"));
            if (article.Authors.Count > 0) json.WriteString("author", string.Join("; ", article.Authors));
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Report(List<(string File, double Precision, double Recall, double F1)> scores, int worst)
    {
        scores.Sort((left, right) => left.F1.CompareTo(right.F1));
        double precision = scores.Average(score => score.Precision), recall = scores.Average(score => score.Recall);
        Console.Error.WriteLine($"pages {scores.Count}, precision {precision:F4}, recall {recall:F4}, F1 of the means {2 * precision * recall / (precision + recall):F4}");
        Console.Error.WriteLine($"F1 a page: mean {scores.Average(score => score.F1):F4}, median {scores[scores.Count / 2].F1:F4}");
        foreach ((string file, double p, double r, double f) in scores.Take(worst)) Console.Error.WriteLine($"{f:F3} P {p:F3} R {r:F3} {file}");
    }

    private static int Show(string path)
    {
        foreach ((Article? article, _) in new ArticleReader().ReadAll([path]))
        {
            if (article is null) continue;
            Console.WriteLine($"# {article.Id} | {article.Headline} | {article.Outlet} | {string.Join("; ", article.Authors)} | {article.Published:u} {article.PublishedHasZone} | {string.Join("; ", article.Repairs)}");
            foreach (SourceSpan span in article.Spans)
            {
                if (span.Kind == SpanKind.WhiteSpace) continue;
                string kind = span.Kind == SpanKind.Paragraph ? $"P{span.Paragraph} {article.Paragraphs[span.Paragraph].Kind} h{article.Paragraphs[span.Paragraph].SubheadingLength}" : $"{span.Kind}: {span.Reason}";
                Console.WriteLine($"[{kind}] {article.Source.Substring(span.Start, span.Length).ReplaceLineEndings(" ")}");
            }
        }

        return 0;
    }

    private static Dictionary<string, string> ReadGold(string path)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(path))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            if (document.RootElement.TryGetProperty("text", out JsonElement text))
                texts[Path.GetFileName(document.RootElement.GetProperty("file").GetString()!)] = text.GetString()!;
        }

        return texts;
    }

    private static string? Option(string[] arguments, string name)
    {
        int at = Array.IndexOf(arguments, name);
        return at >= 0 && at + 1 < arguments.Length ? arguments[at + 1] : null;
    }
}
