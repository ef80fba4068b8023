using Search.Articles.Paragraphs;

namespace Search.Articles.Tests.Paragraphs;

public class SentenceSplitterTests
{
    [Theory]
    [InlineData("One. Two.", 2)]
    [InlineData("Lt. Gen. Smith met Mr. Jones. They spoke.", 2)]
    [InlineData("The U.S. President met him. He left.", 2)]
    [InlineData("He lives in the U.S. The others do not.", 2)]
    [InlineData("J. K. Rowling wrote it.", 1)]
    [InlineData("“Go!” he said. “Now.” She went.", 3)]
    [InlineData("It cost $3.5 million. No. 3 was cheaper.", 2)]
    [InlineData("At 5 p.m. the doors closed. All left.", 2)]
    [InlineData("Really?! Yes… And so on.", 3)]
    [InlineData("Acme Inc. said so. In Sept. 2020 it fell.", 2)]
    [InlineData("これは文です。次の文です。", 2)]
    [InlineData("አንድ ነው። ሁለት ነው።", 2)]
    [InlineData("", 0)]
    public void Sentences_are_counted_as_a_reader_does(string text, int count) => Assert.Equal(count, SentenceSplitter.Starts(text).Count);

    [Fact]
    public void Starts_are_where_the_sentences_begin()
    {
        const string text = "“One.”  Two? (Three.)";
        Assert.Equal(["“One.”  ", "Two? ", "(Three.)"], Cut(text, SentenceSplitter.Starts(text)));
    }

    private static IEnumerable<string> Cut(string text, List<int> starts) =>
        starts.Select((start, i) => text[start..(i + 1 < starts.Count ? starts[i + 1] : text.Length)]);
}
