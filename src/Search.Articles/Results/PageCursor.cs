using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Search.Articles.Searching;

namespace Search.Articles.Results;

/// <summary>Where a page of results ends: opaque to callers, bound to the commit that the page came from and to what was asked.</summary>
/// <param name="Generation">The commit.</param>
/// <param name="Offset">Results before the next page.</param>
/// <param name="Asked">What was asked, in short.</param>
internal readonly record struct PageCursor(long Generation, int Offset, string Asked)
{
    private const int DigestBytes = 6;

    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Generation}.{Offset}.{Asked}")));

    /// <summary>The offset of a cursor; 0 without one.</summary>
    /// <param name="asked">What is asked now.</param>
    /// <exception cref="QueryException">Not a cursor, one of another commit, or one of another search.</exception>
    public static int OffsetOf(string? cursor, long generation, string asked)
    {
        if (cursor is null)
            return 0;
        PageCursor parsed = Parse(cursor);
        if (parsed.Generation != generation)
            throw Gone();
        return parsed.Asked == asked ? parsed.Offset
            : throw new QueryException("The cursor belongs to another search: query, filters and order must be those of the page before.");
    }

    /// <exception cref="QueryException">Not a cursor.</exception>
    public static PageCursor Parse(string cursor) =>
        TryParse(cursor, out PageCursor parsed) ? parsed : throw new QueryException("The cursor is not one that a search here has given.");

    /// <summary>The state that a cursor belongs to is no longer kept.</summary>
    public static QueryException Gone() =>
        new("The index has changed since the page before, and its older state is no longer kept: start again from the first page.") { IsGone = true };

    /// <summary>What a search asks for, short: all that decides which results there are and in what order, not how they are shown.</summary>
    /// <param name="kind">What its results are.</param>
    public static string Digest(string kind, ArticleQuery query)
    {
        var asked = new StringBuilder(kind).Append('\n').Append(query.Text).Append('\n');
        asked.Append(CultureInfo.InvariantCulture, $"{query.Mode} {query.Sort} {query.Fold} {query.Feedback} {query.From:O} {query.Until:O} ");
        RankingProfile ranking = query.Ranking ?? RankingProfile.Default;
        foreach (float weight in (float[])[ranking.Body, ranking.Article, ranking.Headline, ranking.Lead, ranking.Names, ranking.Places, ranking.OtherParagraphs, ranking.Recency, ranking.RecencyDays, ranking.Proximity])
            asked.Append(CultureInfo.InvariantCulture, $"{weight:R} ");
        foreach (FacetFilter filter in query.Filters)
            asked.Append(CultureInfo.InvariantCulture, $"\n{filter.Field} {filter.IsExcluded} {filter.Value}");
        return Digest(asked.ToString());
    }

    /// <summary>A text, short.</summary>
    public static string Digest(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, DigestBytes));

    private static bool TryParse(string text, out PageCursor cursor)
    {
        cursor = default;
        if (text.Length > 64 || !Base64Url.IsValid(text))
            return false;
        string[] parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.');
        if (parts.Length != 3
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long generation)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int offset))
            return false;
        cursor = new PageCursor(generation, offset, parts[2]);
        return true;
    }
}
