using Search.Articles.Searching;

namespace Search.Web.Api.Writing;

/// <summary>An article to be taken in.</summary>
/// <param name="Id">Its id: letters, digits, ".", "_", "-" and "~". In a list each article has one; a single article may leave it to the address.</param>
/// <param name="Headline">The headline; null to find it in the text.</param>
/// <param name="Text">The text; paragraphs are parted by blank lines.</param>
/// <param name="Html">The page; instead of a text.</param>
/// <param name="Outlet">Who published it.</param>
/// <param name="Authors">Its authors.</param>
/// <param name="Published">When it was published.</param>
/// <param name="Url">Address of the original, http or https.</param>
/// <param name="Language">Two letters, or a longer language tag.</param>
public sealed record ArticleBody(
    string? Id = null, string? Headline = null, string? Text = null, string? Html = null, string? Outlet = null, IReadOnlyList<string>? Authors = null,
    DateTimeOffset? Published = null, string? Url = null, string? Language = null)
{
    internal ArticleSubmission ToSubmission(string id) => new(id, Headline, Text ?? "", Html, Outlet, Authors ?? [], Published, Url, Language);
}

/// <summary>What became of an article.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Status">added, replaced or unchanged.</param>
/// <param name="Link">Its page.</param>
/// <param name="Generation">The commit that has it.</param>
public sealed record ArticleWritten(string Id, string Status, string Link, long Generation);

/// <summary>What became of one line of a list.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Id">The article; null when the line does not say.</param>
/// <param name="Status">added, replaced or unchanged; superseded when a later line has the same id; rejected.</param>
/// <param name="Reason">Why it was rejected; null when it was not.</param>
/// <param name="Generation">The commit that has it; null when it was rejected.</param>
public sealed record LineResult(int Line, string? Id, string Status, string? Reason, long? Generation);
