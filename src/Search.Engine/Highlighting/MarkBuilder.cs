using Search.Engine.Analysis;
using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;

namespace Search.Engine.Highlighting;

/// <summary>Translates match intervals into marks of a text; marks nothing that took no part in a match.</summary>
internal static class MarkBuilder
{
    /// <returns>Distinct marks in order of start, then end, then label.</returns>
    public static IReadOnlyList<TextMark> Create(
        IReadOnlyList<MatchInterval> intervals, Analyzer analyzer, string field, string text, bool marksWordsOfPhrases)
    {
        AnalyzedText? analyzed = null;
        AnalyzedText Analyzed() => analyzed ??= AnalyzedText.Create(analyzer, field, text);
        var marks = new HashSet<TextMark>(SamePlace.Instance);
        foreach (MatchInterval interval in intervals)
        {
            if (marksWordsOfPhrases && PhraseWords.Of(interval.Clause) is { } phrase)
                marks.UnionWith(Analyzed().WordsOf(phrase, interval));
            else if (interval.StartOffset >= 0)
                marks.Add(new TextMark(interval.StartOffset, interval.EndOffset, LabelOf(interval.Clause), interval.Clause));
            else if (Analyzed().TryFind(interval.StartPosition, interval.EndPosition, out int start, out int end))
                marks.Add(new TextMark(start, end, LabelOf(interval.Clause), interval.Clause));
        }
        return [.. marks.OrderBy(mark => mark.Start).ThenBy(mark => mark.End).ThenBy(mark => mark.Label, StringComparer.Ordinal)];
    }

    // A term by itself and the same word in a phrase count as one term.
    private static string LabelOf(Query clause) => clause is TermQuery term ? term.Term.Text : clause.ToString();

    // Two clauses that mark the same place with the same label are one occurrence.
    private sealed class SamePlace : IEqualityComparer<TextMark>
    {
        public static readonly SamePlace Instance = new();

        public bool Equals(TextMark? x, TextMark? y) =>
            ReferenceEquals(x, y) || (x is not null && y is not null && (x.Start, x.End, x.Label) == (y.Start, y.End, y.Label));

        public int GetHashCode(TextMark obj) => HashCode.Combine(obj.Start, obj.End, obj.Label);
    }
}
