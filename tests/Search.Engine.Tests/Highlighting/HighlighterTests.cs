using Search.Engine.Analysis;
using Search.Engine.Highlighting;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;

namespace Search.Engine.Tests.Highlighting;

public sealed class HighlighterTests
{
    private static readonly PassageOptions All = new() { MaxPassages = 100 };

    [Theory]
    [InlineData("f")]
    [InlineData("g")]
    public void A_phrase_is_one_mark(string field)
    {
        using var texts = new MarkedTexts(new StandardAnalyzer(), "Heavy wind. No rain, but heavy -- rain there. Heavy, very heavy. Rain");
        Assert.Equal(["heavy -- rain", "heavy. Rain"], texts.Words("\"heavy rain\"", field: field));
    }

    [Fact]
    public void The_words_of_a_phrase_are_marks_of_their_own_when_asked_for()
    {
        using var texts = new MarkedTexts(new StandardAnalyzer(), "Heavy rain and heavy snow");
        IReadOnlyList<Passage> passages = texts.Find(texts.MatchesOf("\"heavy rain\""), options: new PassageOptions { MarksWordsOfPhrases = true });
        Assert.Equal("<b>Heavy</b> <b>rain</b> and heavy snow", new PassageFormatter().Format(texts.Texts[0], passages));
    }

    [Fact]
    public void A_word_that_fills_a_gap_of_a_phrase_takes_no_part_in_it()
    {
        using var texts = new MarkedTexts(new StandardAnalyzer(), "a a b");
        var phrase = new PhraseQuery("f", [(new("f", "a"), 0), (new("f", "b"), 2)]);
        IReadOnlyList<Passage> passages = texts.Find(texts.MatchesOf(phrase), options: new PassageOptions { MarksWordsOfPhrases = true });
        Assert.Equal([(0, 1), (4, 5)], passages[0].Marks.Select(mark => (mark.Start, mark.End)));
    }

    [Theory]
    [InlineData("f")]
    [InlineData("g")]
    public void A_phrase_over_left_out_words_is_marked_with_them(string field)
    {
        using var texts = new MarkedTexts(new EnglishAnalyzer(), "The ferries of the harbour. Ferries, harbours.");
        Assert.Equal(["ferries of the harbour"], texts.Words("\"ferry of the harbour\"", field: field));
    }

    [Theory]
    [InlineData("f")]
    [InlineData("g")]
    public void A_sloppy_phrase_is_marked_from_its_first_to_its_last_word(string field)
    {
        using var texts = new MarkedTexts(new StandardAnalyzer(), "Rain, very heavy. Far away it rained heavy stones, which is not rain");
        Assert.Equal(["Rain, very heavy"], texts.Words("\"heavy rain\"~3", field: field));
    }

