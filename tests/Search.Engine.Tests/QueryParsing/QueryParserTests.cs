using System.Diagnostics;
using Search.Engine.Analysis;
using Search.Engine.QueryParsing;
using Search.Engine.Search.Queries;
using Search.Engine.Tests.Infrastructure;

namespace Search.Engine.Tests.QueryParsing;

public sealed class QueryParserTests
{
    private static readonly QueryParser Parser = new("f", new StandardAnalyzer());

    [Theory]
    [InlineData("a AND", 5, 0)]
    [InlineData("(a b", 4, 0)]
    [InlineData("a )", 2, 1)]
    [InlineData("x \"a b", 2, 1)]
    [InlineData("[a b]", 3, 1)]
    [InlineData("foo^x", 4, 1)]
    [InlineData("foo~1.5", 3, 4)]
    [InlineData("ab \\u12g4", 7, 1)]
    [InlineData("ab \\u12", 3, 4)]
    [InlineData("ab\\u1*", 5, 1)]
    [InlineData("x *a", 2, 2)]
    [InlineData("", 0, 0)]
    public void An_error_names_the_place_of_what_is_wrong(string text, int position, int length)
    {
        QuerySyntaxException error = Assert.Throws<QuerySyntaxException>(() => Parser.Parse(text));
        Assert.Equal((position, length), (error.Position, error.Length));
    }

    [Fact]
    public void An_error_says_what_was_expected()
    {
        QuerySyntaxException error = Assert.Throws<QuerySyntaxException>(() => Parser.Parse("[a TO b"));
        Assert.Equal("] or }", error.Expected);
    }

    [Theory]
    [InlineData("\"a b\"~-1")]
    [InlineData("foo^99999999999999999999999999999999999999999")]
    public void Numbers_that_a_query_cannot_take_are_errors(string text) =>
        Assert.Throws<QuerySyntaxException>(() => Parser.Parse(text));

    [Theory]
    [InlineData(250, true)]
    [InlineData(251, false)]
    [InlineData(200_000, false)]
    public void Groups_nest_up_to_a_limit(int depth, bool accepted)
    {
        string text = new string('(', depth - 1) + "a" + new string(')', depth - 1);
        Exception? error = Record.Exception(() => Parser.Parse(text));
        Assert.Equal(accepted ? null : typeof(QuerySyntaxException), error?.GetType());
    }

    [Fact]
    public void Phrases_of_generated_words_need_words_to_be_split()
    {
        var options = new QueryParserOptions { AutoGeneratePhraseQueries = true };
        Assert.Throws<ArgumentException>(() => new QueryParser("f", new StandardAnalyzer(), options));
    }

    [Fact]
    public void Two_forms_of_a_word_at_one_position_are_synonyms_and_phrases_of_alternatives()
    {
        var parser = new QueryParser("f", new ExactAndStemAnalyzer());
        Assert.Equal("Synonym(f:run f:\uE000running) Synonym(f:dog f:\uE000dogs)", parser.Parse("running dogs").ToString(""));
        Assert.IsType<MultiPhraseQuery>(parser.Parse("\"running dogs\""));
    }

    [Fact]
    public void Escaped_text_is_plain_words_for_any_characters_seed_11()
    {
        var random = new Random(11);
        var parser = new QueryParser("f", new WhitespaceAnalyzer());
        for (var round = 0; round < 2_000; round++)
        {
            string word = RandomText(random, "ab+-!():^[]\"{}~*?|&/\\ANDOR", 1 + random.Next(8));
            var query = Assert.IsType<TermQuery>(parser.Parse(QueryParser.Escape($"x{word}")));
            Assert.Equal($"x{word}", query.Term.Text);
        }
    }

    [Fact]
    public void Random_texts_are_queries_or_syntax_errors_seed_1()
    {
        const string Alphabet = "ab \t+-!():^[]\"{}~*?|&/\\.01TOANDRu\u3000\u00e9\ud83d\ude00";
        var random = new Random(1);
        for (var round = 0; round < 30_000; round++)
            AssertParsesOrFails(RandomText(random, Alphabet, random.Next(25)));
    }

    [Fact]
    public void Mutated_golden_queries_are_queries_or_syntax_errors_seed_2()
    {
        const string Alphabet = "a +-():^[]\"{}~*?/\\1";
        var random = new Random(2);
        string[] texts = [.. Golden.Rows("parser.json").Concat(Golden.Rows("queries.json")).Select(row => Golden.Text(row.GetProperty("q")))];
        for (var round = 0; round < 20_000; round++)
        {
            string text = texts[random.Next(texts.Length)] + " " + texts[random.Next(texts.Length)];
            int at = random.Next(text.Length);
            text = text[..at] + RandomText(random, Alphabet, random.Next(3)) + text[Math.Min(text.Length, at + random.Next(3))..];
            AssertParsesOrFails(text);
        }
    }

    [Theory]
    [InlineData("(")]
    [InlineData("a ")]
    [InlineData("\\")]
    [InlineData("\"")]
    [InlineData("/\\")]
    [InlineData("[\"\\\" ")]
    [InlineData("a-_")]
    [InlineData("+")]
    [InlineData("a:")]
    [InlineData("~")]
    [InlineData("____ ")]
    [InlineData("a OR ")]
    public void Long_texts_are_judged_quickly(string part)
    {
        string text = string.Concat(Enumerable.Repeat(part, 100_000 / part.Length));
        var watch = Stopwatch.StartNew();
        AssertParsesOrFails(text);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 30);
    }

    private static void AssertParsesOrFails(string text)
    {
        try
        {
            _ = Parser.Parse(text).ToString("f");
        }
        catch (QuerySyntaxException error)
        {
            Assert.InRange(error.Position, 0, text.Length);
            Assert.InRange(error.Length, 0, text.Length - error.Position);
        }
    }

    private static string RandomText(Random random, string alphabet, int length) =>
        string.Create(length, (random, alphabet), (span, state) =>
        {
            foreach (ref char character in span)
                character = state.alphabet[state.random.Next(state.alphabet.Length)];
        });
}
