using System.CommandLine;
using System.Text.Json;
using Search.Articles.Indexing;
using Search.Articles.Searching;

namespace Search.Cli;

/// <summary><c>search questions FILE</c>: a question a line, each answered or refused by itself.</summary>
internal static class QuestionsCommand
{
    private const int MostShown = 100;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A text file with a question a line; - reads the standard input." };
        Option<string> index = CommandFrame.IndexOption();
        var limit = new Option<int>("--limit", "-n") { Description = "Paragraphs of each question: 1 to 100.", DefaultValueFactory = _ => 3 };
        var json = new Option<bool>("--json") { Description = "A line of JSON for each question." };
        var strict = new Option<bool>("--strict") { Description = "Refuse broken syntax instead of repairing it." };
        var command = new Command("questions", "Answers many questions at once.") { file, index, limit, json, strict };
        command.SetAction((parsed, cancellation) => Task.FromResult(CommandFrame.Run(() => Run(
            parsed.GetRequiredValue(file),
            parsed.GetRequiredValue(index),
            new ArticleQuery { Limit = parsed.GetValue(limit), Mode = parsed.GetValue(strict) ? QueryMode.Strict : QueryMode.Lenient },
            parsed.GetValue(json),
            cancellation))));
        return command;
    }

    private static int Run(string file, string indexFolder, ArticleQuery common, bool json, CancellationToken cancellation)
    {
        if (common.Limit is < ArticleQuery.MinLimit or > MostShown)
            return CommandFrame.Fail(ExitCodes.Usage, $"--limit is {ArticleQuery.MinLimit} to {MostShown}, not {common.Limit}");
        if (!Directory.Exists(indexFolder))
            return CommandFrame.Fail(ExitCodes.Failure, $"there is no index in {indexFolder}");
        using IArticleIndex index = EmbeddedArticleIndex.Open(indexFolder);
        using TextReader questions = file == "-" ? Console.In : File.OpenText(file);
        var number = 0;
        var complete = true;
        while (questions.ReadLine() is { } line)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                complete &= Answer(index, common with { Text = line.Trim() }, number, json, cancellation);
        }
        return complete ? ExitCodes.Success : ExitCodes.Incomplete;
    }

    // Whatever one question does, the others are answered.
    private static bool Answer(IArticleIndex index, ArticleQuery query, int number, bool json, CancellationToken cancellation)
    {
        SnippetAnswer? answer = null;
        QuestionProblem? problem = null;
        try
        {
            answer = index.Snippets(query, cancellation);
        }
        catch (QueryException fault)
        {
            problem = QuestionProblem.Of(fault);
        }
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(
                new AnsweredQuestion(number, query.Text, answer is null ? null : QuestionAnswer.Of(answer, query.Text), problem), AnswerLines.Default.AnsweredQuestion));
        else
            Print(query.Text, answer, problem?.Reason);
        return answer is { Snippets.Count: > 0 };
    }

    private static void Print(string question, SnippetAnswer? answer, string? reason)
    {
        Console.WriteLine(question);
        if (answer is null)
            Console.WriteLine($"  not answered: {reason}");
        else if (answer.Snippets.Count == 0)
            Console.WriteLine("  nothing found");
        foreach (SnippetHit hit in answer?.Snippets ?? [])
            Console.WriteLine($"  {hit.Article.Id}/{hit.Paragraph.Key}  {string.Join(" … ", hit.Paragraph.Snippets.Select(snippet => snippet.Text))}{(hit.Paragraph.HeadlineOnly ? "  (the match is in the headline)" : "")}");
    }
}
