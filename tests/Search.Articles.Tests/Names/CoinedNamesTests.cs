namespace Search.Articles.Tests.Names;

/// <summary>The samples with all names coined: rules alone must find the structure that rules and lists find.</summary>
public sealed class CoinedNamesTests
{
    private static readonly Paragraph[][] Texts = SampleTexts.Read();
    private static readonly TaggedArticles Samples = new(Texts);
    private static readonly TaggedArticles Coined = new([.. Texts.Select(a => a.Select(SampleTexts.Coin).ToArray())]);

    public static TheoryData<int> Articles => [0, 1, 2, 3, 4];

    [Theory]
    [MemberData(nameof(Articles))]
    public void The_same_stretches_are_the_same_kinds_under_the_coined_names(int article)
    {
        for (var p = 0; p < Texts[article].Length; p++)
        {
            int[] original = CoinedNames.Replace(Texts[article][p].Text).Original;
            IEnumerable<string> coined = Coined.MentionsOf(article)[p].Select(m => Describe(original[m.Start], original[m.Start + m.Length - 1] + 1, m.Kind, m.Canonical));
            IEnumerable<string> known = Samples.MentionsOf(article)[p].Select(m => Describe(m.Start, m.Start + m.Length, m.Kind, CoinedName(Texts[article][p].Text.Substring(m.Start, m.Length), m.Canonical)));
            Assert.Equal(string.Join(" | ", known), string.Join(" | ", coined));
        }

        static string CoinedName(string written, string canonical) => written == "DPRK" ? canonical : CoinedNames.Of(canonical);

        static string Describe(int start, int end, MentionKind kind, string canonical) => $"{start}-{end} {canonical}:{kind}";
    }
}
