namespace Search.TableGenerator;

/// <summary>The character classes over which the token grammar is written (search semantics notes, section 1.1).</summary>
public enum WordBreakClass
{
    /// <summary>No part of any token.</summary>
    OTHER,

    /// <summary>Single quote.</summary>
    SQ,

    /// <summary>Double quote.</summary>
    DQ,

    /// <summary># and *, the bases of keycap emoji that are no digits.</summary>
    KEYB,

    /// <summary>MidNum.</summary>
    MN,

    /// <summary>MidNumLet.</summary>
    MB,

    /// <summary>MidLetter.</summary>
    ML,

    /// <summary>ASCII digit.</summary>
    DIG,

    /// <summary>Other digit.</summary>
    NU,

    /// <summary>ExtendNumLet.</summary>
    EX,

    /// <summary>Hebrew letter.</summary>
    HE,

    /// <summary>Hangul letter.</summary>
    HG,

    /// <summary>Letter that is an emoji too.</summary>
    ALE,

    /// <summary>Other letter.</summary>
    AL,

    /// <summary>Katakana.</summary>
    KA,

    /// <summary>Regional indicator.</summary>
    RI,

    /// <summary>Emoji modifier.</summary>
    MOD,

    /// <summary>Zero width joiner.</summary>
    ZWJ,

    /// <summary>Text presentation selector.</summary>
    TPS,

    /// <summary>Emoji presentation selector.</summary>
    EPS,

    /// <summary>Combining enclosing keycap.</summary>
    KCAP,

    /// <summary>Tag character.</summary>
    TAG,

    /// <summary>Cancel tag.</summary>
    TAGEND,

    /// <summary>Extender of a script of <see cref="SA"/>.</summary>
    SAX,

    /// <summary>Other extender.</summary>
    X,

    /// <summary>Letter of a South-East Asian script written without spaces.</summary>
    SA,

    /// <summary>Ideograph.</summary>
    HAN,

    /// <summary>Hiragana.</summary>
    HI,

    /// <summary>Emoji that takes a modifier.</summary>
    EMB,

    /// <summary>Other emoji.</summary>
    EMO,
}
