namespace Search.Engine.Automata;

/// <summary>A regular expression that has no meaning, and where it breaks.</summary>
public sealed class RegularExpressionException : FormatException
{
    /// <summary>An error at a place of the expression.</summary>
    /// <param name="reason">What is wrong.</param>
    /// <param name="position">UTF-16 offset, from 0; the length of the expression if something is missing at the end.</param>
    public RegularExpressionException(string reason, int position)
        : base($"{reason} (at {position} of the regular expression)")
    {
        Reason = reason;
        Position = position;
    }

    /// <summary>What is wrong, without the place.</summary>
    public string Reason { get; }

    /// <summary>UTF-16 offset in the expression, from 0.</summary>
    public int Position { get; }
}
