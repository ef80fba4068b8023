using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Search.Web.Hosting.Limits;

/// <summary>What one connection may cost: its size, its slowness, its number.</summary>
internal static class ServerLimits
{
    /// <summary>The longest body of a request whose endpoint does not say otherwise.</summary>
    public const long UsualBodyBytes = 64 << 10;

    // The longest query (4,096 characters of nine bytes when they are escaped) and as many filters again.
    private const int LongestRequestLine = 64 << 10;
    private const int MostConnections = 2000;

    private static readonly MinDataRate SlowestClient = new(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));

    public static void Apply(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        KestrelServerLimits limits = server.Limits;
        limits.MaxConcurrentConnections = MostConnections;
        limits.MaxRequestBodySize = UsualBodyBytes;
        limits.MaxRequestLineSize = LongestRequestLine;
        limits.MaxRequestBufferSize = 2 * LongestRequestLine;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MinRequestBodyDataRate = SlowestClient;
        limits.MinResponseDataRate = SlowestClient;
        limits.Http2.MaxStreamsPerConnection = 100;
    }
}
