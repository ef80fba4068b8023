using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Search.Web.Pages;

/// <summary>What a visitor sees when an address leads nowhere or something failed.</summary>
[ResponseCache(NoStore = true)]
public sealed class ProblemModel : PageModel
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; private set; }

    /// <summary>In a sentence.</summary>
    public string Reason => Status switch
    {
        StatusCodes.Status404NotFound => "There is no such page or article here.",
        StatusCodes.Status400BadRequest => "This address cannot be understood.",
        _ => "Something went wrong here. It was written to the log.",
    };

    /// <summary>Answers the address.</summary>
    public void OnGet(int status)
    {
        Status = status;
        Response.StatusCode = status;
    }
}
