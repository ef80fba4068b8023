using static Search.TableGenerator.WordBreakClass;

namespace Search.TableGenerator;

/// <summary>What a token is: the rules of the standard tokenizer over <see cref="WordBreakClass"/> (search semantics notes, section 1.1).</summary>
public static class WordBreakGrammar
{
    /// <summary>The rules; of several that match the same text the earliest names the token. Names are those of the engine's TokenType.</summary>
    public static IReadOnlyList<(string TokenType, Pattern Pattern)> Rules { get; } =
    [
        ("Emoji", Emoji()),
        ("Number", Number()),
        ("Hangul", Extended(HG).Plus()),
        ("Katakana", Extended(KA).Plus()),
        ("Alphanumeric", Alphanumeric()),
        ("SoutheastAsian", Extended(SA, SAX).Plus()),
        ("Ideographic", Extended(HAN)),
        ("Hiragana", Extended(HI)),
    ];

    private static Pattern Connectors => Extended(EX).Star();

    private static Pattern Emoji()
    {
        Pattern symbol = Pattern.Sequence(Pattern.Of(ZWJ).Star(), Joined(EMO, EMB, ALE), Pattern.Of(EPS).Optional());
        Pattern modified = Pattern.Sequence(
            Pattern.Sequence(Pattern.Of(ZWJ).Star(), Joined(EMB)).Optional(),
            Joined(MOD));
        Pattern core = symbol | modified;
        Pattern zwjSequence = Pattern.Sequence(Pattern.Of(ZWJ), core).Star();
        Pattern tagSequence = Pattern.Sequence(Pattern.Of(TAG).Plus(), Pattern.Of(TAGEND));
        Pattern keycap = Pattern.Sequence(Joined(DIG, KEYB), Pattern.Of(EPS).Optional(), Joined(KCAP));
        Pattern flag = Pattern.Sequence(Extended(RI), Extended(RI));
        return Pattern.Sequence(core, zwjSequence | tagSequence) | keycap | flag;
    }

    private static Pattern Number() => Pattern.Sequence(Connectors, Digits(), Connectors);

    private static Pattern Digits()
    {
        Pattern number = Extended(DIG, NU);
        Pattern next = Pattern.Sequence(Connectors | Extended(MN, MB, SQ), number);
        return Pattern.Sequence(number, next.Star());
    }

    private static Pattern Alphanumeric()
    {
        Pattern katakana = Pattern.Sequence(Extended(KA), Pattern.Sequence(Connectors, Extended(KA)).Star());
        Pattern hebrew = Pattern.Sequence(
            Extended(HE),
            Extended(SQ) | Pattern.Sequence(Extended(DQ), Extended(HE)));
        Pattern letter = Extended(AL, HE, HG, ALE);
        Pattern letters = Pattern.Sequence(
            letter,
            Pattern.Sequence(Connectors | Extended(ML, MB, SQ), letter).Star());
        Pattern part = katakana | (hebrew | Digits() | letters).Plus();
        Pattern more = Pattern.Sequence(Extended(EX).Plus(), part);
        return Pattern.Sequence(Connectors, part, more.Star(), Connectors);
    }

    // One character and whatever extends it.
    private static Pattern Extended(params WordBreakClass[] classes) =>
        Pattern.Sequence(Pattern.Of(classes), Pattern.Of(X, SAX, KCAP, ZWJ, TPS, EPS, TAG, TAGEND).Star());

    // The same without the presentation selectors, which mean something between emoji.
    private static Pattern Joined(params WordBreakClass[] classes) =>
        Pattern.Sequence(Pattern.Of(classes), Pattern.Of(X, SAX, KCAP, ZWJ, TAG, TAGEND).Star());
}
