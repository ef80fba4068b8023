namespace Search.Articles.Tests.Reading;

public class SeedArticlesTests
{
    private const string Furniture003 = "Advertisement|(Photo credit: AFP)|(Photo: Reuters)|IN THIS STORY|Please log in|I agree with DailyO's privacy policy";
    private const string Header003 = "dailyO|News|What did Kim Jong Un do in Russia for 6 days?|DailyBite|DailyBiteSep 18, 2023 | 12:30|Last updated: September 18, 2023 | 12:30";

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "Russia Hosts Kim Jong-un for a Military and Diplomatic Visit")]
    [InlineData(2, null)]
    [InlineData(3, "What did Kim Jong Un do in Russia for 6 days?")]
    [InlineData(4, "North Korea and Russia Solidify Ties: Comprehensive Analysis of Kim Jong Un's Visit")]
    public void Headlines_are_those_of_the_text(int seed, string? headline) => Assert.Equal(headline, Seeds.Get(seed).Headline);

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(3, "dailyO")]
    [InlineData(4, "AdMyCity")]
    public void Outlets_are_those_of_the_text(int seed, string? outlet) => Assert.Equal(outlet, Seeds.Get(seed).Outlet);

    [Fact]
    public void Only_one_sample_has_a_date_and_it_has_no_zone()
    {
        Assert.All([0, 1, 2, 4], seed => Assert.Null(Seeds.Get(seed).Published));
        Assert.Equal(new DateTimeOffset(2023, 9, 18, 12, 30, 0, TimeSpan.Zero), Seeds.Get(3).Published);
        Assert.False(Seeds.Get(3).PublishedHasZone);
    }

    [Theory]
    [InlineData("five explosive drones", "002,003,004")]
    [InlineData("where he viewed", "002")]
    [InlineData("Farewell of Slavianka", "003")]
    [InlineData("Knevichi", "000,001")]
    [InlineData("News outlets", "001")]
    [InlineData("Kozhemyako", "002")]
    [InlineData("agreed", "002")]
    [InlineData("photos", "002")]
    [InlineData("get a summary", "")]
    [InlineData("advertisement", "")]
    [InlineData("caption", "")]
    [InlineData("alignnone", "")]
    [InlineData("privacy policy", "")]
    [InlineData("Galevsky", "")]
    [InlineData("amputation", "")]
    [InlineData("business directory", "")]
    [InlineData("in this story", "")]
    public void A_phrase_is_in_the_paragraphs_of_exactly_these_articles(string phrase, string articles)
    {
        IEnumerable<string> found = Seeds.All
            .Where(article => article.Paragraphs.Any(paragraph => HoldsPhrase(paragraph.Text, phrase)))
            .Select(article => article.Id[..3]);
        Assert.Equal(articles, string.Join(',', found));
    }

    [Fact]
    public void A_caption_is_a_paragraph_of_its_own_without_shortcode_and_credit()
    {
        Paragraph caption = Assert.Single(Seeds.Get(2).Paragraphs, paragraph => paragraph.Text.Contains("Kozhemyako", StringComparison.Ordinal));
        Assert.Equal(ParagraphKind.Caption, caption.Kind);
        Assert.EndsWith("Russian Far East Sunday.", caption.Text, StringComparison.Ordinal);
        Assert.Equal(3, Seeds.Get(2).Paragraphs.Count(paragraph => paragraph.Kind == ParagraphKind.Caption));
    }

    // The furniture in order as a reader sees it; everything else must come out, word for word and in order.
    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "Russia Hosts Kim Jong-un for a Military and Diplomatic Visit|No time to read?|Get a summary|Russia Hosts North Korean Leader Kim Jong-un for a Military and Diplomatic Visit|No time to read?|Get a summary|Previous Article|Alexander Galevsky Opens Up About Amputation and Life After Surgery|Next Article|Kim Jong-un’s Russia Visit: Military Ceremonies, Factory Tours, and Signals of Cooperation")]
    [InlineData(2, "[caption id=“attachment_13135542” align=“alignnone” width=“640”]|AP[/caption]|[caption id=“attachment_13135552” align=“alignnone” width=“640”]|AP[/caption]|[caption id=“attachment_13135562” align=“alignnone” width=“640”]|AP[/caption]|With inputs from agencies")]
    [InlineData(3, "dailyO|News|What did Kim Jong Un do in Russia for 6 days?|Advertisement|DailyBite|DailyBiteSep 18, 2023 | 12:30|What did Kim Jong Un do in Russia for 6 days?|(Photo credit: AFP)|Advertisement|(Photo: Reuters)|Advertisement|Advertisement|Last updated: September 18, 2023 | 12:30|IN THIS STORY|Please log in|I agree with DailyO's privacy policy")]
    [InlineData(4, "North Korea and Russia Solidify Ties: Comprehensive Analysis of Kim Jong Un's Visit|Related Post|About Us|AdMyCity offers the latest worldwide news and a comprehensive business directory spanning the US, India, Canada, UK, UAE, Germany, and More. Stay updated with international events, and connect with businesses around the globe, all in one place.")]
    public void No_sentence_of_an_article_is_lost(int seed, string notText)
    {
        string rest = Seeds.Get(seed).Source;
        var at = 0;
        foreach (string part in SplitOutside(notText))
        {
            at = rest.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(at >= 0, part);
            rest = rest.Remove(at, part.Length).Insert(at, " ");
        }

        Assert.Equal(Seeds.Flat(rest), string.Join(' ', Seeds.Get(seed).Paragraphs.Select(paragraph => paragraph.Text)));
    }

    [Fact]
    public void Every_piece_of_furniture_has_its_reason()
    {
        Article article = Seeds.Get(3);
        IEnumerable<string> expected = Furniture003.Split('|').Append("News").Append("What did Kim Jong Un do in Russia for 6 days?").Distinct();
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            article.Spans.Where(span => span.Kind == SpanKind.Furniture).Select(article.TextOf).Distinct().Order(StringComparer.Ordinal));
        Assert.All(article.Spans.Where(span => span.Kind == SpanKind.Header), span => Assert.Contains(article.TextOf(span), Header003, StringComparison.Ordinal));
        Assert.Contains(article.Spans, span => span is { Kind: SpanKind.Furniture, Reason: "log-in prompt" });
        Assert.Contains(article.Spans, span => span is { Kind: SpanKind.Furniture, Reason: "consent" });
        Assert.Contains(article.Spans, span => span is { Kind: SpanKind.Furniture, Reason: "headline repeated" });
    }

    [Theory]
    [InlineData(2, "Vodka toasts", "Vodka toasts During his visit to Russia")]
    [InlineData(2, "Drones and bulletproof vest as gift", "Drones and bulletproof vest as gift North Korean leader")]
    [InlineData(2, "Friendship, solidarity and cooperation", "Friendship, solidarity and cooperation Kim spent six days")]
    [InlineData(2, "The trip raises concerns", "The trip raises concerns The United States")]
    [InlineData(3, "Drones as gifts", "Drones as gifts As Kim's armored train")]
    [InlineData(4, "Moscow and Pyongyang: A New Era?", "Moscow and Pyongyang: A New Era? Despite apparent rapport")]
    public void A_subheading_stands_at_the_start_of_what_it_heads(int seed, string subheading, string start)
    {
        Paragraph paragraph = Assert.Single(Seeds.Get(seed).Paragraphs, p => p.Text.StartsWith(start, StringComparison.Ordinal));
        Assert.Equal(subheading.Length, paragraph.SubheadingLength);
        Assert.Equal(subheading.Length + 1, paragraph.Sentences[1]);
    }

    [Fact]
    public void Titles_before_names_are_no_subheadings() =>
        Assert.Equal(
            ["Drones and bulletproof vest as gift", "Vodka toasts", "Friendship, solidarity and cooperation", "The trip raises concerns"],
            Seeds.Get(2).Paragraphs.Where(p => p.SubheadingLength > 0).Select(p => p.Text[..p.SubheadingLength]));

    private static bool HoldsPhrase(string text, string phrase)
    {
        int at = text.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetter(text[at - 1])) && (at + phrase.Length == text.Length || !char.IsLetter(text[at + phrase.Length]));
    }

    private static IEnumerable<string> SplitOutside(string parts) =>
        parts.Length == 0 ? [] : parts.Replace(" | ", " ¦ ", StringComparison.Ordinal).Split('|').Select(part => part.Replace(" ¦ ", " | ", StringComparison.Ordinal));
}
