namespace Search.Engine.Tests.Search;

/// <summary>A clock that goes on by one second each time it is looked at.</summary>
internal sealed class SteppingClock : TimeProvider
{
    /// <summary>How often it was looked at.</summary>
    public int Looks { get; private set; }

    public override long TimestampFrequency => 1;

    public override long GetTimestamp() => Looks++;
}
