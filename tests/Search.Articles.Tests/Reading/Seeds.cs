using Search.Articles.Cleaning;
using Search.Articles.Paragraphs;
using Search.Articles.Reading;

namespace Search.Articles.Tests.Reading;

/// <summary>The sample articles as the reader composes them.</summary>
internal static class Seeds
{
    public static IReadOnlyList<Article> All { get; } = Read(null);

    public static Article Get(int number) => All[number];

    public static IReadOnlyList<Article> Read(CollectionStatistics? statistics) =>
        [.. new ArticleReader(statistics).ReadAll([RepositoryPaths.Seeds]).Select(result => result.Article!)];

    /// <summary>The part of a source that a span covers.</summary>
    public static string TextOf(this Article article, SourceSpan span) => article.Source.Substring(span.Start, span.Length);

    /// <summary>A text with single spaces.</summary>
    public static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Asserts that every character is in one span, in order, and that paragraphs are made of their spans.</summary>
    public static void AssertPartition(Article article)
    {
        var next = 0;
        var texts = new Dictionary<int, List<TextRange>>();
        foreach (SourceSpan span in article.Spans)
        {
            Assert.Equal(next, span.Start);
            Assert.True(span.Length > 0);
            next = span.End;
            if (span.Kind == SpanKind.WhiteSpace) Assert.True(string.IsNullOrWhiteSpace(article.TextOf(span)));
            if (span.Kind is SpanKind.Furniture or SpanKind.Header) Assert.False(string.IsNullOrEmpty(span.Reason));
            if (span.Kind != SpanKind.Paragraph) continue;
            if (!texts.TryGetValue(span.Paragraph, out List<TextRange>? ranges)) texts.Add(span.Paragraph, ranges = []);
            ranges.Add(new TextRange(span.Start, span.End));
        }

        Assert.Equal(article.Source.Length, next);
        Assert.Equal(article.Paragraphs.Count, texts.Count);
        foreach (Paragraph paragraph in article.Paragraphs)
        {
            Assert.Equal(paragraph.Text, TextBlock.Flatten(article.Source, texts[paragraph.Ordinal]));
            Assert.Equal(0, paragraph.Sentences[0]);
            Assert.True(paragraph.Sentences.Zip(paragraph.Sentences.Skip(1)).All(pair => pair.First < pair.Second));
            Assert.True(paragraph.Sentences[^1] < paragraph.Text.Length);
        }
    }
}
