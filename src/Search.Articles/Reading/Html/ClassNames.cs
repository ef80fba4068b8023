using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Search.Articles.Cleaning;

namespace Search.Articles.Reading.Html;

/// <summary>Judges elements by their class, id, role and tag: the words that web pages commonly use for their parts.</summary>
internal static partial class ClassNames
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int MaxLength = 300;

    /// <summary>Whether the names say that the element holds the article's body.</summary>
    public static bool IsArticleBody(IElement element) =>
        element.GetAttribute("itemprop") is "articleBody" or "reviewBody" || ArticleBody().IsMatch(Names(element));

    /// <summary>A weight for a candidate's names: positive for content, negative for furniture.</summary>
    public static int Weight(IElement element)
    {
        string names = Names(element);
        if (names.Length == 0) return 0;
        int weight = 0;
        if (Positive().IsMatch(names)) weight += 25;
        if (Negative().IsMatch(names)) weight -= 25;
        return weight;
    }

    /// <summary>The reason why an element inside the article is furniture by its tag or names; null when it is not.</summary>
    public static string? FurnitureReason(IElement element)
    {
        switch (element.LocalName)
        {
            case "nav": return FurnitureReasons.Navigation;
            case "footer": return FurnitureReasons.AfterArticle;
            case "form" or "button" or "fieldset" or "label": return FurnitureReasons.Navigation;
            case "aside": return FurnitureReasons.OutsideArticle;
        }

        if (element.GetAttribute("role") is "navigation" or "menu" or "menubar" or "toolbar" or "dialog" or "alert" or "search" or "complementary" or "contentinfo")
            return FurnitureReasons.Navigation;
        string names = Names(element);
        if (names.Length == 0) return null;
        foreach ((Regex pattern, string reason) in Table)
        {
            if (pattern.IsMatch(names)) return reason;
        }

        return null;
    }

    /// <summary>Whether the names or the tag say that the element is a caption.</summary>
    public static bool IsCaption(IElement element) =>
        element.LocalName is "figcaption" or "figure" or "caption" || Caption().IsMatch(Names(element));

    private static readonly (Regex Pattern, string Reason)[] Table =
    [
        (Comments(), FurnitureReasons.Comments),
        (Share(), FurnitureReasons.ShareBar),
        (Related(), FurnitureReasons.RelatedStories),
        (Newsletter(), FurnitureReasons.NewsletterPrompt),
        (Advertisement(), FurnitureReasons.Advertisement),
        (Consent(), FurnitureReasons.Consent),
        (Author(), FurnitureReasons.AboutUs),
        (Meta(), FurnitureReasons.SectionLabel),
        (Chrome(), FurnitureReasons.Navigation),
    ];

    private static string Names(IElement element)
    {
        string names = $"{element.ClassName} {element.Id}".Trim();
        return names.Length <= MaxLength ? names : names[..MaxLength];
    }

    [GeneratedRegex(@"(^|[\s_-])(article|story|post|entry|news|blog|page|content|single|main)[_-]*(body|content|text|copy|entry)[_-]*(text|content|inner|copy|wrapper|main|wrap|container)?(\s|$|[_-])|articlebody|storybody|(^|\s)(body-?copy|body-?text|e-content|article__(body|content|text)|story__(body|content)|post__(body|content)|rich-?text|field-name-body)(\s|$)", Options, PatternLimits.TimeoutMs)]
    private static partial Regex ArticleBody();

    [GeneratedRegex(@"article|body|content|entry|hentry|h-entry|main|page|post|text|blog|story", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Positive();

    [GeneratedRegex(@"-ad-|hidden|^hid$| hid$| hid |^hid |banner|combx|comment|com-|contact|footer|gdpr|masthead|media|meta|outbrain|promo|related|scroll|share|shoutbox|sidebar|skyscraper|sponsor|shopping|tags|widget|nav|menu|breadcrumb|recirc|taboola|disqus|teaser|popup|modal", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Negative();

    [GeneratedRegex(@"(^|[\s_-])(comments?|disqus|respond|replies|discussion|comment-?(list|form|section|area|thread))([\s_-]|$)|disqus", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Comments();

    [GeneratedRegex(@"(^|[\s_-])(share|shares|sharing|share-?(bar|buttons?|tools?|links?|this)|social|social-?(share|links?|media|icons?|bar|buttons?|follow)|addthis|sharedaddy|follow-?us|followus|tweet-?button|whatsapp)([\s_-]|$)|sharetool|socialshare|sharebutton", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Share();

    [GeneratedRegex(@"(^|[\s_-])(related|recommend(ed|ations?)?|read-?(more|next|also)|more-?(stories|news|articles|from|posts|on|links|like)|most-?(read|popular|viewed)|popular(-?posts)?|trending|outbrain|taboola|zergnet|revcontent|recirc(ulation)?|teasers?|promo(s|tion|ted)?|also-?(read|like)|up-?next|suggested|similar|latest(-?(news|posts|stories))?|yarpp|jp-relatedposts|see-?also|editors?-?picks?|further-?reading|carousel|read-?this)([\s_-]|$)|relatedposts|relatedarticles|relatedstories|related-|recirc", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Related();

    [GeneratedRegex(@"(^|[\s_-])(news-?letters?|subscri(be|ption|ptions)|sign-?up|signup-?form|mailing-?list|mc_embed|paywall|piano|membership|donat(e|ion)|cta|call-?to-?action|optin|inline-?promo)([\s_-]|$)|newsletter", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Newsletter();

    [GeneratedRegex(@"(^|[\s_-])(ads?|advert(s|isement|ising|orial)?|ad-?(slot|unit|container|wrapper|label|banner|break|box)|sponsor(ed|s)?|dfp|gpt|adsense|adsbygoogle|banner-?ad|affiliate(-?(disclosure|disclaimer|links?))?)([\s_-]|$)|advert", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Advertisement();

    [GeneratedRegex(@"(^|[\s_-])(cookies?|consent|gdpr|privacy|disclaimer|legal|copyright)([\s_-]|$)|cookie-|cookiebanner|cookieconsent", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Consent();

    [GeneratedRegex(@"(^|[\s_-])(author-?(bio|box|info|card|description|details|block|profile)|about-?(the-?)?author|bio(graphy)?|by-?line|bylines?|byline-?\w+|post-?author|entry-?author|authors?|contributors?)([\s_-]|$)", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Author();

    [GeneratedRegex(@"(^|[\s_-])(tags?|tag-?(list|links|cloud)|categor(y|ies)|topics?|breadcrumbs?|kicker|eyebrow|(post|entry|article|story)-?(meta|info|date|tags|footer|utility|tools|header)|meta-?(data|info)?|date-?line|time-?stamp|publish(ed)?-?(date|time)?|date|pub-?date|post-?date|entry-?date|read-?time|reading-?time|print-?(only|link|button)?)([\s_-]|$)|breadcrumb", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Meta();

    [GeneratedRegex(@"(^|[\s_-])(nav(bar|igation|-menu)?|menus?|side-?bar|footer|skip-?(link|to|nav)|screen-?reader(-?text)?|sr-only|visually-?hidden|pag(er|ination)|popup|pop-?up|modal|overlay|tooltip|toolbar|widgets?|login|log-?in|search-?(form|box|bar)|site-?(header|footer|nav)|masthead|back-?to-?top|tool-?bar|lightbox|gallery-?(nav|controls|count)|video-?(player|controls|js)|jwplayer|player|slideshow|slider|poll|quiz|hidden|toc|table-of-contents|noprint|no-print)([\s_-]|$)|sidebar", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Chrome();

    [GeneratedRegex(@"(^|[\s_-])(captions?|wp-caption(-text)?|fig-?caption|image-?(caption|credit|desc(ription)?|info|source)|photo-?(caption|credit|info|desc(ription)?)|media-?(caption|credit|desc(ription)?)|img-?(caption|credit)|credits?|photographer|gallery-?caption|legende|bildunterschrift|cutline)([\s_-]|$)|__caption|imagecaption|photocaption", Options, PatternLimits.TimeoutMs)]
    private static partial Regex Caption();
}
