using Search.Soak.Language;

namespace Search.Articles.Tests.Querying;

/// <summary>The language against its plain meaning; the soak runs the same at full size.</summary>
public sealed class LanguageModelTests
{
    [Fact]
    public void What_is_listed_and_marked_is_what_the_plain_meaning_says_seed_11()
    {
        LanguageReport report = LanguageRun.Run(cases: 10_000, seed: 11);
        Assert.InRange(report.Hits, report.Cases / 10, report.Cases / 2);
        Assert.True(report.Marks > report.Hits, report.ToString());
    }
}
