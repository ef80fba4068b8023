using System.Net;
using Search.Settings.Keys;
using Search.Web.Hosting.Answers;

namespace Search.Web.Hosting.Access;

/// <summary>Lets a request through to its endpoint, or says what key it lacks.</summary>
internal sealed class AccessGate(RequestDelegate next, KeyRing keys, HostSettings settings)
{
    private const string AdminAdvice = "Send an admin key as \"Authorization: Bearer KEY\"; search keys create --role admin makes one.";
    private const string SearchAdvice = "Send a key as \"Authorization: Bearer KEY\"; search keys create --role search makes one.";

    private readonly bool _isPublic = settings.PublicUrl() is not null && !settings.All.Switch("open-reads");

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint || Refusals.IsSecondRound(context))
            return next(context);
        Needs needs = endpoint.Metadata.GetMetadata<AccessNeed>()?.Needs ?? Needs.Reading;
        Caller caller = Caller.Of(context, keys);
        return needs switch
        {
            Needs.Nothing => next(context),
            Needs.Writing => Write(context, caller),
            Needs.Operating when IsOnThisMachine(context) || caller.Key?.Role == KeyRole.Admin => next(context),
            Needs.Operating => Ask(context, AdminAdvice),
            _ when caller.Key is not null => next(context),
            // A wrong key is told apart from none: who sends one believes in it.
            _ when caller.HasCredentials => Ask(context, SearchAdvice),
            _ => _isPublic || keys.HasSearchKeys ? Ask(context, SearchAdvice) : next(context),
        };
    }

    // A password that a browser keeps would let other sites write in its owner's name.
    private Task Write(HttpContext context, Caller caller) => caller switch
    {
        { Key: null } => Ask(context, AdminAdvice),
        { Key.Role: not KeyRole.Admin } => Refusals.RefuseAsync(context, StatusCodes.Status403Forbidden, "This key may not write.", "It is a search key. " + AdminAdvice),
        { IsBasic: true } => Refusals.RefuseAsync(context, StatusCodes.Status403Forbidden, "A password may not write.", AdminAdvice),
        _ => next(context),
    };

    private static Task Ask(HttpContext context, string advice)
    {
        context.Response.Headers.WWWAuthenticate = Requests.IsPage(context) ? "Basic realm=\"search\", charset=\"UTF-8\"" : "Bearer realm=\"search\"";
        return Refusals.RefuseAsync(context, StatusCodes.Status401Unauthorized, "A key is needed.", advice);
    }

    // Behind a proxy everybody seems to be on this machine.
    private static bool IsOnThisMachine(HttpContext context) =>
        (context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");
}

/// <summary>Metadata of an endpoint: what a caller must hold.</summary>
internal sealed record AccessNeed(Needs Needs);
