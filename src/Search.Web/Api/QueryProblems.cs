using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Search.Articles.Searching;
using Search.Web.Hosting;

namespace Search.Web.Api;

/// <summary>Turns what a caller got wrong, or came too early for, into an RFC 9457 problem with the reason and, for queries, the place.</summary>
internal sealed class QueryProblems(IProblemDetailsService problems) : IExceptionHandler
{
    // What a value must look like before a handler sees it; the framework's own message names neither parameter nor value.
    private static readonly (string Parameter, string Form, Predicate<string?> Fits)[] TypedParameters =
    [
        ("limit", "a whole number", IsNumber),
        ("context", "a whole number", IsNumber),
        ("snippets", "a whole number", IsNumber),
        ("per-article", "a whole number", IsNumber),
        ("recency-days", "a whole number", IsNumber),
        ("recency", "a number", value => float.TryParse(value, CultureInfo.InvariantCulture, out _)),
        ("feedback", "true or false", value => bool.TryParse(value, out _)),
        ("explain", "true or false", value => bool.TryParse(value, out _)),
    ];

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        ProblemDetails? problem = exception switch
        {
            QueryException { IsGone: true } gone =>
                Describe(StatusCodes.Status410Gone, "The state of the index that this cursor continues on is no longer kept.", gone.Message),
            QueryException query => Describe(query),
            ParameterException parameter => Describe(parameter),
            QueryBudgetException budget => Describe(budget),
            NoIndexException nothing => Describe(nothing),
            IndexInUseException inUse => Describe(StatusCodes.Status503ServiceUnavailable, "Another process is writing to the index.", inUse.Message),
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } tooLarge =>
                Describe(StatusCodes.Status413PayloadTooLarge, "The request is too large.", tooLarge.Message),
            BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } request => Describe(request, httpContext.Request.Query),
            _ => null,
        };
        if (problem is null)
            return false;
        httpContext.Response.StatusCode = problem.Status ?? StatusCodes.Status400BadRequest;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            httpContext.Response.Headers.RetryAfter = "5";
        if (Requests.IsPage(httpContext))
            return true; // an answer without a body gets its page on the way out
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    private static ProblemDetails Describe(QueryException query)
    {
        var problem = new ProblemDetails { Status = StatusCodes.Status400BadRequest, Title = "The query cannot be answered.", Detail = query.Message };
        problem.Extensions["span"] = new ProblemSpan(query.Start, query.Length);
        problem.Extensions["reason"] = query.Message;
        problem.Extensions["repaired"] = query.Repaired;
        return problem;
    }

    private static ProblemDetails Describe(ParameterException parameter)
    {
        var problem = new ProblemDetails { Status = StatusCodes.Status400BadRequest, Title = "A parameter has a value that it cannot have.", Detail = parameter.Message };
        problem.Extensions["parameter"] = parameter.Parameter;
        problem.Extensions["reason"] = parameter.Message;
        return problem;
    }

    private static ProblemDetails Describe(QueryBudgetException budget)
    {
        ProblemDetails problem = Describe(StatusCodes.Status503ServiceUnavailable, "The search takes too long.", budget.Message);
        problem.Extensions["budgetMs"] = budget.Milliseconds;
        return problem;
    }

    private static ProblemDetails Describe(NoIndexException nothing) =>
        Describe(StatusCodes.Status503ServiceUnavailable, "There is nothing to search.", nothing.Message);

    private static ProblemDetails Describe(int status, string title, string reason)
    {
        var problem = new ProblemDetails { Status = status, Title = title, Detail = reason };
        problem.Extensions["reason"] = reason;
        return problem;
    }

    private static ProblemDetails Describe(BadHttpRequestException request, IQueryCollection values)
    {
        foreach ((string parameter, string form, Predicate<string?> fits) in TypedParameters)
        {
            if (values.TryGetValue(parameter, out StringValues given) && !(given.Count == 1 && fits(given[0])))
                return Describe(new ParameterException(parameter, $"{parameter} is {form}, not \"{given}\""));
        }
        return new ProblemDetails { Status = StatusCodes.Status400BadRequest, Title = "The request cannot be understood.", Detail = request.Message };
    }

    private static bool IsNumber(string? value) => int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _);
}
