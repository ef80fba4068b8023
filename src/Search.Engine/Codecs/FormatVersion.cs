namespace Search.Engine.Codecs;

/// <summary>A version of the library whose format a file follows.</summary>
internal readonly record struct FormatVersion(int Major, int Minor, int Bugfix) : IComparable<FormatVersion>
{
    /// <summary>The version that this engine writes as.</summary>
    public static FormatVersion Current { get; } = new(8, 8, 1);

    public int CompareTo(FormatVersion other) =>
        (Major, Minor, Bugfix).CompareTo((other.Major, other.Minor, other.Bugfix));

    public override string ToString() => $"{Major}.{Minor}.{Bugfix}";

    public static bool operator <(FormatVersion left, FormatVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(FormatVersion left, FormatVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(FormatVersion left, FormatVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(FormatVersion left, FormatVersion right) => left.CompareTo(right) >= 0;
}
