using System.Text;

namespace Search.Articles.Names;

/// <summary>Cuts a text into words as names need them: hyphens inside, possessives outside, the dots of abbreviations known.</summary>
/// <remarks>One pass, no look-back beyond a word; immutable and shareable.</remarks>
internal sealed class WordScanner(Lexicon lexicon)
{
    private const int MaxWordLength = 64;

    /// <summary>Appends the words of <c>text[start..end)</c>.</summary>
    /// <param name="openings">Ascending starts of sentences; a word at or after one that no word has taken yet is opening.</param>
    public void Scan(string text, int start, int end, IReadOnlyList<int> openings, List<Word> words)
    {
        WordGap gap = WordGap.Break;
        var opening = true;
        var nextOpening = 0;
        int position = start;
        while (position < end)
        {
            char c = text[position];
            if (!char.IsLetterOrDigit(c))
            {
                Separate(text, position, ref gap, ref opening);
                position++;
                continue;
            }
            while (nextOpening < openings.Count && openings[nextOpening] <= position)
                opening |= openings[nextOpening++] >= start && !AfterAbbreviation(words);
            position = AddWord(text, position, end, gap, opening, words);
            gap = WordGap.Space;
            opening = false;
            if (words[^1].Dotted) position++; // the dot of an abbreviation separates nothing
            if (position < end && text[position] == '-') gap = WordGap.Hyphen;
        }
    }

    private static bool AfterAbbreviation(List<Word> words) => words.Count > 0 && words[^1].Dotted;

    private static void Separate(string text, int position, ref WordGap gap, ref bool opening)
    {
        switch (text[position])
        {
            case ' ' or '\t' or '\n' or '\r' or '\u00A0' or '\u200B' or '\u00AD':
                return;
            case '-' when gap == WordGap.Hyphen:
                return;
            case ',':
                gap = WordGap.Comma;
                return;
            case '&' when gap == WordGap.Space:
                gap = WordGap.Ampersand;
                return;
            case '(' or '[':
                gap = WordGap.OpenBracket;
                return;
            case '"' or '“' or '”' or '„' or '«' or '»' or '‘' or '’' or '\'' or '`':
                // The first word of a quotation has a capital when a clause is quoted, and when a name is.
                if (gap == WordGap.Break) opening = true;
                gap = gap == WordGap.OpenBracket ? gap : WordGap.Quote;
                return;
            case '.' or '!' or '?' or ':' or ';' or '•' or '|' or '—' or '–':
                opening |= text[position] is not (';' or '—' or '–');
                gap = WordGap.Break;
                return;
            default:
                gap = WordGap.Break;
                return;
        }
    }

    private int AddWord(string text, int start, int end, WordGap gap, bool opening, List<Word> words)
    {
        int limit = Math.Min(end, start + MaxWordLength);
        int position = start;
        while (position < limit && (char.IsLetterOrDigit(text[position]) || IsMark(text[position]) || Joins(text, start, position, limit)))
            position++;
        int wordEnd = position;
        var possessive = false;
        if (position < end && IsApostrophe(text[position]))
        {
            bool withS = position + 1 < end && text[position + 1] is 's' or 'S' && !LetterAt(text, position + 2, end);
            bool afterS = text[position - 1] is 's' && position + 2 < end && text[position + 1] == ' ' && char.IsLower(text[position + 2]);
            possessive = withS || afterS;
            if (withS) position += 2;
            else if (afterS) position++;
        }
        ReadOnlySpan<char> word = text.AsSpan(start, wordEnd - start);
        WordShape shape = ShapeOf(word);
        WordClasses classes = shape == WordShape.Number && IsOrdinal(word) ? WordClasses.Ordinal : lexicon.ClassesOf(word);
        bool dotted = !possessive && position < end && text[position] == '.' && IsAbbreviation(word, shape, classes, text, position, end);
        words.Add(new Word(start, wordEnd, shape, gap, classes)
        {
            Possessive = possessive, Opening = opening, Dotted = dotted, HasDigit = word.ContainsAnyInRange('0', '9'),
        });
        return position;
    }

