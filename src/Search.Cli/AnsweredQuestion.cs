using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Articles.Searching;

namespace Search.Cli;

/// <summary>What became of one question; in JSON as the API's <c>/v1/questions</c> has it.</summary>
/// <param name="Number">Its line, from 1.</param>
/// <param name="Question">The question.</param>
/// <param name="Answer">Its best paragraphs; null when it was refused.</param>
/// <param name="Problem">Why it was refused; null when it was not.</param>
internal sealed record AnsweredQuestion(int Number, string Question, QuestionAnswer? Answer, QuestionProblem? Problem);

/// <summary>The best paragraphs for a question.</summary>
internal sealed record QuestionAnswer(
    UnderstoodQuery Query, HitTotals Total, double TookMs, long Generation, IReadOnlyList<AnsweringParagraph> Paragraphs, string? Next)
{
    public static QuestionAnswer Of(SnippetAnswer answer, string question) => new(
        answer.Query, answer.Total, answer.TookMs, answer.Generation, [.. answer.Snippets.Select(hit => AnsweringParagraph.Of(hit, question))], answer.Next);
}

/// <summary>A paragraph that answers a question.</summary>
/// <param name="Before">Empty: the command asks for no paragraphs around it.</param>
/// <param name="After">Empty as well.</param>
internal sealed record AnsweringParagraph(
    AnsweringArticle Article, string Key, int Ordinal, string Link, float Score, IReadOnlyList<string> Names, IReadOnlyList<string> Places,
    IReadOnlyList<Snippet> Snippets, IReadOnlyList<string> Missing, bool HeadlineOnly, IReadOnlyList<string> Before, IReadOnlyList<string> After, ScorePart? Explanation)
{
    public static AnsweringParagraph Of(SnippetHit hit, string question)
    {
        ParagraphHit paragraph = hit.Paragraph;
        var article = AnsweringArticle.Of(hit.Article);
        string link = $"{article.Link}/{Uri.EscapeDataString(paragraph.Key)}?q={Uri.EscapeDataString(question)}";
        return new AnsweringParagraph(
            article, paragraph.Key, paragraph.Ordinal, link, paragraph.Score, paragraph.Names, paragraph.Places, paragraph.Snippets, paragraph.Missing,
            paragraph.HeadlineOnly, [], [], paragraph.Explanation);
    }
}

/// <summary>The article of a paragraph that answers a question.</summary>
internal sealed record AnsweringArticle(
    string Id, string? Headline, string Title, string? Outlet, IReadOnlyList<string> Authors, DateTimeOffset? Published, string? Url, string Link,
    string Path, int ParagraphCount)
{
    public static AnsweringArticle Of(ArticleHeader article) => new(
        article.Id, article.Headline, article.Title, article.Outlet, article.Authors, article.Published, article.Url,
        $"/a/{Uri.EscapeDataString(article.Id)}", article.Path, article.ParagraphCount);
}

/// <summary>Why a question was not answered.</summary>
/// <param name="Reason">In a sentence.</param>
/// <param name="Span">The place in the question; null when it is about the whole.</param>
/// <param name="Repaired">The question as lenient mode would understand it; null where there is none.</param>
internal sealed record QuestionProblem(string Reason, QuestionSpan? Span, string? Repaired)
{
    public static QuestionProblem Of(QueryException fault) =>
        new(fault.Message, fault.Start + fault.Length > 0 ? new QuestionSpan(fault.Start, fault.Length) : null, fault.Repaired);
}

/// <summary>A place in a question, in UTF-16 code units.</summary>
internal sealed record QuestionSpan(int Start, int Length);

/// <summary>How answers are written a line each.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, Converters = [typeof(FacetFieldNames), typeof(ParagraphKindNames)])]
[JsonSerializable(typeof(AnsweredQuestion))]
internal sealed partial class AnswerLines : JsonSerializerContext;
