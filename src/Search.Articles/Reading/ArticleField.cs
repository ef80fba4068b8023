namespace Search.Articles.Reading;

/// <summary>The parts of an article that data files have in fields.</summary>
public enum ArticleField
{
    /// <summary>An id of its own.</summary>
    Id,

    /// <summary>The headline.</summary>
    Headline,

    /// <summary>The text, plain or with HTML tags.</summary>
    Text,

    /// <summary>Who published it.</summary>
    Outlet,

    /// <summary>Who wrote it.</summary>
    Author,

    /// <summary>When it was published.</summary>
    Published,

    /// <summary>Address of the original.</summary>
    Url,

    /// <summary>Its language.</summary>
    Language,
}
