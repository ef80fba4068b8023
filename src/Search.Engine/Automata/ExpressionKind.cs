namespace Search.Engine.Automata;

/// <summary>What a part of a regular expression stands for.</summary>
internal enum ExpressionKind
{
    /// <summary>No string (<c>#</c>).</summary>
    Nothing,

    /// <summary>The empty string (<c>()</c>).</summary>
    EmptyString,

    /// <summary>Any string (<c>@</c>).</summary>
    AnyString,

    /// <summary>One character of some ranges.</summary>
    Characters,

    /// <summary>One string.</summary>
    Text,

    /// <summary>A decimal number of a range.</summary>
    Interval,

    /// <summary>The parts one after another.</summary>
    Concatenation,

    /// <summary>One of the parts.</summary>
    Union,

    /// <summary>What all parts have.</summary>
    Intersection,

    /// <summary>All that the part does not have.</summary>
    Complement,

    /// <summary>The part a number of times.</summary>
    Repetition,
}
