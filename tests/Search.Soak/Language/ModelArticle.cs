using Search.Articles;

namespace Search.Soak.Language;

/// <summary>A random article.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Headline">Its headline; null when it has none.</param>
/// <param name="Outlet">Its outlet; null when it has none.</param>
/// <param name="Published">Its date; null when it has none.</param>
/// <param name="Paragraphs">Its paragraphs.</param>
public sealed record ModelArticle(string Id, ModelParagraph? Headline, string? Outlet, DateTimeOffset? Published, IReadOnlyList<ModelParagraph> Paragraphs)
{
    private static readonly string[] Outlets = ["Daily News", "The Post", "post"];

    public static ModelArticle Create(Random random, int number) => new(
        $"article-{number}",
        random.Next(3) == 0 ? null : ModelParagraph.Create(random, 1, 4),
        random.Next(4) == 0 ? null : Outlets[random.Next(Outlets.Length)],
        random.Next(4) == 0 ? null : new DateTimeOffset(2022 + random.Next(2), random.Next(1, 13), random.Next(1, 29), 0, 0, 0, TimeSpan.Zero),
        [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => ModelParagraph.Create(random, 3, 6))]);

    /// <summary>As the index takes it.</summary>
    public Article ToArticle() => new()
    {
        Id = Id,
        Path = Id,
        Source = "",
        Spans = [],
        Headline = Headline?.Text,
        Outlet = Outlet,
        Published = Published,
        Paragraphs = [.. Paragraphs.Select((paragraph, i) => new Paragraph
        {
            Ordinal = i,
            Text = paragraph.Text,
            Source = (0, 0),
            Sentences = paragraph.Sentences,
            Key = $"{Id}-{i}",
        })],
    };
}
