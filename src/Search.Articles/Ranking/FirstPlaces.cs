namespace Search.Articles.Ranking;

/// <summary>Keeps the first of many places in an order.</summary>
/// <param name="most">How many to keep.</param>
internal sealed class FirstPlaces(int most)
{
    private readonly PriorityQueue<RankKey, RankKey> _kept = new(RankOrder.LastToFirst);

    public void Add(RankKey place)
    {
        if (_kept.Count < most)
            _kept.Enqueue(place, place);
        else if (most > 0 && RankOrder.FirstToLast.Compare(place, _kept.Peek()) < 0)
            _kept.EnqueueDequeue(place, place);
    }

    /// <summary>What has been kept, first place first. To be asked once.</summary>
    public RankKey[] InOrder()
    {
        var places = new RankKey[_kept.Count];
        for (int i = places.Length - 1; i >= 0; i--)
            places[i] = _kept.Dequeue();
        return places;
    }
}
