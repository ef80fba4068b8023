using System.Diagnostics;
using Search.Articles.Names;

namespace Search.Articles.Tests.Names;

public sealed class NameTaggerTests
{
    [Theory]
    [InlineData("He met Defense Minister Tarek Bolund in Velmora.", "Tarek Bolund:Person | Velmora:Place")]
    [InlineData("Lt Gen Tarek Bolund spoke to Col. Mira Vennik.", "Tarek Bolund:Person | Mira Vennik:Person")]
    [InlineData("Russian President Tarek Bolund said so.", "Tarek Bolund:Person")]
    [InlineData("The talks with Tarek Bolund and Mira Vennik ended.", "Tarek Bolund:Person | Mira Vennik:Person")]
    [InlineData("They sailed on the Admiral Bolund frigate.", "Admiral Bolund:Other")]
    [InlineData("The frigate Admiral Bolund left port.", "Admiral Bolund:Other")]
    public void Titles_guide_and_are_no_part_of_the_name(string text, string names) => Assert.Equal(names, TaggedArticles.Tag(text));

    [Theory]
    [InlineData("It landed in Velmora.", "Velmora")]
    [InlineData("It landed at the Velmora airfield.", "Velmora")]
    [InlineData("They came to the city of Velmora.", "Velmora")]
    [InlineData("They came to Velmora, a city near the border.", "Velmora")]
    [InlineData("It lies on the border of Velmora Krai and beyond.", "Velmora Krai")]
    [InlineData("It grew up near Velmora-on-Tarn.", "Velmora-on-Tarn")]
    public void Places_are_told_by_what_stands_beside_them(string text, string place) => Assert.Equal($"{place}:Place", TaggedArticles.Tag(text));

    [Theory]
    [InlineData("He studied at Velmora State University there.", "Velmora State University:Organization")]
    [InlineData("It was sold to Bolund Inc yesterday.", "Bolund Inc:Organization")]
    [InlineData("The news agency VBNA reported it.", "VBNA:Organization")]
    [InlineData("The Food and Drug Administration agreed.", "Food and Drug Administration:Organization")]
    [InlineData("He joined the Ministry of Health and Social Care then.", "Ministry of Health and Social Care:Organization")]
    public void Bodies_are_told_by_their_words(string text, string names) => Assert.Equal(names, TaggedArticles.Tag(text));

    [Theory]
    [InlineData("Velmora is a small village there.", "Velmora:Place")]
    [InlineData("Bolund was a German actor.", "Bolund:Person")]
    [InlineData("Bolund, a software company, grew.", "Bolund:Organization")]
    [InlineData("They toured Tarnia, Velmora and Japan.", "Tarnia:Place | Velmora:Place | Japan:Place")]
    [InlineData("He wrote \"The Drums of Velmora\" there.", "The Drums of Velmora:Other")]
    public void What_is_said_of_a_name_and_its_neighbours_in_a_list_tell_its_kind(string text, string names) =>
        Assert.Equal(names, TaggedArticles.Tag(text));

    [Theory]
    [InlineData("Analysts said so. Notably, drones were used. However, Drones are new.")]
    [InlineData("On Monday, in September, the Russian and North Korean delegations met.")]
    [InlineData("I said it. It's what I'm told.")]
    public void Capitals_of_sentences_dates_and_adjectives_are_no_names(string text) => Assert.Equal("", TaggedArticles.Tag(text));

    [Theory]
    [InlineData("Bolund's visit to Russia's coast pleased Mira Vennik’s friends.", "Bolund | Russia | Mira Vennik")]
    [InlineData("A Moscow-based firm and a pro-Velmora group.", "Moscow | Velmora")]
    public void Possessives_and_tails_are_outside(string text, string spans) => Assert.Equal(spans, TaggedArticles.Spans(text));

    [Fact]
    public void A_headline_in_title_case_gives_only_names_that_are_known()
    {
        const string Headline = "Velmora Hosts Tarek Bolund for a Secret Military Visit";
        const string Body = "In Velmora, the general met Tarek Bolund on Friday.";
        Assert.Equal("Velmora:Place | Tarek Bolund:Person | Velmora:Place | Tarek Bolund:Person", TaggedArticles.Tag(Headline, Body));
        Assert.Equal("Velmora:Place | Tarek Bolund:Person | Velmora:Place | Tarek Bolund:Person", TaggedArticles.Tag(Headline.ToUpperInvariant(), Body));
    }

    [Fact]
    public void A_subheading_is_not_glued_to_the_name_behind_it()
    {
        const string Heading = "Talks with Velmora";
        Paragraph paragraph = TaggedArticles.ParagraphOf($"{Heading} Tarek Bolund went home.") with { SubheadingLength = Heading.Length };
        ArticleNames names = new NameTagger().Tag(null, [paragraph]);
        Assert.Equal(["Velmora", "Tarek Bolund"], names.InParagraph(0).Select(m => m.Form));
    }

    [Fact]
    public void Mentions_lie_in_the_text_in_order_and_do_not_overlap_whatever_the_text()
    {
        var random = new Random(20230918);
        string[] pieces = ["Kim", "the", " ", " ", " ", "’s", "'", "-", ".", ". ", ",", "(", ")", "UN", "of", "President", "\"", "“", "a", "é", "\uD83D", "1", "&", "St.", "\n", "Zoë", "и"];
        var tagger = new NameTagger();
        for (var round = 0; round < 2000; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => pieces[random.Next(pieces.Length)]));
            ArticleNames names = tagger.Tag(text, [TaggedArticles.ParagraphOf(text)]);
            var collection = new NameCollection();
            collection.Add(names);
            int end = 0;
            foreach (Mention mention in AliasTable.Create(collection).MentionsIn(names, 0))
            {
                Assert.InRange(mention.Start, end, text.Length);
                Assert.True(mention.Length > 0);
                end = mention.Start + mention.Length;
                Assert.InRange(end, 1, text.Length);
            }
        }
    }

    [Theory]
    [InlineData("Aa ")]
    [InlineData("Aa-")]
    [InlineData("A.")]
    [InlineData("\"A ")]
    [InlineData("Ministry of ")]
    [InlineData("'")]
    [InlineData("((((")]
    [InlineData("Aa Bb. Bb Aa. ")]
    public void Time_is_linear_in_hostile_text(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length));
        long start = Stopwatch.GetTimestamp();
        new NameTagger().Tag(null, [TaggedArticles.ParagraphOf(text)]);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30), $"took {Stopwatch.GetElapsedTime(start)}");
    }
}
