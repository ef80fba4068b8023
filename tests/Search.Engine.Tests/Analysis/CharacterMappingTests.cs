using System.Globalization;
using System.Text.Json;
using Search.Engine.Analysis;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.Analysis;

public sealed class CharacterMappingTests
{
    [Fact]
    public void Every_code_point_is_lower_cased_as_Lucene_does()
    {
        int[] expected = [.. Enumerable.Range(0, 0x110000)];
        foreach (JsonElement row in Golden.Rows("lowercase.json"))
            expected[CodePoint(row[0])] = CodePoint(row[1]);
        Assert.Equal(expected, Enumerable.Range(0, 0x110000).Select(LowerCase.Of));
    }

    [Fact]
    public void Every_code_point_is_lower_cased_in_a_text_as_alone()
    {
        foreach (JsonElement row in Golden.Rows("lowercase.json"))
        {
            string from = char.ConvertFromUtf32(CodePoint(row[0]));
            Assert.Equal($"a{char.ConvertFromUtf32(CodePoint(row[1]))}b", LowerCase.Of($"A{from}B"));
        }
    }

    [Fact]
    public void Half_a_surrogate_pair_stays() =>
        Assert.All(["\ud801", "x\udc00", "\udc00\ud801"], text => Assert.Equal(text, LowerCase.Of(text)));

    [Fact]
    public void Every_character_is_folded_as_Lucene_does()
    {
        Dictionary<int, string> foldings = Golden.Rows("asciifolding.json")
            .ToDictionary(row => CodePoint(row[0]), row => row[1].GetString()!);
        var folded = new char[AsciiFolding.MaxExpansion];
        for (var character = 0; character < 0x10000; character++)
        {
            int length = AsciiFolding.Fold([(char)character], folded);
            string expected = foldings.GetValueOrDefault(character, ((char)character).ToString());
            Assert.Equal(expected, new string(folded, 0, length));
        }
    }

    [Fact]
    public void Words_are_stemmed_as_Lucene_does() => GoldenRows.Check(
        "porter.tsv", "stem", Golden.TabSeparated("porter.tsv"), row => row[0], row =>
        {
            char[] word = row[0].ToCharArray();
            Assert.Equal(row[1], new string(word, 0, PorterStemmer.Stem(word)));
        });

    [Fact]
    public void A_stem_is_never_longer_than_its_word_for_random_letters_seed_5()
    {
        const string Alphabet = "aeiouysltzdginbvm";
        var random = new Random(5);
        var word = new char[24];
        for (var round = 0; round < 20_000; round++)
        {
            int length = random.Next(word.Length + 1);
            for (var i = 0; i < length; i++)
                word[i] = Alphabet[random.Next(Alphabet.Length)];
            Assert.InRange(PorterStemmer.Stem(word.AsSpan(0, length)), Math.Min(length, 1), length);
        }
    }

    private static int CodePoint(JsonElement hex) => int.Parse(hex.GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
