namespace Search.Articles.Cleaning;

/// <summary>Which part of the header a span is: the words that the article view shows.</summary>
internal static class HeaderParts
{
    public const string Headline = "headline";
    public const string Outlet = "outlet";
    public const string Byline = "byline";
    public const string Date = "date";
    public const string Place = "place";
    public const string PageTitle = "page title";
}
