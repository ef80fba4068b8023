namespace Search.Engine.QueryParsing;

/// <summary>A piece of a query text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">UTF-16 offset in the query text.</param>
/// <param name="Text">The characters, as written.</param>
internal readonly record struct LexerToken(LexerTokenKind Kind, int Start, string Text)
{
    /// <summary>Offset behind the last character.</summary>
    public int End => Start + Text.Length;
}

/// <summary>The kinds of pieces (search semantics notes, section 4.1).</summary>
internal enum LexerTokenKind
{
    /// <summary>End of the text.</summary>
    End,

    /// <summary>A character that starts no piece; the lexer stops there.</summary>
    Invalid,

    /// <summary><c>AND</c> or <c>&amp;&amp;</c>.</summary>
    And,

    /// <summary><c>OR</c> or <c>||</c>.</summary>
    Or,

    /// <summary><c>NOT</c> or <c>!</c>.</summary>
    Not,

    /// <summary><c>+</c>.</summary>
    Plus,

    /// <summary><c>-</c>.</summary>
    Minus,

    /// <summary><c>+</c>, <c>-</c> or <c>!</c> with white space behind it: a word.</summary>
    BareOperator,

    /// <summary><c>(</c>.</summary>
    LeftParenthesis,

    /// <summary><c>)</c>.</summary>
    RightParenthesis,

    /// <summary><c>:</c>.</summary>
    Colon,

    /// <summary><c>*</c> alone.</summary>
    Star,

    /// <summary><c>^</c>.</summary>
    Caret,

    /// <summary>Text in quotes, with them.</summary>
    Quoted,

    /// <summary>A word.</summary>
    Term,

    /// <summary><c>~</c> and what belongs to it.</summary>
    FuzzySlop,

    /// <summary>A word and a star behind it.</summary>
    PrefixTerm,

    /// <summary>A word with wildcards elsewhere.</summary>
    WildcardTerm,

    /// <summary>Text between slashes, with them.</summary>
    RegexpTerm,

    /// <summary><c>[</c> or <c>{</c>.</summary>
    RangeStart,

    /// <summary><c>]</c> or <c>}</c>.</summary>
    RangeEnd,

    /// <summary><c>TO</c> in a range.</summary>
    RangeTo,

    /// <summary>An end of a range in quotes, with them.</summary>
    RangeQuoted,

    /// <summary>An end of a range.</summary>
    RangeText,

    /// <summary>The number behind <see cref="Caret"/>.</summary>
    Number,
}
