using Microsoft.AspNetCore.Mvc.RazorPages;
using Search.Articles.Searching;

namespace Search.Web.Pages;

/// <summary>What can be asked, in examples that can be tried, and how the pages are used.</summary>
public sealed class HelpModel : PageModel
{
    internal static IEnumerable<IGrouping<string, QueryForm>> Groups => QueryHelp.Forms.GroupBy(form => form.Group);

    /// <summary>Number of paragraphs that an example finds, as far as it is known.</summary>
    internal IReadOnlyDictionary<string, long> Counts { get; private set; } = new Dictionary<string, long>();

    /// <summary>Answers the address.</summary>
    public void OnGet(CancellationToken cancellation) =>
        Counts = HttpContext.RequestServices.GetRequiredService<HelpCounts>().Count(QueryHelp.Forms, cancellation);
}