    [Theory]
    [InlineData("rain -storm", 0, "rain")]
    [InlineData("rain -storm", 1, "")]
    [InlineData("(+rain -storm) river", 1, "river")]
    [InlineData("(+rain +absent) river", 1, "river")]
    [InlineData("+rain +(storm river)", 0, "")]
    [InlineData("rain OR g:storm", 1, "rain")]
    public void Only_clauses_that_match_in_the_field_mark(string query, int doc, string words)
    {
        using var texts = new MarkedTexts(new StandardAnalyzer(), "rain", "rain storm river");
        Assert.Equal(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), texts.Words(query, doc));
    }

    [Theory]
    [InlineData("f")]
    [InlineData("g")]
    public void A_query_of_many_terms_marks_what_it_matched(string field)
    {
        using var texts = new MarkedTexts(new StandardAnalyzer(), "Ferry, ferries; offer. Fern and FERRET!");
        Assert.Equal(["Ferry", "ferries", "FERRET"], texts.Words("ferr*", field: field));
        Assert.Equal(["Ferry", "ferries", "Fern", "FERRET"], texts.Words("[fern TO ferry]", field: field));
        Assert.Equal(["Ferry", "Fern"], texts.Words("fer?y OR f*n", field: field));
    }

    [Theory]
    [InlineData("f")]
    [InlineData("g")]
    public void Exact_and_stemmed_forms_at_one_position_are_marks_of_their_own_clauses(string field)
    {
        using var texts = new MarkedTexts(new ExactAndStemAnalyzer(), "Two storms, one storm.");
        var exact = new TermQuery(new(field, $"{ExactAndStemFilter.ExactMarker}storm"));
        var stem = new TermQuery(new(field, "storm"));
        var query = new BooleanQuery([new BooleanClause(exact, Occur.Should), new BooleanClause(stem, Occur.Should)]);
        Assert.Equal(
            [(4, 10, stem), (16, 21, stem), (16, 21, exact)],
            texts.Mark(texts.MatchesOf(query), field: field).Select(mark => (mark.Start, mark.End, (TermQuery)mark.Clause)));
    }

    [Fact]
    public void Marks_name_the_clause_as_it_stands_in_the_query()
    {
        using var texts = new MarkedTexts(new StandardAnalyzer(), "heavy rain, light wind");
        var phrase = new PhraseQuery("f", 0, "heavy", "rain");
        var term = new TermQuery(new("f", "wind"));
        var query = new BooleanQuery([new BooleanClause(new BoostQuery(phrase, 3), Occur.Must), new BooleanClause(term, Occur.Filter)]);
        Assert.Equal([phrase, term], texts.Mark(texts.MatchesOf(query)).Select(mark => mark.Clause), ReferenceEqualityComparer.Instance);
    }

    [Theory]
    [InlineData(0, "heavy|rainfall")]
    [InlineData(2, "heavy|rainfall|heavy|rain")]
    public void The_words_of_a_begun_phrase_are_marks_of_their_own_when_asked_for(int slop, string expected)
    {
        using var texts = new MarkedTexts(new StandardAnalyzer(), "heavy rainfall, heavy old rain, rain");
        IReadOnlyList<Passage> passages = texts.Find(
            texts.MatchesOf(new PhrasePrefixQuery("f", ["heavy", "rain"], slop)), options: All with { MarksWordsOfPhrases = true });
        Assert.Equal(expected, string.Join('|', passages[0].Marks.Select(mark => texts.Texts[0][mark.Start..mark.End])));
    }

    [Fact]
    public void Overlapping_marks_are_one_in_HTML()
    {
        using var texts = new MarkedTexts(new StandardAnalyzer(), "a b c d, b c.");
        IReadOnlyList<Passage> passages = texts.Find(texts.MatchesOf("\"a b\" \"b c\" c d"));
        Assert.Equal([(0, 3), (2, 5), (4, 5), (6, 7), (9, 12), (11, 12)], passages[0].Marks.Select(mark => (mark.Start, mark.End)));
        Assert.Equal("<b>a b c</b> <b>d</b>, <b>b c</b>.", new PassageFormatter().Format(texts.Texts[0], passages));
    }

    [Fact]
    public void HTML_is_escaped_inside_and_outside_of_marks_and_the_marks_are_not()
    {
        using var texts = new MarkedTexts(new StandardAnalyzer(), "<i>Tom & \"Jerry's</i>\" car");
        IReadOnlyList<Passage> passages = texts.Find(texts.MatchesOf("\"tom jerry's\""));
        Assert.Equal(
            "&lt;i&gt;<mark>Tom &amp; &quot;Jerry&#x27;s</mark>&lt;&#x2F;i&gt;&quot; car",
            new PassageFormatter("<mark>", "</mark>", escapes: true).Format(texts.Texts[0], passages));
    }

    [Theory]
    [InlineData(-1, "One. Two. ")]
    [InlineData(0, "")]
    [InlineData(1, "One. ")]
    [InlineData(9, "One. Two. Three.")]
    public void Without_a_mark_the_first_sentences_are_given(int wanted, string expected)
    {
        using var texts = new MarkedTexts(new StandardAnalyzer(), "One. Two. Three.", "");
        QueryMatches matches = texts.MatchesOf("absent");
        var options = new PassageOptions { MaxPassages = 2, MaxUnmarkedPassages = wanted };
        Assert.Equal(expected, new PassageFormatter().Format(texts.Texts[0], texts.Find(matches, options: options)));
        Assert.Empty(texts.Find(matches, doc: 1, options));
    }

    [Fact]
    public void Text_behind_the_longest_that_is_looked_at_is_neither_marked_nor_shown()
    {
        using var texts = new MarkedTexts(new StandardAnalyzer(), "Rain fell. Rain stopped. Rain again.");
        IReadOnlyList<Passage> passages = texts.Find(texts.MatchesOf("rain"), options: All with { MaxLength = 13 });
        Passage only = Assert.Single(passages);
        Assert.Equal((0, 11, 1), (only.Start, only.End, only.Marks.Count));
    }

    [Fact]
    public void A_document_that_does_not_match_has_no_marks()
    {
        using var texts = new MarkedTexts(new StandardAnalyzer(), "rain", "storm");
        QueryMatches matches = texts.MatchesOf("storm");
        Assert.Empty(texts.Mark(matches, doc: 0));
        Assert.Single(texts.Mark(matches, doc: 1));
    }
}
