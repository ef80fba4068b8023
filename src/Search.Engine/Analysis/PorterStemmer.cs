namespace Search.Engine.Analysis;

/// <summary>Porter's stemmer for English, in the variant Lucene uses.</summary>
/// <remarks>
/// Source: M. F. Porter, "An algorithm for suffix stripping" (1980), with the changes of search semantics notes, section 1.3:
/// <c>bli</c> for <c>abli</c>, <c>logi</c> added, words of one or two letters kept. Whatever is not a vowel is a consonant.
/// </remarks>
internal ref struct PorterStemmer
{
    // A bit for each of a, e, i, o, u.
    private const int Vowels = 1 << 0 | 1 << 4 | 1 << 8 | 1 << 14 | 1 << 20;

    private readonly Span<char> _letters;
    private int _length;

    private PorterStemmer(Span<char> letters)
    {
        _letters = letters;
        _length = letters.Length;
    }

    private readonly ReadOnlySpan<char> Word => _letters[.._length];

    /// <summary>Stems in place; the length of the stem, which is never longer than the word.</summary>
    public static int Stem(Span<char> word)
    {
        if (word.Length <= 2)
            return word.Length;
        var stemmer = new PorterStemmer(word);
        stemmer.DropPlural();
        stemmer.DropPastAndProgressive();
        stemmer.TurnFinalY();
        stemmer.ReduceDoubleSuffix();
        stemmer.ReduceSuffix();
        stemmer.DropSuffix();
        stemmer.DropFinalE();
        return stemmer._length;
    }

    // Step 1a.
    private void DropPlural()
    {
        if (!Word.EndsWith('s'))
            return;
        if (Word.EndsWith("sses") || Word.EndsWith("ies"))
            _length -= 2;
        else if (Word is [.., not 's', 's'])
            _length--;
    }

    // Step 1b.
    private void DropPastAndProgressive()
    {
        if (Word[^1] is not ('d' or 'g'))
            return;
        if (Word.EndsWith("eed"))
        {
            if (Measure(Word[..^3]) > 0)
                _length--;
            return;
        }
        int suffix = Word.EndsWith("ed") ? 2 : Word.EndsWith("ing") ? 3 : 0;
        if (suffix == 0 || !HasVowel(Word[..^suffix]))
            return;
        _length -= suffix;
        if (Word.EndsWith("at") || Word.EndsWith("bl") || Word.EndsWith("iz"))
            _letters[_length++] = 'e'; // over the suffix that went
        else if (EndsWithDoubleConsonant(Word))
            _length -= Word[^1] is 'l' or 's' or 'z' ? 0 : 1;
        else if (Measure(Word) == 1 && EndsShort(Word))
            _letters[_length++] = 'e';
    }

    // Step 1c.
    private readonly void TurnFinalY()
    {
        if (Word.EndsWith('y') && HasVowel(Word[..^1]))
            _letters[_length - 1] = 'i';
    }

    // Step 2. The letter before the last one tells which suffixes are worth a look, here as in the steps that follow.
    private void ReduceDoubleSuffix()
    {
        if (_length < 2)
            return;
        _ = Word[^2] switch
        {
            'a' => Replace("ational", "ate") || Replace("tional", "tion"),
            'c' => Replace("enci", "ence") || Replace("anci", "ance"),
            'e' => Replace("izer", "ize"),
            'g' => Replace("logi", "log"),
            'l' => Replace("bli", "ble") || Replace("alli", "al") || Replace("entli", "ent") || Replace("eli", "e") || Replace("ousli", "ous"),
            'o' => Replace("ization", "ize") || Replace("ation", "ate") || Replace("ator", "ate"),
            's' => Replace("alism", "al") || Replace("iveness", "ive") || Replace("fulness", "ful") || Replace("ousness", "ous"),
            't' => Replace("aliti", "al") || Replace("iviti", "ive") || Replace("biliti", "ble"),
            _ => false,
        };
    }

    // Step 3.
    private void ReduceSuffix()
    {
        if (_length < 2)
            return;
        _ = Word[^1] switch
        {
            'e' => Replace("icate", "ic") || Replace("ative", "") || Replace("alize", "al"),
            'i' => Replace("iciti", "ic"),
            'l' => Replace("ical", "ic") || Replace("ful", ""),
            's' => Replace("ness", ""),
            _ => false,
        };
    }

    // Step 4.
    private void DropSuffix()
    {
        if (_length < 2)
            return;
        _ = Word[^2] switch
        {
            'a' => Drop("al"),
            'c' => Drop("ance") || Drop("ence"),
            'e' => Drop("er"),
            'i' => Drop("ic"),
            'l' => Drop("able") || Drop("ible"),
            'n' => Drop("ant") || Drop("ement") || Drop("ment") || Drop("ent"),
            'o' => (Word is [.., 's' or 't', 'i', 'o', 'n'] && Drop("ion")) || Drop("ou"),
            's' => Drop("ism"),
            't' => Drop("ate") || Drop("iti"),
            'u' => Drop("ous"),
            'v' => Drop("ive"),
            'z' => Drop("ize"),
            _ => false,
        };
    }

    // Step 5; both halves measure the word as step 4 left it.
    private void DropFinalE()
    {
        if (Word is not [.., 'e' or 'l'])
            return;
        int measure = Measure(Word);
        if (Word.EndsWith('e') && (measure > 1 || (measure == 1 && !EndsShort(Word[..^1]))))
            _length--;
        if (measure > 1 && Word.EndsWith("ll"))
            _length--;
    }

    // True if the suffix is there, whether or not the stem before it is long enough for the replacement: no shorter one is tried.
    private bool Replace(string suffix, string replacement)
    {
        if (!Word.EndsWith(suffix))
            return false;
        int stem = _length - suffix.Length;
        if (Measure(_letters[..stem]) > 0)
        {
            replacement.CopyTo(_letters[stem..]);
            _length = stem + replacement.Length;
        }
        return true;
    }

    private bool Drop(string suffix)
    {
        if (!Word.EndsWith(suffix))
            return false;
        if (Measure(Word[..^suffix.Length]) > 1)
            _length -= suffix.Length;
        return true;
    }

    // How many times a consonant follows a vowel.
    private static int Measure(ReadOnlySpan<char> text)
    {
        var measure = 0;
        var afterVowel = false;
        var afterConsonant = false;
        foreach (char letter in text)
        {
            bool vowel = IsVowel(letter, afterConsonant);
            if (afterVowel && !vowel)
                measure++;
            afterVowel = vowel;
            afterConsonant = !vowel;
        }
        return measure;
    }

    private static bool HasVowel(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny("aeiou") >= 0)
            return true;
        return text.LastIndexOf('y') > 0; // with consonants only before it, the first y behind the first letter is a vowel
    }

    private static bool EndsWithDoubleConsonant(ReadOnlySpan<char> text) =>
        text.Length >= 2 && text[^1] == text[^2] && !EndsWithVowel(text);

    // Consonant, vowel, consonant, the last not w, x or y: where a silent e was.
    private static bool EndsShort(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[^1] is not ('w' or 'x' or 'y')
        && !EndsWithVowel(text) && EndsWithVowel(text[..^1]) && !EndsWithVowel(text[..^2]);

    private static bool EndsWithVowel(ReadOnlySpan<char> text)
    {
        var vowel = false;
        var afterConsonant = false;
        // Only a run of y needs to know what stands before it.
        int start = Math.Max(text.LastIndexOfAnyExcept('y'), 0);
        foreach (char letter in text[start..])
        {
            vowel = IsVowel(letter, afterConsonant);
            afterConsonant = !vowel;
        }
        return vowel;
    }

    private static bool IsVowel(char letter, bool afterConsonant)
    {
        int place = letter - 'a';
        return (uint)place <= 'u' - 'a' ? (Vowels >> place & 1) != 0 : letter == 'y' && afterConsonant;
    }
}
