using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Search.Articles.Searching;
using Search.Web.Api;
using Search.Web.Hosting;

namespace Search.Web.Pages;

/// <summary>The search page: the query and everything around it stands in the address.</summary>
public sealed class IndexModel(IArticleIndex articles) : PageModel
{
    private const int ParagraphsPerArticle = 3;

    private int _perArticle = ParagraphsPerArticle;

    /// <summary>The parameters as they came.</summary>
    public SearchRequest Input { get; private set; } = new();

    /// <summary>What was found; null before a search and after an error.</summary>
    public SearchAnswer? Answer { get; private set; }

    /// <summary>Why there is no answer; null when there is one or none was asked for.</summary>
    public string? Error { get; private set; }

    /// <summary>The part of the query that <see cref="Error"/> is about.</summary>
    public ProblemSpan? ErrorSpan { get; private set; }

    /// <summary>The query as it would be understood if it were repaired; null where there is none.</summary>
    public string? Repaired { get; private set; }

    /// <summary>What the index holds.</summary>
    public IndexStatus Status { get; } = articles.Status;

    internal SearchAddress Address { get; private set; } = null!;

    /// <summary>Paragraphs to show around each result.</summary>
    internal int Context { get; private set; }

    /// <summary>Answers the address.</summary>
    public void OnGet([FromQuery(Name = "")] SearchRequest input, CancellationToken cancellation)
    {
        Input = input;
        Address = SearchAddress.Of(Request.Query);
        if (Request.Query.Count == 0)
            return;
        try
        {
            ArticleQuery query = input.ToQuery(ParagraphsPerArticle);
            Context = query.Context;
            _perArticle = query.ParagraphsPerArticle;
            Answer = articles.Search(Shown(query), cancellation);
        }
        catch (QueryException fault)
        {
            Fail(fault.Message, fault.IsGone ? StatusCodes.Status410Gone : StatusCodes.Status400BadRequest);
            // At the end of the text a fault has a place but no length.
            ErrorSpan = fault.Start + fault.Length > 0 ? new ProblemSpan(fault.Start, fault.Length) : null;
            Repaired = fault.Repaired;
        }
        catch (ParameterException fault)
        {
            Fail(fault.Message, StatusCodes.Status400BadRequest);
        }
        catch (QueryBudgetException fault)
        {
            Fail(fault.Message, StatusCodes.Status503ServiceUnavailable);
        }
        catch (NoIndexException fault)
        {
            Fail(fault.Message, StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Most paragraphs to show of an article.</summary>
    internal int ShownOf(ArticleHit hit) => Address.IsOpen(SearchAddress.More, hit.Article.Id) ? ArticleQuery.MaxParagraphsPerArticle : _perArticle;

    // What is opened on the page is asked for with the answer.
    private ArticleQuery Shown(ArticleQuery query) => query with
    {
        Context = Address.Value(SearchAddress.Around) is null ? query.Context : Math.Max(query.Context, 1),
        Explain = query.Explain || Address.Value(SearchAddress.Why) is not null,
        ParagraphsPerArticle = Address.Value(SearchAddress.More) is null ? query.ParagraphsPerArticle : ArticleQuery.MaxParagraphsPerArticle,
    };

    private void Fail(string reason, int status)
    {
        Error = reason;
        Response.StatusCode = status;
    }
}
