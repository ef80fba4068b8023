namespace Search.Articles.Cleaning;

/// <summary>Why a stretch of a source is page furniture: the words that reports and the article view show.</summary>
internal static class FurnitureReasons
{
    public const string Advertisement = "advertisement";
    public const string SummaryPrompt = "summary prompt";
    public const string LoginPrompt = "log-in prompt";
    public const string Consent = "consent";
    public const string ShareBar = "share bar";
    public const string RelatedStories = "related stories";
    public const string AboutUs = "about us";
    public const string NeighbouringArticle = "neighbouring article";
    public const string SectionLabel = "section label";
    public const string Shortcode = "shortcode";
    public const string PhotoCredit = "photo credit";
    public const string RepeatedHeadline = "headline repeated";
    public const string AgencyNote = "agency note";
    public const string NewsletterPrompt = "newsletter prompt";
    public const string Subscription = "subscription";
    public const string Copyright = "copyright";
    public const string Navigation = "navigation";
    public const string Comments = "comments";
    public const string AfterArticle = "after the article";
    public const string BeforeArticle = "before the article";
    public const string OutsideArticle = "outside the article";
    public const string Media = "media player";
    public const string RepeatedLine = "repeated in the collection";
    public const string RepeatedOnPage = "repeated on the page";
    public const string AffiliateNote = "affiliate note";
    public const string ReadingTime = "reading time";
    public const string Rule = "rule";
    public const string BareAddress = "bare address";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Advertisement, SummaryPrompt, LoginPrompt, Consent, ShareBar, RelatedStories, AboutUs, NeighbouringArticle, SectionLabel,
        Shortcode, PhotoCredit, RepeatedHeadline, AgencyNote, NewsletterPrompt, Subscription, Copyright, Navigation, Comments,
        AfterArticle, BeforeArticle, OutsideArticle, Media, RepeatedLine, RepeatedOnPage, AffiliateNote, ReadingTime, Rule,
        BareAddress,
    ];
}
