namespace Search.Soak.Model;

/// <summary>Finds out how many of a lane's changes an index holds.</summary>
public static class LaneHistory
{
    private const int MostChangesAhead = 1_000_000;

    /// <summary>Makes the lane's changes anew until they lead to what the index holds; true when these are more than were acknowledged.</summary>
    /// <param name="found">What the index holds, of all lanes.</param>
    /// <param name="acknowledged">How many changes it must hold at least.</param>
    /// <exception cref="SoakFailureException">No number of changes leads there: something is lost, or there in part.</exception>
    public static bool Follow(ChangeSequence lane, IReadOnlyDictionary<string, Entry> found, int acknowledged)
    {
        while (lane.Made < acknowledged)
            lane.Next();
        Dictionary<string, Entry> own = found.Where(pair => ChangeSequence.LaneOf(pair.Key) == lane.Lane).ToDictionary();
        int different = own.Keys.Union(lane.State.Keys).Count(key => Differs(key));
        int differentAtFirst = different;
        while (different > 0)
        {
            if (lane.Made > acknowledged + MostChangesAhead)
                throw new SoakFailureException($"thread {lane.Lane}: no state after its acknowledged {acknowledged} changes is what the index holds; {differentAtFirst} keys differed there");
            // What a change does to the number of keys that differ shows in its key alone.
            different += Step();
        }
        return lane.Made > acknowledged;

        int Step()
        {
            string key = lane.PeekKey();
            bool differed = Differs(key);
            lane.Next();
            return (Differs(key) ? 1 : 0) - (differed ? 1 : 0);
        }

        bool Differs(string key) =>
            own.TryGetValue(key, out Entry there) != lane.State.TryGetValue(key, out Entry wanted) || there != wanted;
    }
}
