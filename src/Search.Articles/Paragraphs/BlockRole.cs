namespace Search.Articles.Paragraphs;

/// <summary>What a block of text turned out to be.</summary>
internal enum BlockRole
{
    /// <summary>Not decided yet; at the end it counts as body.</summary>
    Undecided,

    /// <summary>Running text.</summary>
    Body,

    /// <summary>A heading inside the article; belongs to what follows.</summary>
    Subheading,

    /// <summary>The sentence under a picture.</summary>
    Caption,

    /// <summary>Part of the header.</summary>
    Header,

    /// <summary>Page furniture.</summary>
    Furniture,
}
