using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Articles;
using Search.Articles.Indexing;
using Search.Articles.Searching;
using Spectre.Console;

namespace Search.Cli;

/// <summary><c>search query "…"</c>: ranked articles on the terminal, or as JSON.</summary>
internal static class QueryCommand
{
    public static Command Create()
    {
        var text = new Argument<string>("QUERY") { Description = "Words, a \"phrase\", field:word, + - AND OR NOT, prefix*." };
        Option<string> index = CommandFrame.IndexOption();
        var json = new Option<bool>("--json") { Description = "One JSON document instead of text." };
        var limit = new Option<int>("--limit", "-n") { Description = "Articles to show: 1 to 100.", DefaultValueFactory = _ => 10 };
        var explain = new Option<bool>("--explain") { Description = "Say what each score is made of." };
        var strict = new Option<bool>("--strict") { Description = "Refuse broken syntax instead of repairing it." };
        var command = new Command("query", "Searches the index.") { text, index, json, limit, explain, strict };
        command.SetAction((parsed, cancellation) => Task.FromResult(CommandFrame.Run(() => Run(
            new ArticleQuery
            {
                Text = parsed.GetRequiredValue(text),
                Limit = parsed.GetValue(limit),
                Explain = parsed.GetValue(explain),
                Mode = parsed.GetValue(strict) ? QueryMode.Strict : QueryMode.Lenient,
            },
            parsed.GetRequiredValue(index),
            parsed.GetValue(json),
            cancellation))));
        return command;
    }

    private static int Run(ArticleQuery query, string indexFolder, bool json, CancellationToken cancellation)
    {
        if (query.Limit is < ArticleQuery.MinLimit or > ArticleQuery.MaxLimit)
            return CommandFrame.Fail(ExitCodes.Usage, $"--limit is {ArticleQuery.MinLimit} to {ArticleQuery.MaxLimit}, not {query.Limit}");
        if (!Directory.Exists(indexFolder))
            return CommandFrame.Fail(ExitCodes.Failure, $"there is no index in {indexFolder}");
        using IArticleIndex index = EmbeddedArticleIndex.Open(indexFolder);
        if (index.Status.Generation == 0)
            return CommandFrame.Fail(ExitCodes.Failure, $"there is no index in {indexFolder}");
        SearchAnswer answer = index.Search(query, cancellation);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(answer, AnswerJson.Default.SearchAnswer));
        else
            Print(answer);
        return answer.Articles.Count == 0 ? ExitCodes.Incomplete : ExitCodes.Success;
    }

    private static void Print(SearchAnswer answer)
    {
        foreach (QueryNote note in answer.Query.Notes)
            Console.Error.WriteLine($"search: {note.Text}");
        Console.Error.WriteLine($"{answer.Total.Paragraphs} paragraphs in {answer.Total.Articles} articles, {answer.TookMs:0.0} ms: {answer.Query.Understood}");
        IAnsiConsole terminal = CommandFrame.ResultConsole();
        foreach (ArticleHit hit in answer.Articles)
        {
            terminal.WriteLine();
            terminal.MarkupLineInterpolated($"[bold]{hit.Article.Title}[/]");
            string date = hit.Article.Published is { } published ? $"  {published:yyyy-MM-dd}" : "";
            terminal.MarkupLineInterpolated($"[dim]{hit.Article.Id}  {hit.Article.Outlet ?? ""}{date}  score {hit.Score:0.000}[/]");
            foreach (ParagraphHit paragraph in hit.Paragraphs)
                Print(terminal, paragraph);
            if (hit.MoreParagraphs > 0)
                terminal.MarkupLineInterpolated($"  [dim]+{hit.MoreParagraphs} more[/]");
        }
    }

    private static void Print(IAnsiConsole terminal, ParagraphHit paragraph)
    {
        foreach (Snippet snippet in paragraph.Snippets)
        {
            var line = new Markup($"  {Marked(snippet)}\n");
            terminal.Write(line);
        }
        if (paragraph.HeadlineOnly)
            terminal.MarkupLine("    [dim]the match is in the headline[/]");
        if (paragraph.Missing.Count > 0)
            terminal.MarkupLineInterpolated($"    [dim]without {string.Join(", ", paragraph.Missing)}[/]");
        if (paragraph.Explanation is { } explanation)
        {
            foreach (ScorePart part in explanation.Parts)
                terminal.MarkupLineInterpolated($"    [dim]{part.Value,8:0.0000}  {part.Name}: {part.Description}[/]");
        }
    }

    private static string Marked(Snippet snippet)
    {
        var text = new System.Text.StringBuilder();
        var at = 0;
        foreach (MarkRange range in snippet.Ranges)
        {
            text.Append(Markup.Escape(snippet.Text[at..range.Start]));
            text.Append("[bold yellow]").Append(Markup.Escape(snippet.Text.Substring(range.Start, range.Length))).Append("[/]");
            at = range.Start + range.Length;
        }
        return text.Append(Markup.Escape(snippet.Text[at..])).ToString();
    }
}

/// <summary>How answers are written as JSON.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(FacetFieldNames), typeof(ParagraphKindNames)], WriteIndented = true)]
[JsonSerializable(typeof(SearchAnswer))]
internal sealed partial class AnswerJson : JsonSerializerContext;

/// <summary>Fields of facets as the API names them.</summary>
internal sealed class FacetFieldNames() : JsonStringEnumConverter<FacetField>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

/// <summary>Kinds of paragraphs as the API names them.</summary>
internal sealed class ParagraphKindNames() : JsonStringEnumConverter<ParagraphKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);
