using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Search.Articles.Searching;
using Search.Web.Api;

namespace Search.Web.Pages;

/// <summary>The search page: the query and everything around it stands in the address.</summary>
public sealed class IndexModel(IArticleIndex articles) : PageModel
{
    private const int ParagraphsPerArticle = 3;

    /// <summary>The parameters as they came.</summary>
    public SearchRequest Input { get; private set; } = new();

    /// <summary>What was found; null before a search and after an error.</summary>
    public SearchAnswer? Answer { get; private set; }

    /// <summary>Why there is no answer; null when there is one or none was asked for.</summary>
    public string? Error { get; private set; }

    /// <summary>The part of the query that <see cref="Error"/> is about.</summary>
    public ProblemSpan? ErrorSpan { get; private set; }

    /// <summary>What the index holds.</summary>
    public IndexStatus Status { get; private set; } = articles.Status;

    internal SearchPageLinks Links => new(Input);

    /// <summary>Whether the visitor asked for anything yet.</summary>
    public bool IsSearch { get; private set; }

    /// <summary>Answers the address.</summary>
    public void OnGet(
        [FromQuery(Name = "q")] string? query, string? cursor, string? mode, string[] outlet, string[] name, string[] place, string? from, string? to,
        string? sort, bool? explain, int? limit, string[] boost, CancellationToken cancellation)
    {
        Input = new SearchRequest
        {
            Query = query, Cursor = cursor, Mode = mode, Outlet = outlet, Name = name, Place = place, From = from, To = to, Sort = sort,
            Explain = explain, Limit = limit, Boost = boost,
        };
        IsSearch = Request.Query.Count > 0;
        if (!IsSearch)
            return;
        try
        {
            Answer = articles.Search(Input.ToQuery(ParagraphsPerArticle), cancellation);
        }
        catch (QueryException fault)
        {
            Error = fault.Message;
            // At the end of the text a fault has a place but no length.
            ErrorSpan = fault.Start + fault.Length > 0 ? new ProblemSpan(fault.Start, fault.Length) : null;
        }
        catch (ParameterException fault)
        {
            Error = fault.Message;
        }
        catch (NoIndexException fault)
        {
            Error = fault.Message;
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }
        if (Error is not null)
            Response.StatusCode = StatusCodes.Status400BadRequest;
    }
}
