namespace Search.Engine.Analysis;

/// <summary>What kind of text a token is.</summary>
public enum TokenType
{
    /// <summary>Not told apart.</summary>
    Word,

    /// <summary>Letters and digits.</summary>
    Alphanumeric,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A run of a South-East Asian script that is written without spaces.</summary>
    SoutheastAsian,

    /// <summary>One ideograph.</summary>
    Ideographic,

    /// <summary>One Hiragana letter.</summary>
    Hiragana,

    /// <summary>A Katakana run.</summary>
    Katakana,

    /// <summary>A Hangul run.</summary>
    Hangul,

    /// <summary>An emoji sequence.</summary>
    Emoji,

    /// <summary>Another form of the token before it, at the same position.</summary>
    Synonym,
}
