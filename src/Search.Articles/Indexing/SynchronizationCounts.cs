namespace Search.Articles.Indexing;

/// <summary>What a synchronisation did, while it runs.</summary>
internal sealed class SynchronizationCounts
{
    public int Added { get; set; }

    public int Updated { get; set; }

    public int Removed { get; set; }

    public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Places { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Furniture { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts names, places and furniture of an article that was read.</summary>
    public void Count(Article article)
    {
        foreach (Mention mention in article.Paragraphs.SelectMany(paragraph => paragraph.Mentions))
            (mention.Kind == MentionKind.Place ? Places : Names).Add(mention.Canonical);
        foreach (SourceSpan span in article.Spans.Where(span => span.Kind == SpanKind.Furniture))
        {
            string reason = span.Reason ?? "other";
            Furniture[reason] = Furniture.GetValueOrDefault(reason) + 1;
        }
    }
}
