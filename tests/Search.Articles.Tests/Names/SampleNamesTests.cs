namespace Search.Articles.Tests.Names;

public sealed class SampleNamesTests
{
    private static readonly TaggedArticles Samples = new(SampleTexts.Read());

    [Fact]
    public void All_five_articles_carry_the_defense_minister_under_one_name() =>
        Assert.All(Enumerable.Range(0, 5), a => Assert.Contains("Sergei Shoigu", Samples.CanonicalOf(a, MentionKind.Person)));

    [Theory]
    [InlineData("Kim Jong Un", "Kim|Kim Jong-un|Kim Jong Un")]
    [InlineData("Sergei Shoigu", "Shoigu|Sergei Shoigu")]
    [InlineData("Vladimir Putin", "Putin|Vladimir Putin")]
    [InlineData("Alexander Kozlov", "Kozlov|Alexander Kozlov")]
    [InlineData("Vostochny Cosmodrome", "Vostochny Cosmodrome|Vostochny cosmodrome|Vostochny")]
    [InlineData("North Korea", "North Korea|DPRK")]
    public void All_spellings_of_a_name_have_one_canonical_form(string canonical, string spellings)
    {
        Paragraph[][] texts = SampleTexts.Read();
        var used = new HashSet<string>();
        for (var a = 0; a < texts.Length; a++)
        {
            IReadOnlyList<Mention>[] mentions = Samples.MentionsOf(a);
            for (var p = 0; p < mentions.Length; p++)
                used.UnionWith(mentions[p].Where(m => m.Canonical == canonical).Select(m => texts[a][p].Text.Substring(m.Start, m.Length)));
        }
        Assert.Equal(spellings.Split('|').Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0, "Vladivostok|Russia|Moscow|Pyongyang|Knevichi|Ukraine|North Korea")]
    [InlineData(1, "Vladivostok|Moscow|Pyongyang|Knevichi|Primorye|Vostochny Cosmodrome|Russia|North Korea")]
    [InlineData(2, "Artyom|Vladivostok|Komsomolsk-on-Amur|Primorye|Primorsky Krai|Pyongyang|Moscow|Ukraine|China|Vostochny Cosmodrome|South Korea|United States")]
    [InlineData(3, "Artyom|Komsomolsk-on-Amur|Primorye|Ukraine|Vostochny Cosmodrome|Moscow|Soviet Union")]
    [InlineData(4, "Vladivostok|Russia|North Korea|Ukraine|Vostochny Cosmodrome|Moscow|Pyongyang")]
    public void Places_are_found_as_places(int article, string places) =>
        Assert.Subset(Samples.CanonicalOf(article, MentionKind.Place).ToHashSet(), places.Split('|').ToHashSet());

    [Theory]
    [InlineData(0, "Kim Jong Un|Sergei Shoigu|Nikolai Evmenov")]
    [InlineData(1, "Kim Jong Un|Sergei Shoigu|Vladimir Putin")]
    [InlineData(2, "Kim Jong Un|Vladimir Putin|Sergei Shoigu|Oleg Kozhemyako|Alexander Kozlov|Yoon Suk Yeol")]
    [InlineData(3, "Kim Jong Un|Vladimir Putin|Sergei Shoigu|Sergei Kobylash")]
    [InlineData(4, "Kim Jong Un|Vladimir Putin|Alexander Kozlov|Sergei Shoigu")]
    public void People_are_exactly_those_of_the_article(int article, string people) =>
        Assert.Equal(people.Split('|').Order(StringComparer.Ordinal), Samples.CanonicalOf(article, MentionKind.Person).Order(StringComparer.Ordinal));

    [Fact]
    public void A_ship_with_a_title_in_its_name_is_no_person() =>
        Assert.Contains(Samples.MentionsOf(2).SelectMany(m => m), m => m is { Canonical: "Admiral Shaposhnikov", Kind: MentionKind.Other });

    [Fact]
    public void Nothing_is_glued_to_what_stands_before_or_behind_it()
    {
        string[] words = ["leader", "gift", "Vodka", "Friendship", "Minister", "President", "Governor", "Sunday", "The", "During", "Russian"];
        IEnumerable<string> names = Enumerable.Range(0, 5).SelectMany(a => Samples.CanonicalOf(a)).Except(["Russian Navy", "Russian Ministry of Defence"]);
        Assert.All(names, name => Assert.DoesNotContain(name.Split(' '), words.Contains));
    }
}
