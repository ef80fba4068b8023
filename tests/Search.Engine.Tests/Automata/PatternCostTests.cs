using Search.Engine.Automata;

namespace Search.Engine.Tests.Automata;

public sealed class PatternCostTests
{
    [Theory]
    [InlineData("([^a]{37}&((~b{28}){38}c){34}.*){30}")]
    [InlineData("((((~(.*a.{9})){39}){39}){39}){39}")]
    [InlineData("(((.*a.{9})&(.*b.{9})){30}){30}")]
    public void Parts_share_one_budget_however_often_they_are_repeated(string expression) =>
        Assert.Throws<TooComplexQueryException>(() => RegularExpression.Compile(expression));
}
