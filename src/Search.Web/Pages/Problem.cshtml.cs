using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Search.Web.Pages;

/// <summary>What a visitor sees when an address leads nowhere or something failed.</summary>
[ResponseCache(NoStore = true)]
public sealed class ProblemModel : PageModel
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; private set; }

    /// <summary>In a few words.</summary>
    public string Heading => Status switch
    {
        StatusCodes.Status404NotFound => "There is no such page",
        StatusCodes.Status400BadRequest => "This address cannot be understood",
        StatusCodes.Status401Unauthorized => "A key is needed",
        StatusCodes.Status403Forbidden => "This key may not do that",
        StatusCodes.Status410Gone => "This page of results is gone",
        StatusCodes.Status429TooManyRequests => "Too many requests at once",
        StatusCodes.Status503ServiceUnavailable => "Not at the moment",
        _ => "Something went wrong here",
    };

    /// <summary>What can be done about it.</summary>
    public string Reason => Status switch
    {
        StatusCodes.Status404NotFound => "No page or article has this address. An article may have left the folder since the link was made.",
        StatusCodes.Status400BadRequest => "A part of it is not what it should be. Searching for what you want will lead there.",
        StatusCodes.Status401Unauthorized => "Load the page again and give a key of this host as the password; the name does not matter.",
        StatusCodes.Status403Forbidden => "The key that was given is for searching. Writing, and the host's own figures, need an admin key.",
        StatusCodes.Status410Gone => "The index has changed since the page before. Search again from the first page.",
        StatusCodes.Status429TooManyRequests => "Wait a moment, then load the page again.",
        StatusCodes.Status503ServiceUnavailable => "The index is not there yet or is busy. Load the page again in a moment.",
        _ => "It was written to the log. Loading the page again may help.",
    };

    /// <summary>Answers the address.</summary>
    public void OnGet(int status)
    {
        Status = status;
        Response.StatusCode = status;
    }
}
