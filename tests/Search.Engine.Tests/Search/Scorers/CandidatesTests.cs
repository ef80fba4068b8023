using Search.Engine.Search.Scorers;
using Search.Engine.Util;

namespace Search.Engine.Tests.Search.Scorers;

public sealed class CandidatesTests
{
    [Fact]
    public void What_stays_keeps_its_sum()
    {
        Candidates list = Listed();
        list.DropBelow(2);
        Assert.Equal([(20, 2.0), (30, 3.0), (40, 4.0)], Pairs(list));
        list.Found.Clear();
        list.Found[1] = true;
        list.Keep(found: false);
        Assert.Equal([(20, 2.0), (40, 4.0)], Pairs(list));
        var set = new FixedBitSet(41);
        set.Set(40);
        list.Intersect(set);
        Assert.Equal([(40, 4.0)], Pairs(list));
    }

    [Fact]
    public void Documents_that_are_closed_up_keep_their_sums()
    {
        Candidates list = Listed();
        list.CloseUp(to: 0, places: [1, 3]);
        list.Cut(2);
        Assert.Equal([(20, 2.0), (40, 4.0)], Pairs(list));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1.0)]
    [InlineData(double.NaN)]
    public void A_cut_that_says_nothing_drops_nothing(double cut)
    {
        Candidates list = Listed();
        list.DropBelow(cut);
        Assert.Equal(4, list.Count);
    }

    [Fact]
    public void A_copy_has_no_sums()
    {
        var copy = new Candidates();
        copy.Add(1, 7);
        copy.CopyDocs(Listed());
        Assert.Equal([(10, 0.0), (20, 0.0), (30, 0.0), (40, 0.0)], Pairs(copy));
    }

    [Fact]
    public void Rounding_makes_sums_floats()
    {
        var list = new Candidates();
        list.Add(1, 0.1);
        list.Round();
        Assert.Equal(0.1f, list.Sums[0]);
    }

    private static Candidates Listed()
    {
        var list = new Candidates();
        for (var i = 1; i <= 4; i++)
            list.Add(10 * i, i);
        return list;
    }

    private static (int, double)[] Pairs(Candidates list) => [.. list.Docs.ToArray().Zip(list.Sums.ToArray())];
}
