namespace Search.Articles.Reading;

/// <summary>The form of a file that holds articles.</summary>
public enum ArticleFormat
{
    /// <summary>One article of plain text.</summary>
    Text,

    /// <summary>A JSON object, or an array of them.</summary>
    Json,

    /// <summary>A JSON object a line.</summary>
    JsonLines,

    /// <summary>A web page.</summary>
    Html,

    /// <summary>A row of names and rows of separated values.</summary>
    Table,

    /// <summary>An RSS or Atom feed.</summary>
    Feed,

    /// <summary>A ZIP archive of such files.</summary>
    Zip,
}
