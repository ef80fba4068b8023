using Search.Engine.Index;

namespace Search.Engine.Indexing.Merging;

/// <summary>One dictionary for a column of several segments: where the strings of each go.</summary>
/// <remarks>
/// Column notes, section 6.2. Strings that only dropped documents have are left out. Takes an int for each string of each
/// segment; the strings themselves stay where they are. Immutable.
/// </remarks>
internal sealed class OrdinalMap
{
    private readonly Func<UsedTerms>[] _open;
    private readonly int[][] _newOrdinals;

    private OrdinalMap(Func<UsedTerms>[] open, int[][] newOrdinals, int count)
    {
        _open = open;
        _newOrdinals = newOrdinals;
        Count = count;
    }

    /// <summary>Number of distinct strings.</summary>
    public int Count { get; }

    /// <summary>Memory of the map.</summary>
    public long ByteCount => _newOrdinals.Sum(ordinals => (long)ordinals.Length * sizeof(int));

    /// <summary>Merges the dictionaries.</summary>
    /// <param name="open">Of each segment of the merge: opens its dictionary anew.</param>
    /// <param name="used">Of each: the ordinals that are kept; null: all.</param>
    public static OrdinalMap Build(Func<IOrdinalDictionary>[] open, FixedBitSet?[] used, CancellationToken abort)
    {
        var openTerms = new Func<UsedTerms>[open.Length];
        var newOrdinals = new int[open.Length][];
        for (var i = 0; i < open.Length; i++)
        {
            int source = i;
            openTerms[i] = () => new UsedTerms(open[source](), used[source]);
            newOrdinals[i] = new int[open[i]().ValueCount];
        }
        var merge = new TermsMerge<UsedTerms>(Array.ConvertAll(openTerms, terms => terms()));
        var count = 0;
        while (merge.Next())
        {
            if (count % MergeState.StepsBetweenLooks == 0)
                abort.ThrowIfCancellationRequested();
            foreach (int source in merge.Matching)
                newOrdinals[source][merge[source].Ordinal] = count;
            count++;
        }
        return new OrdinalMap(openTerms, newOrdinals, count);
    }

    /// <summary>The new ordinal of a string that is kept.</summary>
    public int Map(int source, int ordinal) => _newOrdinals[source][ordinal];

    /// <summary>The merged dictionary, to be gone through from the first ordinal to the last.</summary>
    public IOrdinalDictionary OpenDictionary() => new MergedDictionary(this);

    private sealed class MergedDictionary(OrdinalMap map) : IOrdinalDictionary
    {
        private TermsMerge<UsedTerms>? _terms;
        private int _ordinal = -1;

        public int ValueCount => map.Count;

        public ReadOnlySpan<byte> Lookup(int ordinal)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(ordinal);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(ordinal, ValueCount);
            if (_terms is null || ordinal < _ordinal)
            {
                _terms = new TermsMerge<UsedTerms>(Array.ConvertAll(map._open, open => open()));
                _ordinal = -1;
            }
            for (; _ordinal < ordinal; _ordinal++)
                _terms.Next();
            return _terms.Term;
        }

        public int Find(ReadOnlySpan<byte> value) => throw new NotSupportedException("A merged dictionary is walked, not asked.");
    }
}
