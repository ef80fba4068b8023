namespace Search.Engine.QueryParsing;

/// <summary>A query text that has no meaning, and where it breaks.</summary>
public sealed class QuerySyntaxException : FormatException
{
    /// <summary>An error at a place of the text.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="position">UTF-16 offset, from 0, of what is wrong; the length of the text if something is missing at the end.</param>
    /// <param name="length">How many code units are wrong; 0 at the end of the text.</param>
    /// <param name="expected">What could have stood there, if that is known.</param>
    public QuerySyntaxException(string message, int position, int length, string? expected = null)
        : base(expected is null ? $"{message} (at {position})" : $"{message} (at {position}; expected {expected})")
    {
        Reason = message;
        Position = position;
        Length = length;
        Expected = expected;
    }

    /// <summary>What is wrong, without the place.</summary>
    public string Reason { get; }

    /// <summary>UTF-16 offset, from 0.</summary>
    public int Position { get; }

    /// <summary>Number of code units that are wrong; 0 at the end of the text.</summary>
    public int Length { get; }

    /// <summary>What could have stood there, if that is known.</summary>
    public string? Expected { get; }
}
