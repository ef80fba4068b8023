using System.Net;
using System.Net.Sockets;
using System.Text;
using Search.Settings.Keys;

namespace Search.Web.Hosting.Access;

/// <summary>Who asks: the key that came with a request, and the address that it came from.</summary>
/// <param name="Key">The key; null without one and when it is none of ours.</param>
/// <param name="HasCredentials">Whether something was given as a key.</param>
/// <param name="IsBasic">Whether the key came as a browser sends a password, by itself and with every request.</param>
/// <param name="Partition">What limits are kept for: the key, or the address (of IPv6 the network of 64 bits).</param>
internal sealed record Caller(StoredKey? Key, bool HasCredentials, bool IsBasic, string Partition)
{
    private const string Bearer = "Bearer ", Basic = "Basic ";
    private const int LongestHeader = 1000;

    /// <summary>The caller of a request, found once.</summary>
    public static Caller Of(HttpContext context, KeyRing keys)
    {
        if (context.Features.Get<Caller>() is { } known)
            return known;
        (string? text, bool isBasic) = Credentials(context.Request.Headers);
        StoredKey? key = text is null ? null : keys.Recognise(text);
        var caller = new Caller(key, text is not null, isBasic, key is null ? Network(context.Connection.RemoteIpAddress) : $"key {key.Id}");
        context.Features.Set(caller);
        return caller;
    }

    private static (string? Text, bool IsBasic) Credentials(IHeaderDictionary headers)
    {
        if (headers["X-Api-Key"] is [{ Length: > 0 and < LongestHeader } key])
            return (key, false);
        if (headers.Authorization is not [{ Length: < LongestHeader } authorization])
            return (null, false);
        if (authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return (authorization[Bearer.Length..].Trim(), false);
        return authorization.StartsWith(Basic, StringComparison.OrdinalIgnoreCase) ? (Password(authorization[Basic.Length..].Trim()), true) : (null, false);
    }

    // user:password, where the password is the key and the user does not matter.
    private static string? Password(string encoded)
    {
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out int length))
            return "";
        string pair = Encoding.UTF8.GetString(bytes, 0, length);
        return pair[(pair.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    private static string Network(IPAddress? address)
    {
        if (address is null)
            return "local";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
