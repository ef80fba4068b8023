using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
using Search.Articles.Searching;
using Search.Web.Hosting;

namespace Search.Web.Api;

/// <summary>A list of questions.</summary>
/// <param name="Questions">Queries, each a text.</param>
public sealed record QuestionList([property: JsonRequired] IReadOnlyList<JsonElement> Questions);

/// <summary>What became of one question.</summary>
/// <param name="Number">Its place in the list, from 1.</param>
/// <param name="Question">The question; null when it was no text.</param>
/// <param name="Answer">Its best paragraphs; null when there is a problem.</param>
/// <param name="Problem">Why it was not answered; null when it was.</param>
public sealed record QuestionResult(int Number, string? Question, SnippetsResponse? Answer, QuestionProblem? Problem);

/// <summary>Why a question was not answered.</summary>
/// <param name="Reason">In a sentence.</param>
/// <param name="Span">The place in the question; null when it is about the whole.</param>
/// <param name="Repaired">The question as lenient mode would understand it; null where there is none.</param>
public sealed record QuestionProblem(string Reason, ProblemSpan? Span, string? Repaired);

/// <summary><c>POST /v1/questions</c>: many queries at once, each answered or refused by itself.</summary>
internal static class QuestionEndpoints
{
    public static void MapQuestions(this IEndpointRouteBuilder routes, HostSettings settings) =>
        routes.MapPost("/v1/questions", Answer)
            .WithName("Questions")
            .WithTags("Search")
            .WithSummary("Many queries at once: a line of JSON each, as soon as it is answered. The parameters hold for all of them.")
            .WithMetadata(new RequestSizeLimitAttribute(settings.All.Number("max-article-bytes")))
            .Accepts<QuestionList>("application/json")
            .Produces<QuestionResult>(StatusCodes.Status200OK, "application/jsonl")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task Answer(
        [AsParameters] SearchRequest request, HttpContext context, IArticleIndex articles, HostSettings settings, CancellationToken cancellation)
    {
        if (request.Query is not null || request.Cursor is not null)
            throw new ParameterException(request.Query is null ? "cursor" : "q", "the questions stand in the body; the parameters hold for all of them");
        ArticleQuery common = request.ToQuery(paragraphsPerArticle: 1);
        QuestionList list = await ReadAsync(context.Request, settings.All.Number("max-questions"), cancellation);
        if (articles.Status.Generation == 0)
            throw new NoIndexException();
        context.Response.ContentType = JsonLines.MediaType;
        PipeWriter output = context.Response.BodyWriter;
        for (var i = 0; i < list.Questions.Count; i++)
        {
            JsonLines.Write(output, One(articles, common, i + 1, list.Questions[i], cancellation), ApiJson.Default.QuestionResult);
            await output.FlushAsync(cancellation);
        }
    }

    private static async Task<QuestionList> ReadAsync(HttpRequest request, long most, CancellationToken cancellation)
    {
        QuestionList? list;
        try
        {
            list = await JsonSerializer.DeserializeAsync(request.Body, ApiJson.Default.QuestionList, cancellation);
        }
        catch (JsonException fault)
        {
            throw new ParameterException("questions", $"the body is {{\"questions\":[\"…\"]}}: {fault.Message}");
        }
        if (list?.Questions is not { Count: > 0 })
            throw new ParameterException("questions", "the body is {\"questions\":[\"…\"]} with at least one question");
        return list.Questions.Count <= most ? list
            : throw new ParameterException("questions", $"there are {list.Questions.Count} questions, more than {most}");
    }

    // Whatever one question does, the others are answered.
    private static QuestionResult One(IArticleIndex articles, ArticleQuery common, int number, JsonElement question, CancellationToken cancellation)
    {
        if (TextOf(question) is not { } text)
            return new QuestionResult(number, null, null, new QuestionProblem("A question is a text of whole characters.", null, null));
        try
        {
            return new QuestionResult(number, text, articles.Snippets(common with { Text = text }, cancellation).ToResponse(text), null);
        }
        catch (QueryException fault)
        {
            var span = new ProblemSpan(fault.Start, fault.Length);
            return new QuestionResult(number, text, null, new QuestionProblem(fault.Message, fault.Start + fault.Length > 0 ? span : null, fault.Repaired));
        }
        catch (QueryBudgetException fault)
        {
            return new QuestionResult(number, text, null, new QuestionProblem(fault.Message, null, null));
        }
    }

    private static string? TextOf(JsonElement question)
    {
        try
        {
            return question.ValueKind == JsonValueKind.String ? question.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half of a surrogate pair
        }
    }
}
