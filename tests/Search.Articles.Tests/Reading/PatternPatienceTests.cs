using System.Text.RegularExpressions;
using Search.Articles.Cleaning;
using Search.Articles.Reading;

namespace Search.Articles.Tests.Reading;

public sealed class PatternPatienceTests
{
    [Fact]
    public void On_a_busy_machine_the_work_is_done_again_until_it_succeeds()
    {
        var attempts = 0;
        double now = 0;
        Assert.Equal("done", PatternPatience.Run(() => ++attempts < 5 ? throw new RegexMatchTimeoutException() : "done", () => now += 10));
        Assert.Equal(5, attempts);
    }

    [Fact]
    public void A_text_on_which_the_time_is_really_spent_is_refused_at_once()
    {
        var attempts = 0;
        double now = 0;
        Assert.Throws<InvalidDataException>(() => PatternPatience.Run<string>(() => { attempts++; throw new RegexMatchTimeoutException(); }, () => now += PatternLimits.TimeoutMs));
        Assert.Equal(2, attempts);
    }

    [Fact]
    public void It_ends_where_no_time_is_told_and_where_none_is_ever_given()
    {
        Assert.Throws<InvalidDataException>(() => PatternPatience.Run<string>(() => throw new RegexMatchTimeoutException(), () => null));
        var attempts = 0;
        Assert.Throws<InvalidDataException>(() => PatternPatience.Run<string>(() => { attempts++; throw new RegexMatchTimeoutException(); }, () => 0));
        Assert.InRange(attempts, 3, 100);
    }

    [Fact]
    public void Other_faults_are_not_tried_again()
    {
        var attempts = 0;
        Assert.Throws<FormatException>(() => PatternPatience.Run<string>(() => { attempts++; throw new FormatException(); }));
        Assert.Equal(1, attempts);
    }
}
