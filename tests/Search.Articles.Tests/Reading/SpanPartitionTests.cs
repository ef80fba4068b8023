using Search.Articles.Cleaning;
using Search.Articles.Reading;

namespace Search.Articles.Tests.Reading;

public class SpanPartitionTests
{
    private const int RecordsOfBigSets = 400;

    [Fact]
    public void Every_character_of_a_sample_is_in_exactly_one_span() => Assert.All(Seeds.All, Seeds.AssertPartition);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n \t\n")]
    [InlineData("One word")]
    [InlineData("[caption id=\"1\"][/caption]")]
    [InlineData("[caption id=\"1\"]A dog. AP[/caption] [caption id=\"2\"] no end")]
    [InlineData("Before [b][i]nested[/i][/b] after. [gallery ids=\"1,2\"]\n[/caption]")]
    [InlineData("(Photo: X)\nAdvertisement\n(Photo: Y/Z) ADVERTISEMENT")]
    public void Odd_texts_are_partitioned(string text) => Seeds.AssertPartition(new ArticleReader().ComposeText("a", "a", text));

    [Fact]
    public void Random_mixtures_of_marks_and_words_are_partitioned_seed_7()
    {
        string[] parts = ["[caption id=\"a\"]", "[/caption]", "\n", "\n\n", " ", "Advertisement", "Some words that go on, and on.", "(Photo: Reuters)",
            "AP", "Related Posts", "Sep 18, 2023", "By Jane Doe", "About Us", "…", "“", "”", "Previous Article", "\t", "Story Continued Below", "http://x.y/z", "·"];
        var random = new Random(7);
        for (var round = 0; round < 500; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => parts[random.Next(parts.Length)]));
            Seeds.AssertPartition(new ArticleReader().ComposeText("a", "a", text));
        }
    }

    // Every .txt and .json file; of the sets of many thousands a choice of the same records each time.
    [SharedDataFact]
    public void Every_text_of_the_measuring_data_is_partitioned_big_sets_by_a_choice_seed_11()
    {
        var reader = new ArticleReader();
        var statistics = new CollectionStatistics();
        var random = new Random(11);
        var read = 0;
        foreach (SourceFile file in SourceFiles.Find([RepositoryPaths.SharedData], _ => { }))
        {
            if (file.Format == ArticleFormat.Html || file.Path.Contains("gold", StringComparison.Ordinal)) continue;
            SourceRecord[] records = [.. ArticleReader.Open(file).Where(result => result.Record is not null).Select(result => result.Record!)];
            if (records.Length > RecordsOfBigSets) records = random.GetItems(records, RecordsOfBigSets);
            foreach (SourceRecord record in records)
            {
                ArticleReader.Observe(record, statistics);
                Seeds.AssertPartition(reader.Compose(record));
                read++;
            }
        }

        Assert.True(read > 2000, $"only {read} texts");
    }
}
