using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Search.Web.Hosting.Telemetry;

/// <summary>Where the time of one request went, for its <c>Server-Timing</c> header.</summary>
internal sealed class ServerTimings
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly List<(string Name, double Milliseconds)> _parts = [];

    public static ServerTimings Of(HttpContext context)
    {
        if (context.Features.Get<ServerTimings>() is { } known)
            return known;
        var timings = new ServerTimings();
        context.Features.Set(timings);
        return timings;
    }

    /// <summary>Adds time to a part; parts of one name are one.</summary>
    public void Add(string name, TimeSpan time)
    {
        int known = _parts.FindIndex(part => part.Name == name);
        if (known < 0)
            _parts.Add((name, time.TotalMilliseconds));
        else
            _parts[known] = (name, _parts[known].Milliseconds + time.TotalMilliseconds);
    }

    public override string ToString()
    {
        var header = new StringBuilder();
        foreach ((string name, double milliseconds) in _parts)
            header.Append(CultureInfo.InvariantCulture, $"{name};dur={milliseconds:0.0##}, ");
        return header.Append(CultureInfo.InvariantCulture, $"total;dur={Stopwatch.GetElapsedTime(_started).TotalMilliseconds:0.0##}").ToString();
    }
}
