using Search.Engine.Store;

namespace Search.Soak.Damage;

/// <summary>Runs one reading after another; a refusal of damaged bytes ends one of them, anything else ends all.</summary>
internal sealed class Attempts(Action<Exception> onRefusal)
{
    // A damaged column can refuse every document of a million: what follows is the same.
    private const int MostRefusals = 2000;

    private int _refusals;

    /// <summary>Whether the reading went to its end.</summary>
    public bool Try(Action reading)
    {
        if (_refusals >= MostRefusals)
            return false;
        try
        {
            reading();
            return true;
        }
        catch (Exception refusal) when (refusal is CorruptIndexException or IndexNotFoundException)
        {
            _refusals++;
            onRefusal(refusal);
            return false;
        }
    }
}