    /// <summary>Whether the character at <paramref name="position"/> holds a word together.</summary>
    private bool Joins(string text, int start, int position, int end)
    {
        if (position == start || position + 1 >= end || !char.IsLetterOrDigit(text[position + 1])) return false;
        char next = text[position + 1];
        switch (text[position])
        {
            case '.': // U.S., J.K.: single letters only
                return char.IsLetter(next) && char.IsUpper(text[position - 1]) && (position - 1 == start || text[position - 2] == '.')
                    && !LetterAt(text, position + 2, end);
            case '&' or '/':
                return text[position] == '&' && char.IsUpper(text[position - 1]) && char.IsUpper(next);
            case '-' or '‐' or '‑':
                return JoinsAtHyphen(text, start, position, end);
            case '\'' or '’' or 'ʼ':
                return char.IsLetter(next) && !(next is 's' or 'S' && !LetterAt(text, position + 2, end));
            default:
                return false;
        }
    }

    // Jong-un, Tu-160, Komsomolsk-on-Amur hold together; Moscow-based and pro-Western fall apart.
    private bool JoinsAtHyphen(string text, int start, int position, int end)
    {
        bool lowerHead = char.IsLower(text[start]);
        if (char.IsUpper(text[position + 1])) return !lowerHead;
        if (char.IsDigit(text[position + 1])) return true;
        int tailEnd = position + 1;
        while (tailEnd < end && char.IsLetter(text[tailEnd])) tailEnd++;
        if (lowerHead) return true;
        if (tailEnd + 1 < end && text[tailEnd] == '-' && char.IsUpper(text[tailEnd + 1])) return true;
        ReadOnlySpan<char> tail = text.AsSpan(position + 1, tailEnd - position - 1);
        return tail.Length < 3 || (lexicon.ClassesOf(tail) & (WordClasses.Common | WordClasses.Function)) == WordClasses.None;
    }

    private static bool LetterAt(string text, int position, int end) => position < end && char.IsLetterOrDigit(text[position]);

    private static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '`';

    private static bool IsMark(char c) => c > 0x2FF && char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark;

    private bool IsAbbreviation(ReadOnlySpan<char> word, WordShape shape, WordClasses classes, string text, int dot, int end)
    {
        bool wordFollows = dot + 2 < end && text[dot + 1] == ' ' && char.IsLetter(text[dot + 2]);
        if (!wordFollows) return false;
        if (shape == WordShape.Initial) return true;
        if (word.Length <= 5 && char.IsUpper(word[0]) && (classes & (WordClasses.Title | WordClasses.Noble | WordClasses.PlacePrefix)) != WordClasses.None
            && (classes & WordClasses.Common) == WordClasses.None) return true;
        if (!word.Contains('.') && (classes & WordClasses.NotFirst) == WordClasses.None) return false;
        // U.S., Inc., Jr. may end a sentence: they do where a word follows that sentences begin with.
        int nextEnd = dot + 2;
        while (nextEnd < end && char.IsLetter(text[nextEnd])) nextEnd++;
        WordClasses next = lexicon.ClassesOf(text.AsSpan(dot + 2, nextEnd - dot - 2));
        return char.IsLower(text[dot + 2]) || (next & WordClasses.Function) == WordClasses.None;
    }

    private static bool IsOrdinal(ReadOnlySpan<char> word) =>
        word.Length > 2 && char.IsDigit(word[^3]) && (word.EndsWith("th") || word.EndsWith("st") || word.EndsWith("nd") || word.EndsWith("rd"));

    private static WordShape ShapeOf(ReadOnlySpan<char> word)
    {
        int upper = 0, lower = 0;
        foreach (char c in word)
        {
            if (char.IsUpper(c)) upper++;
            else if (char.IsLower(c)) lower++;
        }
        if (char.IsDigit(word[0])) return upper >= 2 && lower == 0 || upper >= 1 && upper + lower >= 3 ? WordShape.Upper : WordShape.Number; // 6PR, 883Jia
        if (upper == 0) return lower == 0 && !Rune.IsLetter(new Rune(char.IsSurrogate(word[0]) ? ' ' : word[0])) ? WordShape.Number : WordShape.Lower;
        if (!char.IsUpper(word[0])) return WordShape.Mixed;
        if (lower == 0) return upper == 1 && word.Length <= 1 ? WordShape.Initial : WordShape.Upper;
        return upper == 1 ? WordShape.Capitalised : WordShape.Mixed;
    }
}
