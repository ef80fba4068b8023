namespace Search.Articles.Names;

/// <summary>How the letters of a word are written.</summary>
internal enum WordShape : byte
{
    Lower,
    Capitalised,

    /// <summary>At least two capital letters and no small one.</summary>
    Upper,

    /// <summary>Small letters before capitals, or a capital inside: McDonald, iPhone.</summary>
    Mixed,

    /// <summary>One capital letter.</summary>
    Initial,
    Number,
}

/// <summary>What stands between a word and the one before it.</summary>
internal enum WordGap : byte
{
    Space,
    Hyphen,
    Comma,
    Ampersand,
    OpenBracket,
    Quote,

    /// <summary>Anything else, and the start of the text.</summary>
    Break,
}

/// <summary>A word of a text; offsets are UTF-16 code units, the possessive is outside of [Start, End).</summary>
internal readonly record struct Word(int Start, int End, WordShape Shape, WordGap Gap, WordClasses Classes)
{
    /// <summary>Whether <c>'s</c> or <c>s'</c> follows.</summary>
    public bool Possessive { get; init; }

    /// <summary>Whether it opens a sentence, a heading or a quotation, where any word has a capital.</summary>
    public bool Opening { get; init; }

    /// <summary>Whether it ends with the dot of an abbreviation, which is outside of [Start, End) like a full stop.</summary>
    public bool Dotted { get; init; }

    public bool HasDigit { get; init; }

    public bool Is(WordClasses any) => (Classes & any) != WordClasses.None;

    /// <summary>Whether it is written as names are.</summary>
    public bool IsNameLike => Shape is WordShape.Capitalised or WordShape.Upper or WordShape.Mixed or WordShape.Initial;
}
