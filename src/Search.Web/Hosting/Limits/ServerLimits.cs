using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Search.Web.Hosting.Limits;

/// <summary>What one connection may cost: its size, its slowness, its number.</summary>
internal static class ServerLimits
{
    /// <summary>The longest body of a request whose endpoint does not say otherwise.</summary>
    public const long UsualBodyBytes = 64 << 10;

    // The longest query (8,192 characters, each of up to nine bytes when they are escaped) and filters beside it.
    private const int LongestRequestLine = 128 << 10;
    private const int MostConnections = 2000;

    private const double SlowestBytesPerSecond = 240;

    public static void Apply(KestrelServerOptions server, TimeSpan patience)
    {
        // The server looks once a second; its grace must be longer than that.
        var slowest = new MinDataRate(SlowestBytesPerSecond, TimeSpan.FromSeconds(Math.Max(2, patience.TotalSeconds)));
        server.AddServerHeader = false;
        KestrelServerLimits limits = server.Limits;
        limits.MaxConcurrentConnections = MostConnections;
        limits.MaxRequestBodySize = UsualBodyBytes;
        limits.MaxRequestLineSize = LongestRequestLine;
        limits.MaxRequestBufferSize = 2 * LongestRequestLine;
        limits.RequestHeadersTimeout = patience;
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MinRequestBodyDataRate = slowest;
        limits.MinResponseDataRate = slowest;
        limits.Http2.MaxStreamsPerConnection = 100;
    }
}
