using System.Text.RegularExpressions;
using Search.Articles.Reading;

namespace Search.Articles.Tests.Reading;

/// <summary>No rule may know an outlet, a person, a place or a headline: with all of them replaced, the same things are found.</summary>
public partial class CoinedNamesTests
{
    private static readonly Dictionary<string, string> Coined = new(StringComparer.Ordinal)
    {
        ["Kim"] = "Bor", ["Jong"] = "Tel", ["Un"] = "Ak", ["un"] = "ak", ["Putin"] = "Vasmer", ["Vladimir"] = "Ordan", ["Shoigu"] = "Peltok",
        ["Sergei"] = "Mirko", ["Kozlov"] = "Dranev", ["Alexander"] = "Osvin", ["Kozhemyako"] = "Ulmarin", ["Oleg"] = "Tamin",
        ["Galevsky"] = "Wendrik", ["Kobylash"] = "Stormik", ["Evmenov"] = "Larkin", ["Nikolai"] = "Jorim", ["Yoon"] = "Haat", ["Suk"] = "Rem",
        ["Yeol"] = "Dill", ["Russia"] = "Velmora", ["Russian"] = "Velmoran", ["Korea"] = "Dosnia", ["Korean"] = "Dosnian", ["Moscow"] = "Karvel",
        ["Pyongyang"] = "Tesmar", ["Vladivostok"] = "Orlanport", ["Artyom"] = "Sildom", ["Knevichi"] = "Brelnik", ["Primorye"] = "Haldor",
        ["Primorsky"] = "Haldorski", ["Vostochny"] = "Ostavan", ["Komsomolsk"] = "Jendarsk", ["Amur"] = "Lorr", ["Ukraine"] = "Mardia",
        ["China"] = "Sendar", ["Kamchatka"] = "Ilmuna", ["Kremlin"] = "Palador", ["Slavianka"] = "Moravel", ["Shaposhnikov"] = "Grendel",
        ["Soviet"] = "Tundric", ["TASS"] = "QELL", ["KCNA"] = "VRNO", ["RIA"] = "OLB", ["AP"] = "QN", ["AFP"] = "ZTW", ["Reuters"] = "Wirex",
        ["NDTV"] = "XKPO", ["DW"] = "LM", ["dailyO"] = "zentrA", ["DailyO"] = "ZentrA", ["DailyBite"] = "ZentraNip",
        ["DailyBiteSep"] = "ZentraNipSep", ["AdMyCity"] = "OdZipTown", ["India"] = "Ranth", ["Canada"] = "Belmir", ["Germany"] = "Ostrel",
        ["United"] = "Joined", ["States"] = "Lands", ["Pacific"] = "Calder", ["Hosts"] = "Greets", ["Solidify"] = "Deepen",
    };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void With_every_name_and_outlet_replaced_the_spans_are_the_same(int seed)
    {
        Article original = Seeds.Get(seed);
        Article coined = new ArticleReader().ComposeText(original.Id, original.Path, Coin(original.Source));

        Assert.NotEqual(original.Source, coined.Source);
        Assert.Equal(original.Spans.Select(span => Describe(span, Coin(original.TextOf(span)))), coined.Spans.Select(span => Describe(span, coined.TextOf(span))));
        Assert.Equal(original.Headline is null ? null : Coin(original.Headline), coined.Headline);
        Assert.Equal(original.Outlet is null ? null : Coin(original.Outlet), coined.Outlet);
        Assert.Equal(original.Published, coined.Published);
        Assert.Equal(original.Paragraphs.Select(p => p.Kind), coined.Paragraphs.Select(p => p.Kind));
        Assert.Equal(original.Paragraphs.Select(p => Coin(p.Text[..p.SubheadingLength]).Length), coined.Paragraphs.Select(p => p.SubheadingLength));
    }

    private static string Describe(SourceSpan span, string text) => $"{span.Kind} {span.Reason} {span.Paragraph}: {text}";

    private static string Coin(string text) => Word().Replace(text, match => Coined.GetValueOrDefault(match.Value, match.Value));

    [GeneratedRegex(@"\w+", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Word();
}
