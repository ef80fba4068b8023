using Search.Engine.Index;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>For each zone of neighbouring documents the first and the last leaf that have points of them.</summary>
/// <remarks>
/// Where documents come roughly in the order of their points, as in an archive that grew day by day, nearly all zones have all their
/// points inside of a range or outside: leaves are read only where zones lie across an end of it. Made by reading every leaf once.
/// Immutable; shareable. A bit a document, 8 bytes a zone and a leaf.
/// </remarks>
internal sealed class PointsZones
{
    /// <summary>Documents of a zone: words of a bit set are not divided.</summary>
    public const int ZoneSize = 512;

    private readonly List<long> _pointers;
    private readonly FixedBitSet _docs;

    // By zone. A zone without points lies inside of everything.
    private readonly int[] _first;
    private readonly int[] _last;

    private PointsZones(PointsTreeMetadata tree)
    {
        _pointers = LeafPointers.Of(tree);
        _docs = new FixedBitSet(tree.MaxDoc);
        _first = new int[(tree.MaxDoc - 1) / ZoneSize + 1];
        _last = new int[_first.Length];
        _first.AsSpan().Fill(int.MaxValue);
        _last.AsSpan().Fill(-1);
    }

    /// <summary>Reads all leaves of a tree.</summary>
    public static PointsZones Read(PointsTreeMetadata tree)
    {
        var zones = new PointsZones(tree);
        var (first, last) = (zones._first, zones._last);
        var reader = new PointsLeafReader(tree);
        // One loop in another: what runs once and long is compiled well while it runs.
        for (var leaf = 0; leaf < zones._pointers.Count; leaf++)
        {
            ReadOnlySpan<int> docs = reader.ReadDocIds(zones._pointers[leaf]);
            BitRuns.Set(docs, zones._docs.MutableWords);
            foreach (int docId in docs)
            {
                int zone = docId / ZoneSize;
                if (last[zone] < 0)
                    first[zone] = leaf;
                last[zone] = leaf;
            }
        }
        return zones;
    }

    /// <summary>Visits the documents with points in leaves <c>[first, end)</c>, which are inside.</summary>
    public void Visit(int first, int end, PointsLeafReader reader, IDocumentVisitor visitor)
    {
        var edges = new FixedBitSet(end - first);
        for (int zone = NextOfAny(0, first, end); zone < _first.Length; zone = NextOfAny(zone, first, end))
        {
            int start = zone;
            while (zone < _first.Length && _first[zone] >= first && _last[zone] < end)
                zone++;
            if (zone > start)
                visitor.VisitInside(_docs, start * ZoneSize, Math.Min(zone * ZoneSize, _docs.Length));
            else
                edges.SetRange(Math.Max(_first[zone], first) - first, Math.Min(_last[zone++] + 1, end) - first);
        }
        for (int leaf = edges.NextSetBit(0); leaf >= 0; leaf = edges.NextSetBit(leaf + 1))
            visitor.VisitInside(reader.ReadDocIds(_pointers[first + leaf]));
    }

    // The first zone from one on that lies inside of leaves [first, end) or across an end of them.
    private int NextOfAny(int zone, int first, int end)
    {
        while (zone < _first.Length)
        {
            if (_last[zone] < first)
                zone += Within(_last.AsSpan(zone), int.MinValue, first - 1);
            else if (_first[zone] >= end)
                zone += Within(_first.AsSpan(zone), end, int.MaxValue);
            else
                return zone;
        }
        return zone;
    }

    // How many leaves, from the first on, lie in [lowest, highest].
    private static int Within(ReadOnlySpan<int> leaves, int lowest, int highest) =>
        leaves.IndexOfAnyExceptInRange(lowest, highest) is >= 0 and int count ? count : leaves.Length;
}
