namespace Search.Articles.Querying.Syntax;

/// <summary>How a field is looked for.</summary>
internal enum FieldKind
{
    /// <summary>The paragraph's text.</summary>
    Body,

    /// <summary>The article's headline: its first paragraph stands for it.</summary>
    Headline,

    /// <summary>The text of an article's first paragraphs.</summary>
    Lead,

    /// <summary>Names or places of the paragraph: a word of one, or a whole one in quotes.</summary>
    Mention,

    /// <summary>Names or places as text.</summary>
    MentionText,

    /// <summary>A value of the article: a word of it, or all of it in quotes; letter case does not count.</summary>
    Keyword,

    /// <summary>The article's id.</summary>
    Id,

    /// <summary>The paragraph's permalink key.</summary>
    Key,

    /// <summary>A value that only the article's own document has.</summary>
    Address,

    /// <summary>The host of the original's address, or the outlet.</summary>
    Site,

    /// <summary>The date of publication.</summary>
    Date,
}
