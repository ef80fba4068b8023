namespace Search.Articles.Indexing;

/// <summary>What a synchronisation did, while it runs. Memory is a number for each different name.</summary>
internal sealed class SynchronizationCounts
{
    private readonly HashSet<ulong> _names = [];
    private readonly HashSet<ulong> _places = [];
    private readonly Dictionary<string, int> _furniture = new(StringComparer.Ordinal);

    public int Added { get; set; }

    public int Updated { get; set; }

    public int Removed { get; set; }

    /// <summary>Different names in what was read; of billions, two could be taken for one.</summary>
    public int Names => _names.Count;

    public int Places => _places.Count;

    /// <summary>Stretches of page furniture by reason.</summary>
    public IReadOnlyDictionary<string, int> Furniture => _furniture;

    /// <summary>Counts names, places and furniture of an article that was read.</summary>
    public void Count(Article article)
    {
        foreach (Mention mention in article.Paragraphs.SelectMany(paragraph => paragraph.Mentions))
            (mention.Kind == MentionKind.Place ? _places : _names).Add(Hash(mention.Canonical));
        foreach (SourceSpan span in article.Spans.Where(span => span.Kind == SpanKind.Furniture))
        {
            string reason = span.Reason ?? "other";
            _furniture[reason] = _furniture.GetValueOrDefault(reason) + 1;
        }
    }

    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL; // FNV-1a over code units
        foreach (char c in text)
            hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }
}
