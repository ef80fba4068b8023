namespace Search.Engine.Segments.Checking;

/// <summary>What a check found wrong with a segment; after a hundred problems the rest is only counted.</summary>
internal sealed class CheckProblems
{
    private const int MaxListed = 100;

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly List<string> _listed = [];
    private long _left;

    public bool IsEmpty => _listed.Count == 0;

    /// <summary>Whether there is more than formats that are not read.</summary>
    public bool HaveDamage { get; private set; }

    /// <summary>Adds a problem; the same one again counts for nothing.</summary>
    public void Add(string problem)
    {
        HaveDamage = true;
        List(problem);
    }

    /// <summary>Adds that something has a format that is not read.</summary>
    public void AddForeign(string problem) => List(problem);

    public IReadOnlyList<string> ToList() => _left == 0 ? [.. _listed] : [.. _listed, $"and {_left} more"];

    private void List(string problem)
    {
        if (_listed.Count == MaxListed)
            _left++;
        else if (_known.Add(problem))
            _listed.Add(problem);
    }
}
