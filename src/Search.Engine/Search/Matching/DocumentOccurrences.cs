using System.Runtime.InteropServices;
using Search.Engine.Index;
using Search.Engine.Search.Proximity;

namespace Search.Engine.Search.Matching;

/// <summary>Where the words of an <see cref="Queries.OccurrenceQuery"/> stand in one document after another of a segment.</summary>
/// <remarks>One thread; spans are valid until the next document.</remarks>
public sealed class DocumentOccurrences
{
    private readonly string _field;
    private readonly IntervalMatcher?[] _matchers;
    private readonly List<Occurrence>[] _places;
    private readonly bool _withOffsets;

    internal DocumentOccurrences(LeafReader segment, string field, IntervalMatcher?[] matchers, bool withOffsets)
    {
        Segment = segment;
        _field = field;
        _matchers = matchers;
        _withOffsets = withOffsets;
        _places = new List<Occurrence>[matchers.Length];
        for (var i = 0; i < _places.Length; i++)
            _places[i] = [];
    }

    /// <summary>The segment.</summary>
    public LeafReader Segment { get; }

    /// <summary>The document, by its id in the segment.</summary>
    public int DocId { get; private set; } = -1;

    /// <summary>Number of words.</summary>
    public int WordCount => _places.Length;

    /// <summary>The places of a word in order of position, each one position long; empty when it does not stand in the document.</summary>
    /// <param name="word">Index among the query's words.</param>
    public ReadOnlySpan<Occurrence> Of(int word) => CollectionsMarshal.AsSpan(_places[word]);

    /// <summary>Reads the places in a document, which must not be one that was read before.</summary>
    internal void MoveTo(int docId)
    {
        DocId = docId;
        for (var word = 0; word < _places.Length; word++)
        {
            _places[word].Clear();
            if (_matchers[word] is { } matcher && matcher.MatchAt(docId))
                Read(matcher, _places[word]);
        }
    }

    private void Read(IntervalMatcher matcher, List<Occurrence> places)
    {
        if (!_withOffsets)
        {
            foreach (Interval interval in matcher.Intervals)
                places.Add(new Occurrence(interval.Start, interval.End, -1, -1));
            return;
        }
        var parts = new IntervalParts(_field);
        for (var i = 0; i < matcher.Intervals.Length; i++)
            matcher.CollectParts(i, parts);
        foreach ((string _, PhraseMatch place) in parts.All)
            places.Add(new Occurrence(place.StartPosition, place.EndPosition, place.StartOffset, place.EndOffset));
    }
}
