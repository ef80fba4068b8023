using Microsoft.AspNetCore.Mvc.RazorPages;
using Search.Articles.Searching;

namespace Search.Web.Pages;

/// <summary>What can be asked, in examples that can be tried, and how the pages are used.</summary>
public sealed class HelpModel : PageModel
{
    internal static IEnumerable<IGrouping<string, QueryForm>> Groups => QueryHelp.Forms.GroupBy(form => form.Group);
}
