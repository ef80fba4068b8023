using Search.Articles.Cleaning;
using Search.Articles.Paragraphs;

namespace Search.Articles.Tests.Cleaning;

public class FurnitureRulesTests
{
    [Theory]
    [InlineData("ADVERTISEMENT", "advertisement")]
    [InlineData("Article continues below advertisement", "advertisement")]
    [InlineData("No time to read?", "summary prompt")]
    [InlineData("Please log in", "log-in prompt")]
    [InlineData("I agree with the site's privacy policy", "consent")]
    [InlineData("Share on Facebook Tweet Email", "share bar")]
    [InlineData("Sign up for our daily newsletter", "newsletter prompt")]
    [InlineData("© 2021 The Daily Oak. All rights reserved.", "copyright")]
    [InlineData("Tags: bridge, river", "section label")]
    [InlineData("Leave a comment", "comments")]
    [InlineData("5 min read", "reading time")]
    [InlineData("Photo credit: Jo Oak", "photo credit")]
    [InlineData("With inputs from agencies", "agency note")]
    [InlineData("Read more: The bridge that was never built", "related stories")]
    [InlineData("We may earn a commission when you buy through links on this page.", "affiliate note")]
    [InlineData("https://oak.example/x", "bare address")]
    [InlineData("* * *", "rule")]
    public void Page_furniture_is_recognised_by_its_wording(string text, string reason) =>
        Assert.Equal(reason, FurnitureRules.ReasonFor(text, TextShape.Of(text).Words));

    [Theory]
    [InlineData("The company said that its advertisement had been misunderstood by many readers.")]
    [InlineData("Copyright law protects the works of authors for seventy years after their death.")]
    [InlineData("He read more than forty books about the war.")]
    [InlineData("Share prices fell on Monday after the bank warned of losses.")]
    [InlineData("Comments by the minister angered the opposition.")]
    [InlineData("Print newspapers are losing readers.")]
    [InlineData("Follow the money, he said.")]
    [InlineData("They agreed on new terms for the sale of the port.")]
    [InlineData("Sign language is taught at the school.")]
    [InlineData("Home prices rose again.")]
    [InlineData("\"We cannot accept this assessment because we have made progress under difficult conditions.\"")]
    [InlineData("We agree with the policy of the government on the terms of the sale.")]
    [InlineData("It said it will receive revenue from food and merchandise.")]
    [InlineData("The article was published to coincide with a meeting of the bank in the capital.")]
    public void Sentences_with_the_same_words_are_text(string text) => Assert.Null(FurnitureRules.ReasonFor(text, TextShape.Of(text).Words));

    [Fact]
    public void Every_rule_has_a_reason_and_none_matches_nothing() =>
        Assert.All(FurnitureRules.All, rule =>
        {
            Assert.False(string.IsNullOrEmpty(rule.Reason));
            Assert.DoesNotMatch(rule.Pattern, "");
        });

    [Fact]
    public void A_hostile_label_is_answered_at_once()
    {
        string hostile = string.Concat(Enumerable.Repeat("share link copy ", 12)) + "!";
        var watch = System.Diagnostics.Stopwatch.StartNew();
        FurnitureRules.ReasonFor(hostile, 1);
        FurnitureRules.ReasonFor(new string('-', 500) + "x", 1);
        FurnitureRules.ReasonFor(string.Concat(Enumerable.Repeat("a ", 290)), 1);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.ElapsedMilliseconds} ms");
    }
}
