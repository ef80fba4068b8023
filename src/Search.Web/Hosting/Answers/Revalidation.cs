using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Search.Articles.Searching;
using Search.Web.Hosting.Indexing;

namespace Search.Web.Hosting.Answers;

/// <summary>
/// Entity tags of answers that follow from the commit and the request: who has the answer already gets 304 and nothing is searched.
/// Tags are weak, because an answer tells how long it took.
/// </summary>
internal sealed class Revalidation(RequestDelegate next, IArticleIndex articles, IndexingState indexing)
{
    private static readonly string Build = typeof(Revalidation).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    public Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (context.GetEndpoint()?.Metadata.GetMetadata<FollowsFromCommit>() is null
            || (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            || DependsOnTime(request.Query))
            return next(context);
        EntityTagHeaderValue tag = TagOf(request, articles.Status, indexing.IsRunning);
        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
            {
                context.Response.Headers.ETag = tag.ToString();
                context.Response.Headers.CacheControl = "private, no-cache";
            }
            return Task.CompletedTask;
        });
        if (request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known.Equals(EntityTagHeaderValue.Any)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        return next(context);
    }

    // "The last 7 days" are others tomorrow, and so is what is new.
    private static bool DependsOnTime(IQueryCollection query) =>
        query.ContainsKey("recency") || query["q"].Any(text => text?.Contains("last-", StringComparison.OrdinalIgnoreCase) == true);

    private static EntityTagHeaderValue TagOf(HttpRequest request, IndexStatus status, bool isIndexing)
    {
        var canonical = new StringBuilder(Build).Append('\n').Append(request.Path).Append('\n').Append(status.WriterElsewhere).Append(isIndexing).Append('\n').Append(status.CommittedAt?.UtcTicks);
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in request.Query.OrderBy(parameter => parameter.Key, StringComparer.OrdinalIgnoreCase))
        {
            foreach (string? value in values)
                canonical.Append('\n').Append(name.Length).Append(name.ToLowerInvariant()).Append('=').Append(value);
        }
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(canonical.ToString()));
        return new EntityTagHeaderValue($"\"{status.Generation}-{Convert.ToHexStringLower(hash.AsSpan(0, 12))}\"", isWeak: true);
    }
}

/// <summary>Metadata of an endpoint whose answers follow from the commit and the request alone.</summary>
internal sealed class FollowsFromCommit;
