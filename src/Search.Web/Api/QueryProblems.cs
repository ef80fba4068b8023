using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Search.Articles.Searching;

namespace Search.Web.Api;

/// <summary>Turns what a caller got wrong into an RFC 9457 problem with the reason and, for queries, the place.</summary>
internal sealed class QueryProblems(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        ProblemDetails? problem = exception switch
        {
            QueryException query => Describe(query),
            ParameterException parameter => Describe(parameter),
            _ => null,
        };
        if (problem is null)
            return false;
        httpContext.Response.StatusCode = StatusCodes.Status400BadRequest;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    private static ProblemDetails Describe(QueryException query)
    {
        var problem = new ProblemDetails { Status = StatusCodes.Status400BadRequest, Title = "The query cannot be answered.", Detail = query.Message };
        problem.Extensions["span"] = new ProblemSpan(query.Start, query.Length);
        problem.Extensions["reason"] = query.Message;
        return problem;
    }

    private static ProblemDetails Describe(ParameterException parameter)
    {
        var problem = new ProblemDetails { Status = StatusCodes.Status400BadRequest, Title = "A parameter has a value that it cannot have.", Detail = parameter.Message };
        problem.Extensions["parameter"] = parameter.Parameter;
        return problem;
    }
}
