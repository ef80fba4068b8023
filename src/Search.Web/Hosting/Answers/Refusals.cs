using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Search.Web.Hosting.Answers;

/// <summary>Sends a request away before it reaches its endpoint: a problem for programs, a page for people.</summary>
internal static class Refusals
{
    /// <summary>Whether this is the round that only makes the page about a refusal.</summary>
    public static bool IsSecondRound(HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    public static async Task RefuseAsync(HttpContext context, int status, string title, string detail, TimeSpan? retryAfter = null)
    {
        context.Response.StatusCode = status;
        if (retryAfter is { } wait)
            context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString();
        if (Requests.IsPage(context))
            return; // an answer without a body gets its page on the way out
        var problem = new ProblemDetails { Status = status, Title = title, Detail = detail };
        problem.Extensions["reason"] = detail;
        IProblemDetailsService problems = context.RequestServices.GetRequiredService<IProblemDetailsService>();
        await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem });
    }
}
