namespace Search.Articles.Reading.Headers;

/// <summary>Chooses the publication date among an article's date lines: published before undecided before updated, the earlier line of equals.</summary>
internal sealed class DateChoice
{
    private DateLine? _best;
    private int _bestRank = int.MaxValue;

    /// <summary>The chosen date and whether it came with a zone.</summary>
    public (DateTimeOffset? Published, bool HasZone) Best => _best is null ? (null, false) : (_best.Date.Value, _best.Date.HasZone);

    /// <summary>Takes a date line into account.</summary>
    public void Offer(DateLine line, bool isAfterHeadline)
    {
        int rank = line switch
        {
            { IsLabelled: true, IsUpdate: false } => 0,
            { IsUpdate: true } => 3,
            _ => isAfterHeadline ? 1 : 2,
        };
        if (rank > _bestRank || rank == _bestRank && (!line.Date.HasTime || _best!.Date.HasTime)) return;
        _best = line;
        _bestRank = rank;
    }
}
