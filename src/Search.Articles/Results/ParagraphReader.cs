using System.Text;
using Search.Articles.Querying;
using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Highlighting;
using Search.Engine.Index;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;

namespace Search.Articles.Results;

/// <summary>Reads paragraphs as they are shown: text, marks, snippets, names and places.</summary>
/// <param name="reader">The snapshot.</param>
/// <param name="query">The query whose matches are marked; null for none.</param>
/// <param name="matches">Its matches; null for none.</param>
/// <param name="snippets">Most passages shown of a paragraph; <see cref="Whole"/>: all of it as one.</param>
internal sealed class ParagraphReader(IndexReader reader, ParsedQuery? query, QueryMatches? matches, int snippets = 2)
{
    /// <summary>A paragraph whole instead of passages of it.</summary>
    public const int Whole = 0;

    private static readonly Highlighter Highlighter = new(ArticleAnalysis.ForIndexing);
    private static readonly HashSet<string> ParagraphFields = new(StringComparer.Ordinal)
    {
        ArticleFields.Key, ArticleFields.Body, ArticleFields.Caption, ArticleFields.Subheading,
    };

    private readonly PassageOptions _passages = new() { MaxPassages = Math.Max(snippets, 1) };

    /// <summary>A paragraph that matches, with its best sentences.</summary>
    /// <param name="context">Paragraphs to read before and after it.</param>
    public ParagraphHit ReadHit(ArticleBlock block, int doc, float score, ScorePart? explanation, int context)
    {
        StoredRecord stored = StoredRecord.Read(reader, doc, ParagraphFields);
        string text = stored.Text(ArticleFields.Body)!;
        IReadOnlyList<TextMark> marks = matches is null ? [] : Highlighter.Mark(matches, doc, ArticleFields.Body, text);
        return new ParagraphHit
        {
            Key = stored.Text(ArticleFields.Key)!,
            Ordinal = doc - block.FirstDoc,
            Score = score,
            Kind = KindOf(stored),
            Names = Values(block.Leaf, doc, ArticleFields.Name),
            Places = Values(block.Leaf, doc, ArticleFields.Place),
            Snippets = Snippets(block.Leaf, doc, text, SubheadingLength(stored), marks),
            HeadlineOnly = marks.Count == 0 && query?.AsksHeadlines == true,
            Missing = query is { IsLoosened: true } ? Missing(query, marks) : [],
            Before = ReadTexts(block, doc - block.FirstDoc - context, doc - block.FirstDoc),
            After = ReadTexts(block, doc - block.FirstDoc + 1, doc - block.FirstDoc + 1 + context),
            Explanation = explanation,
        };
    }

    /// <summary>Whole paragraphs by ordinal; ordinals that the article does not have are left out.</summary>
    public IReadOnlyList<ParagraphText> ReadTexts(ArticleBlock block, int from, int until)
    {
        int first = Math.Max(from, 0);
        return [.. Enumerable.Range(first, Math.Max(Math.Min(until, block.ParagraphCount) - first, 0)).Select(ordinal => ReadText(block, ordinal))];
    }

    /// <summary>A whole paragraph with all marks.</summary>
    public ParagraphText ReadText(ArticleBlock block, int ordinal)
    {
        int doc = block.FirstDoc + ordinal;
        StoredRecord stored = StoredRecord.Read(reader, doc, ParagraphFields);
        string text = stored.Text(ArticleFields.Body)!;
        int subheading = Math.Min(SubheadingLength(stored), text.Length);
        IReadOnlyList<TextMark> marks = matches is null ? [] : Highlighter.Mark(matches, doc, ArticleFields.Body, text);
        return new ParagraphText
        {
            Key = stored.Text(ArticleFields.Key)!,
            Ordinal = ordinal,
            Kind = KindOf(stored),
            Text = SnippetBuilder.Create(text, 0, text.Length, marks, query),
            Subheading = subheading > 0 ? SnippetBuilder.Create(text, 0, subheading, marks, query) : null,
            Running = SnippetBuilder.Create(text, subheading, text.Length, marks, query),
            Names = Values(block.Leaf, doc, ArticleFields.Name),
            Places = Values(block.Leaf, doc, ArticleFields.Place),
        };
    }

    /// <summary>The key of a paragraph.</summary>
    public string ReadKey(ArticleBlock block, int ordinal) =>
        StoredRecord.Read(reader, block.FirstDoc + ordinal, ParagraphFields).Text(ArticleFields.Key)!;

    private static ParagraphKind KindOf(StoredRecord stored) =>
        stored.Number(ArticleFields.Caption) == 1 ? ParagraphKind.Caption : ParagraphKind.Body;

    private static int SubheadingLength(StoredRecord stored) => (int)(stored.Number(ArticleFields.Subheading) ?? 0);

    private IReadOnlyList<Snippet> Snippets(Leaf leaf, int doc, string text, int subheadingLength, IReadOnlyList<TextMark> marks)
    {
        if (query is null || matches is null)
            return [];
        if (snippets == Whole)
            return [SnippetBuilder.Create(text, 0, text.Length, marks, query)];
        return SnippetBuilder.FromPassages(text, Highlighter.Find(marks, SnippetBoundaries.Find(text, Sentences(leaf, doc), subheadingLength, marks), _passages), query);
    }

    private static string[] Missing(ParsedQuery query, IReadOnlyList<TextMark> marks)
    {
        HashSet<int> found = [.. marks.Select(mark => query.ClauseOf(mark.Clause))];
        return [.. query.Info.Clauses.Where((_, clause) => query.Leaves[clause] is TermQuery && !found.Contains(clause)).Distinct(StringComparer.Ordinal)];
    }

    private static int[] Sentences(Leaf leaf, int doc)
    {
        BinaryDocValues? column = leaf.Reader.BinaryColumn(ArticleFields.Sentences);
        return column is not null && column.AdvanceExact(doc - leaf.DocBase) ? SentenceColumn.Decode(column.Value) : [];
    }

    private static string[] Values(Leaf leaf, int doc, string column)
    {
        SortedSetDocValues? values = leaf.Reader.SortedSetColumn(column);
        if (values is null || !values.AdvanceExact(doc - leaf.DocBase))
            return [];
        var texts = new string[values.Count];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = Encoding.UTF8.GetString(values.Dictionary.Lookup(values.NextOrdinal()));
        return texts;
    }
}
