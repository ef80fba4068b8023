using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Search.Hosts.Tests.Infrastructure;
using Search.Web.Hosting;
using Search.Web.Hosting.Access;

namespace Search.Hosts.Tests.Hosting;

/// <summary>Keys come and go while the host runs.</summary>
public sealed class KeyRingTests : IDisposable
{
    private readonly TestKeys _keys = new();
    private readonly ManualTime _time = new();

    [Fact]
    public void A_change_of_the_file_is_heard_after_a_while_and_a_broken_file_changes_nothing()
    {
        string first = _keys.Add("search");
        var settings = HostSettings.Load(new ConfigurationBuilder().Build(), ["--keys", _keys.Path]);
        var ring = new KeyRing(settings, _time, NullLogger<KeyRing>.Instance);
        Assert.NotNull(ring.Recognise(first));

        string second = _keys.Add("admin");
        Assert.Null(ring.Recognise(second));
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.NotNull(ring.Recognise(second));

        File.WriteAllText(_keys.Path, "nonsense");
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.NotNull(ring.Recognise(first));

        File.Delete(_keys.Path);
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Null(ring.Recognise(first));
        Assert.False(ring.HasSearchKeys);
    }

    public void Dispose() => _keys.Dispose();

    private sealed class ManualTime : TimeProvider
    {
        private long _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public void Advance(TimeSpan by) => _now += by.Ticks;
    }
}
