namespace Search.Engine.Util;

/// <summary>How the lanes of a vector that are kept close up: what a permutation needs to know.</summary>
internal static class ClosedLanes
{
    /// <summary>For each mask of lanes the numbers of those whose bit is set, ascending, and then zeros.</summary>
    /// <param name="parts">Numbers of a lane, where it is moved in parts.</param>
    public static byte[] Table(int lanes, int parts = 1)
    {
        var table = new byte[(1 << lanes) * lanes * parts];
        for (var mask = 0; mask < 1 << lanes; mask++)
        {
            int next = mask * lanes * parts;
            for (var part = 0; part < lanes * parts; part++)
            {
                if ((mask >> (part / parts) & 1) != 0)
                    table[next++] = (byte)part;
            }
        }
        return table;
    }
}
