using Search.Engine.Index;
using Search.Engine.Suggest;
using Search.Engine.Tests.Infrastructure.Memory;

namespace Search.Engine.Tests.Suggest;

public sealed class PrefixSuggesterTests
{
    private static readonly string[] Texts = ["port portal ports", "port portal portal portal", "port paper", "Moscow moskva", "portugal"];

    [Fact]
    public void Completions_come_by_weight_then_by_byte_order()
    {
        using MemoryIndex index = MemoryIndex.OfSegments([Texts[..2], Texts[2..]]);
        Assert.Equal(["port 3", "portal 2", "ports 1", "portugal 1"], Completed(index, "por", new PrefixSuggesterOptions()));
        Assert.Equal(["portal 4", "port 3", "ports 1", "portugal 1"], Completed(index, "por", new PrefixSuggesterOptions { Weight = CompletionWeight.TotalTermFreq }));
        Assert.Equal(["port 3", "portal 2"], Completed(index, "", new PrefixSuggesterOptions(), count: 2));
        Assert.Empty(Completed(index, "x", new PrefixSuggesterOptions()));
    }

    [Fact]
    public void A_mistyped_beginning_is_forgiven_after_the_right_ones()
    {
        using MemoryIndex index = MemoryIndex.OfSegments([Texts]);
        Assert.Equal(["portal 2 1", "port 3 2", "ports 1 2", "portugal 1 2"], Typed("potra", new PrefixSuggesterOptions { MaxEdits = 2 }));
        Assert.Equal(["portal 2 0", "port 3 1", "ports 1 1", "portugal 1 1"], Typed("porta", new PrefixSuggesterOptions { MaxEdits = 1 }));
        Assert.Empty(Typed("qorta", new PrefixSuggesterOptions { MaxEdits = 1 }));
        Assert.Equal(["portal 2 1"], Typed("qorta", new PrefixSuggesterOptions { MaxEdits = 1, ExactPrefix = 0 }));
        Assert.Empty(Typed("qo", new PrefixSuggesterOptions { MaxEdits = 2, ExactPrefix = 0 }));

        IEnumerable<string> Typed(string prefix, PrefixSuggesterOptions options) =>
            new PrefixSuggester(options).Suggest(index, new Term("f", prefix), 10).Items.Select(item => $"{item.Text} {item.Weight} {item.Edits}");
    }

    [Theory]
    [InlineData(1)]
    public void Random_beginnings_are_completed_like_by_looking_at_every_term(int seed)
    {
        var patterns = new Automata.RandomPatterns(seed);
        string[] texts = [.. Enumerable.Range(0, 300).Select(_ => $"{patterns.Text(6)} {patterns.Text(6)}")];
        using MemoryIndex index = MemoryIndex.OfSegments([texts[..100], texts[100..]]);
        Dictionary<string, int> weights = texts.SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()).GroupBy(word => word).ToDictionary(group => group.Key, group => group.Count());
        foreach (int maxEdits in new[] { 0, 1, 2 })
        {
            var suggester = new PrefixSuggester(new PrefixSuggesterOptions { MaxEdits = maxEdits, MinLengthForEdits = 0, ExactPrefix = 0 });
            for (var i = 0; i < 40; i++)
            {
                string prefix = patterns.Text(4);
                IEnumerable<(string Text, long Weight, int Edits)> expected = weights
                    .Select(word => (Text: word.Key, Weight: (long)word.Value, Edits: EditsOfBeginning(word.Key, prefix)))
                    .Where(word => word.Edits <= maxEdits)
                    .OrderBy(word => word.Edits).ThenByDescending(word => word.Weight).ThenBy(word => new Term("f", word.Text));
                Assert.Equal(expected.Take(7), suggester.Suggest(index, new Term("f", prefix), 7).Items.Select(item => (item.Text, item.Weight, item.Edits)));
            }
        }
    }

    [Fact]
    public void What_was_looked_at_is_bounded_and_said()
    {
        using MemoryIndex index = MemoryIndex.OfSegments([Texts[..2], Texts[2..]]);
        Completions part = new PrefixSuggester(new PrefixSuggesterOptions { MaxVisits = 2 }).Suggest(index, new Term("f", "por"), 10);
        Assert.True(part.IsPartial);
        Assert.Equal(["port", "portal"], part.Items.Select(item => item.Text));
        Assert.False(new PrefixSuggester(new PrefixSuggesterOptions { MaxVisits = 4 }).Suggest(index, new Term("f", "por"), 10).IsPartial);
    }

    [Fact]
    public void Terms_of_deleted_documents_can_be_left_out()
    {
        using MemoryIndex index = MemoryIndex.OfSegments([Texts]);
        index.Delete(doc => doc is 0 or 4);
        Assert.Equal(["port 3", "portal 2", "ports 1", "portugal 1"], Completed(index, "por", new PrefixSuggesterOptions()));
        Assert.Equal(["port 3", "portal 2"], Completed(index, "por", new PrefixSuggesterOptions { LiveTermsOnly = true }));
    }

    private static IEnumerable<string> Completed(IndexReader index, string prefix, PrefixSuggesterOptions options, int count = 10) =>
        new PrefixSuggester(options).Suggest(index, new Term("f", prefix), count).Items.Select(item => $"{item.Text} {item.Weight}");

    private static int EditsOfBeginning(string word, string prefix)
    {
        IEnumerable<int> ends = Enumerable.Range(0, word.Length + 1).Where(end => end == word.Length || !char.IsLowSurrogate(word[end]));
        return ends.Min(end => Automata.PlainMatching.Distance(prefix, word[..end], transpositions: true));
    }
}
