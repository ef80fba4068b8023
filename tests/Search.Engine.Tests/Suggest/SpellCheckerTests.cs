using System.Text.Json;
using Search.Engine.Index;
using Search.Engine.Suggest;
using Search.Engine.Tests.Infrastructure;
using Search.Engine.Tests.Infrastructure.Memory;

namespace Search.Engine.Tests.Suggest;

public sealed class SpellCheckerTests
{
    [Fact]
    public void Corrections_are_Lucenes_with_their_frequencies_and_scores()
    {
        GoldenRows.Check("spell.json", "suggestions", IdOf, row =>
        {
            var checker = new SpellChecker(row.TryGetProperty("option", out JsonElement option) ? OptionsOf(option) : null);
            SpellMode mode = ModeOf(row.GetProperty("mode").GetString()!);
            var word = new Term("body", row.GetProperty("word").GetString()!);
            IEnumerable<SpellSuggestion> expected = row.GetProperty("suggestions").EnumerateArray().Select(suggestion =>
                new SpellSuggestion(suggestion[0].GetString()!, suggestion[1].GetInt64(), Golden.Bits(suggestion[3])));
            Assert.Equal(expected, checker.Suggest(GoldenCorpus.Single, word, row.GetProperty("count").GetInt32(), mode));
        });
    }

    [Fact]
    public void Segments_make_no_difference()
    {
        string[] texts = [.. Enumerable.Range(0, 400).Select(i => $"storm{i % 7} stor{i % 5}m sturm sto{(char)('a' + i % 20)}m")];
        using MemoryIndex one = MemoryIndex.OfSegments([texts]);
        using MemoryIndex many = MemoryIndex.OfSegments([texts[..3], texts[3..100], texts[100..]]);
        var checker = new SpellChecker(new SpellCheckerOptions { MaxQueryFrequency = 1000 });
        foreach (string word in (string[])["storm", "stoym", "sturn", "stxrm", "torm"])
        {
            foreach (SpellMode mode in Enum.GetValues<SpellMode>())
                Assert.Equal(checker.Suggest(one, new Term("f", word), 8, mode), checker.Suggest(many, new Term("f", word), 8, mode));
        }
        Assert.NotEmpty(checker.Suggest(many, new Term("f", "stoym"), 8));
    }

    [Fact]
    public void Each_option_does_what_it_says()
    {
        using MemoryIndex index = MemoryIndex.OfSegments([["river rivet rover Ryver", "river rivers", "river", "liver"]]);
        Assert.Equal(["river", "rivers", "rivet", "rover"], Words(new SpellCheckerOptions(), "rivar"));
        Assert.Equal(["river"], Words(new SpellCheckerOptions { MaxEdits = 1 }, "rivar"));
        Assert.Empty(Words(new SpellCheckerOptions(), "diver"));
        Assert.Equal(["river", "liver"], Words(new SpellCheckerOptions { MinPrefix = 0 }, "diver"));
        Assert.Equal(["river"], Words(new SpellCheckerOptions { Accuracy = 0.7f }, "rivar"));
        Assert.Equal(["river"], Words(new SpellCheckerOptions { ThresholdFrequency = 2 }, "rivar"));
        Assert.Empty(Words(new SpellCheckerOptions { MinQueryLength = 6 }, "rivar"));
        Assert.Empty(Words(new SpellCheckerOptions { MaxQueryLength = 4 }, "rivar"));
        Assert.NotEmpty(Words(new SpellCheckerOptions(), "RIVAR"));
        Assert.Empty(Words(new SpellCheckerOptions { LowerCasesTerms = false }, "RIVAR"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SpellCheckerOptions { MaxQueryFrequency = 1.5f });

        IEnumerable<string> Words(SpellCheckerOptions options, string word) =>
            new SpellChecker(options).Suggest(index, new Term("f", word), 10).Select(suggestion => suggestion.Text);
    }

    private static SpellCheckerOptions OptionsOf(JsonElement option) => option[0].GetString() switch
    {
        "maxEdits" => new SpellCheckerOptions { MaxEdits = option[1].GetInt32() },
        "minPrefix" => new SpellCheckerOptions { MinPrefix = option[1].GetInt32() },
        "accuracy" => new SpellCheckerOptions { Accuracy = option[1].GetSingle() },
        "threshold" => new SpellCheckerOptions { ThresholdFrequency = option[1].GetSingle() },
        "minQueryLength" => new SpellCheckerOptions { MinQueryLength = option[1].GetInt32() },
        "maxQueryFrequency" => new SpellCheckerOptions { MaxQueryFrequency = option[1].GetSingle() },
        var other => throw new NotSupportedException(other),
    };

    private static string IdOf(JsonElement row) => $"{(row.TryGetProperty("option", out JsonElement option) ? option.GetRawText() : "")} {row.GetProperty("word").GetString()} {row.GetProperty("mode").GetString()} {row.GetProperty("count").GetInt32()}";

    private static SpellMode ModeOf(string name) => name switch
    {
        "SUGGEST_MORE_POPULAR" => SpellMode.MorePopular,
        "SUGGEST_ALWAYS" => SpellMode.Always,
        _ => SpellMode.WhenNotInIndex,
    };
}
