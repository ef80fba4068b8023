namespace Search.Articles.Paragraphs;

/// <summary>What the markup says a block is.</summary>
internal enum BlockHint
{
    /// <summary>Nothing: plain text, or an element without a meaning.</summary>
    None,

    /// <summary>A heading element.</summary>
    Heading,

    /// <summary>A caption: shortcode or element.</summary>
    Caption,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A cell or row of a table.</summary>
    TableRow,
}
