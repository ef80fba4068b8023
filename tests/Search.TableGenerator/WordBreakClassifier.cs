using static Search.TableGenerator.WordBreakClass;

namespace Search.TableGenerator;

/// <summary>The word break class of every code point (search semantics notes, section 1.1): Unicode 9.0, Emoji 11.0.</summary>
public sealed class WordBreakClassifier
{
    // What the properties of Unicode 15.0, restricted by age, still get differently: the complete list.
    private static readonly (WordBreakClass Real, string Ranges)[] Corrections =
    [
        (OTHER, "02C2-02C5 02D2-02D6 02DE-02DF 02E5-02EB 02ED 02EF-02FF 055A-055C 055E 058A A708-A716 A720-A721 A789-A78A AB5B"),
        (ML, "02D7"),
        (X, "1CF2-1CF3"),
        (OTHER, "055F"),
        (OTHER, "111C9"),
        (EMO, "1F46A-1F46D 1F46F 1F48F 1F491 1F90C 1F90F 1F91D 1F93C 1F977 1F9BB 1F9CD-1F9CF 1FAC3-1FAC5 1FAF0-1FAF8"),
        (EMO, "1FB00-1FBFF"),
    ];

    private readonly bool[] _assigned;
    private readonly string[] _wordBreak;
    private readonly string[] _script;
    private readonly string[] _lineBreak;
    private readonly bool[] _emoji;
    private readonly bool[] _modifier;
    private readonly bool[] _modifierBase;
    private readonly bool[] _pictographic;

    public WordBreakClassifier(UnicodeFiles unicode)
    {
        const string EmojiData = "emoji/emoji-data.txt";
        _assigned = unicode.AssignedBy(new Version(9, 0));
        _wordBreak = unicode.Property("auxiliary/WordBreakProperty.txt");
        _script = unicode.Property("Scripts.txt");
        _lineBreak = unicode.Property("LineBreak.txt");
        _emoji = unicode.BinaryProperty(EmojiData, "Emoji");
        _modifier = unicode.BinaryProperty(EmojiData, "Emoji_Modifier");
        _modifierBase = unicode.BinaryProperty(EmojiData, "Emoji_Modifier_Base");
        _pictographic = unicode.BinaryProperty(EmojiData, "Extended_Pictographic");
    }

    /// <summary>The classes, by code point.</summary>
    public WordBreakClass[] Classes()
    {
        var classes = new WordBreakClass[UnicodeFiles.CodePoints];
        for (var codePoint = 0; codePoint < classes.Length; codePoint++)
            classes[codePoint] = Classify(codePoint);
        foreach ((WordBreakClass real, string ranges) in Corrections)
        {
            foreach (string range in ranges.Split(' '))
            {
                string[] ends = range.Split('-');
                int first = UnicodeFiles.CodePoint(ends[0]);
                Array.Fill(classes, real, first, UnicodeFiles.CodePoint(ends[^1]) - first + 1);
            }
        }
        return classes;
    }

    // The first row that fits decides.
    private WordBreakClass Classify(int codePoint)
    {
        bool assigned = _assigned[codePoint];
        string script = assigned ? _script[codePoint] : "";
        string wordBreak = assigned ? _wordBreak[codePoint] : "";
        bool complexContext = assigned && _lineBreak[codePoint] == "SA";

        return Single(codePoint) ?? wordBreak switch
        {
            "Single_Quote" => SQ,
            "Double_Quote" => DQ,
            "MidNum" => MN,
            "MidNumLet" => MB,
            "MidLetter" => ML,
            "Numeric" => codePoint < 0x80 ? DIG : NU,
            "ExtendNumLet" => EX,
            "Hebrew_Letter" => HE,
            "ALetter" => script == "Hangul" ? HG : _emoji[codePoint] ? ALE : AL,
            "Katakana" => KA,
            "Regional_Indicator" => RI,
            _ when _modifier[codePoint] => MOD,
            "Extend" or "Format" => complexContext ? SAX : X,
            _ when complexContext => SA,
            _ when script == "Han" => HAN,
            _ when script == "Hiragana" => HI,
            _ when _emoji[codePoint] && _modifierBase[codePoint] => EMB,
            _ when _emoji[codePoint] || _pictographic[codePoint] => EMO,
            _ => OTHER,
        };
    }

    // Characters that are a class of their own, whatever their properties.
    private static WordBreakClass? Single(int codePoint) => codePoint switch
    {
        '#' or '*' => KEYB,
        >= 0xFF10 and <= 0xFF19 => NU,
        0x200D => ZWJ,
        0xFE0E => TPS,
        0xFE0F => EPS,
        0x20E3 => KCAP,
        >= 0xE0020 and <= 0xE007E => TAG,
        0xE007F => TAGEND,
        _ => null,
    };
}
