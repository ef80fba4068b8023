using System.Buffers;
using System.Text;
using Search.Engine.Index;
using Search.Engine.Search.Collectors;
using Search.Engine.Search.Columns;

namespace Search.Engine.Search.Facets;

/// <summary>Counts the strings of a sorted or sorted-set column over all hits.</summary>
/// <remarks>
/// <para>One thread, one search; exact over any number of segments. Counting is an addition to an array: strings have numbers
/// over all segments, which the searcher finds out once per column. Disposing gives the arrays back, which is worth it where
/// there are many strings.</para>
/// <para>Source: search semantics notes, section 8.3.</para>
/// </remarks>
public sealed class TextFacets : ICollector, ILeafCollector, IDisposable
{
    private readonly IndexReader _reader;
    private readonly string _column;
    private readonly CountingUnits _units;
    private readonly GlobalOrdinals _ordinals;
    private int[] _counts; // by global ordinal
    private int[] _lastUnits; // by global ordinal: the unit that counted it last
    private int[]? _globalOf;
    private SortedDocValues? _single;
    private SortedSetDocValues? _several;
    private int _lastUnitWithValue;

    /// <summary>Counts for one search with <paramref name="searcher"/>.</summary>
    /// <param name="column">The column whose strings are counted; segments may lack it.</param>
    /// <param name="oncePer">
    /// A sorted column: hits that follow one another and have the same value in it count as one, whichever of them has the
    /// string. Null: every hit counts.
    /// </param>
    /// <exception cref="InvalidOperationException">The column is neither sorted nor sorted-set.</exception>
    public TextFacets(IndexSearcher searcher, string column, string? oncePer = null)
    {
        ArgumentNullException.ThrowIfNull(searcher);
        ArgumentNullException.ThrowIfNull(column);
        _reader = searcher.Reader;
        _column = column;
        _units = new CountingUnits(oncePer);
        _ordinals = searcher.OrdinalsOf(column);
        _counts = Rent(_ordinals.Count);
        _lastUnits = _units.AreRuns ? Rent(_ordinals.Count) : [];
    }

    /// <inheritdoc/>
    public bool NeedsScores => false;

    /// <summary>Number of hits (or runs of hits) with at least one string.</summary>
    public long WithValue { get; private set; }

    /// <summary>Number of different strings that were counted.</summary>
    public int DistinctCount => _ordinals.Count - Counts.Count(0);

    /// <inheritdoc/>
    public ILeafCollector StartLeaf(Leaf leaf)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        _units.StartLeaf(leaf.Reader);
        _globalOf = _ordinals.Of(leaf);
        _single = leaf.Reader.SortedColumn(_column);
        _several = _single is null ? leaf.Reader.SortedSetColumn(_column) : null;
        return this;
    }

    /// <inheritdoc/>
    public void Collect(ReadOnlySpan<int> docs, ReadOnlySpan<float> scores)
    {
        if (_units.AreRuns)
            CollectRuns(docs);
        else if (_single is not null)
            CollectSingle(docs, _single);
        else if (_several is not null)
            CollectSeveral(docs, _several);
    }

    /// <summary>How often one string was counted.</summary>
    public long CountOf(string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        foreach (Leaf leaf in _reader.Leaves)
        {
            int ordinal = GlobalOrdinals.DictionaryOf(leaf.Reader, _column)?.Find(bytes) ?? -1;
            if (ordinal >= 0)
                return _counts[_ordinals.Of(leaf) is { } globalOf ? globalOf[ordinal] : ordinal];
        }
        return 0;
    }

    /// <summary>The strings that were counted most often; equals in byte order.</summary>
    public IReadOnlyList<FacetCount> Top(int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        return new TextLabels(_reader, _ordinals, _column).Of(TopCounts.Select(Counts, most), _counts);
    }

    /// <summary>All strings that were counted, in byte order.</summary>
    public IReadOnlyList<FacetCount> All() =>
        new TextLabels(_reader, _ordinals, _column).Of([.. Enumerable.Range(0, _ordinals.Count).Where(global => _counts[global] > 0)], _counts);

    /// <summary>Gives the memory back; nothing can be asked any more.</summary>
    public void Dispose()
    {
        if (_counts.Length > 0)
            ArrayPool<int>.Shared.Return(_counts);
        if (_lastUnits.Length > 0)
            ArrayPool<int>.Shared.Return(_lastUnits);
        _counts = [];
        _lastUnits = [];
    }

    private ReadOnlySpan<int> Counts => _counts.AsSpan(0, _ordinals.Count);

    private static int[] Rent(int count)
    {
        if (count == 0)
            return [];
        int[] rented = ArrayPool<int>.Shared.Rent(count);
        rented.AsSpan(0, count).Clear();
        return rented;
    }

    private void CollectSingle(ReadOnlySpan<int> docs, SortedDocValues values)
    {
        foreach (int docId in docs)
        {
            if (!values.AdvanceExact(docId))
                continue;
            WithValue++;
            int ordinal = values.Ordinal;
            _counts[_globalOf is null ? ordinal : _globalOf[ordinal]]++;
        }
    }

    private void CollectSeveral(ReadOnlySpan<int> docs, SortedSetDocValues values)
    {
        foreach (int docId in docs)
        {
            if (!values.AdvanceExact(docId))
                continue;
            WithValue++;
            for (int left = values.Count; left > 0; left--)
            {
                int ordinal = values.NextOrdinal();
                _counts[_globalOf is null ? ordinal : _globalOf[ordinal]]++;
            }
        }
    }

    private void CollectRuns(ReadOnlySpan<int> docs)
    {
        foreach (int docId in docs)
        {
            int unit = _units.UnitOf(docId);
            if (_single is not null && _single.AdvanceExact(docId))
            {
                CountOnce(_single.Ordinal, unit);
            }
            else if (_several is not null && _several.AdvanceExact(docId))
            {
                for (int left = _several.Count; left > 0; left--)
                    CountOnce(_several.NextOrdinal(), unit);
            }
        }
    }

    private void CountOnce(int ordinal, int unit)
    {
        int global = _globalOf is null ? ordinal : _globalOf[ordinal];
        if (_lastUnits[global] == unit)
            return;
        _lastUnits[global] = unit;
        _counts[global]++;
        if (_lastUnitWithValue != unit)
            WithValue++;
        _lastUnitWithValue = unit;
    }
}
