namespace Search.Engine.Tests.AgainstLucene;

/// <summary>The paragraphs that large comparisons run on, and the queries asked of them.</summary>
internal static class LargeCorpus
{
    public const int Paragraphs = 100_000;

    /// <summary>Paragraphs that the indexes with deletions have lost; one in twenty.</summary>
    public const int Deletes = 5000;

    /// <summary>Paragraphs that our indexes with deletions have written again.</summary>
    public const int Updates = 3000;

    private const int QueriesOfACategory = 45;
    private const int QueriesOfAKind = 30;

    private static readonly Lazy<IReadOnlyList<QueryLine>> LazyQueries = new(() =>
    [
        .. QueryLine.Read(GeneratedCorpus.Queries(Paragraphs, perCategory: QueriesOfACategory)),
        .. new ClassicQueries(TextSample.Of(Path), seed: 3).All(QueriesOfAKind),
    ]);

    /// <summary>The paragraphs as JSON lines.</summary>
    public static string Path => GeneratedCorpus.Paragraphs(Paragraphs);

    /// <summary>Queries of all kinds: the measuring categories, and what else the classic syntax can say.</summary>
    public static IReadOnlyList<QueryLine> Queries => LazyQueries.Value;
}
