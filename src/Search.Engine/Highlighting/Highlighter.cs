using Search.Engine.Analysis;
using Search.Engine.Search.Matching;

namespace Search.Engine.Highlighting;

/// <summary>Shows where a document matches: its best sentences, with what matched marked in them.</summary>
/// <remarks>
/// Shareable. Works from match intervals alone: it never parses the query again, so it marks exactly what the search matched.
/// Source of passages and their scores: search semantics notes, sections 6.1 to 6.6.
/// </remarks>
/// <param name="analyzer">The analyzer the fields were indexed with; used where the index keeps no offsets.</param>
public sealed class Highlighter(Analyzer analyzer)
{
    /// <summary>The best passages of a field's text for one document.</summary>
    /// <param name="matches">The query's matches (<c>IndexSearcher.MatchesOf</c>).</param>
    /// <param name="doc">Index-wide document id.</param>
    /// <param name="field">The field whose text is shown.</param>
    /// <param name="text">The field's text as it was indexed, one value.</param>
    /// <param name="options">What is wanted; null for the defaults.</param>
    /// <returns>In order of start; without matches the first sentences, or nothing if none are wanted.</returns>
    public IReadOnlyList<Passage> Find(QueryMatches matches, int doc, string field, string text, PassageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(matches);
        ArgumentNullException.ThrowIfNull(text);
        options ??= new PassageOptions();
        IReadOnlyList<TextMark> marks = MarkBuilder.Create(matches.At(doc, field), analyzer, field, text, options.MarksWordsOfPhrases);
        string content = text.Length > options.MaxLength ? text[..options.MaxLength] : text;
        return Find(marks, SentenceBreaker.Boundaries(content), options);
    }

    /// <summary>All marks of a field's text for one document, in order.</summary>
    public IReadOnlyList<TextMark> Mark(QueryMatches matches, int doc, string field, string text)
    {
        ArgumentNullException.ThrowIfNull(matches);
        ArgumentNullException.ThrowIfNull(text);
        return MarkBuilder.Create(matches.At(doc, field), analyzer, field, text, marksWordsOfPhrases: false);
    }

    /// <summary>Passages along boundaries of the caller's choosing.</summary>
    /// <param name="marks">In order of start.</param>
    /// <param name="boundaries">Ascending; the first is 0, the last the length of the text.</param>
    /// <param name="options">What is wanted.</param>
    public static IReadOnlyList<Passage> Find(IReadOnlyList<TextMark> marks, IReadOnlyList<int> boundaries, PassageOptions options)
    {
        ArgumentNullException.ThrowIfNull(marks);
        ArgumentNullException.ThrowIfNull(boundaries);
        ArgumentNullException.ThrowIfNull(options);
        int contentLength = boundaries[^1];
        if (contentLength == 0)
            return [];
        IReadOnlyList<Passage> passages = PassageFinder.Find(marks, boundaries, contentLength, options.MaxPassages);
        return passages.Count > 0
            ? passages
            : PassageFinder.FirstSentences(boundaries, options.MaxUnmarkedPassages < 0 ? options.MaxPassages : options.MaxUnmarkedPassages);
    }
}
