using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Search.Articles.Searching;

namespace Search.Articles.Results;

/// <summary>Where a page of results ends: opaque to callers, bound to the commit that the page came from.</summary>
/// <param name="Generation">The commit.</param>
/// <param name="Offset">Results before the next page.</param>
internal readonly record struct PageCursor(long Generation, int Offset)
{
    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Generation}.{Offset}")));

    /// <summary>The offset of a cursor; 0 without one.</summary>
    /// <exception cref="QueryException">Not a cursor, or one of another commit.</exception>
    public static int OffsetOf(string? cursor, long generation)
    {
        if (cursor is null)
            return 0;
        PageCursor parsed = Parse(cursor);
        return parsed.Generation == generation ? parsed.Offset : throw Gone();
    }

    /// <exception cref="QueryException">Not a cursor.</exception>
    public static PageCursor Parse(string cursor) =>
        TryParse(cursor, out PageCursor parsed) ? parsed : throw new QueryException("The cursor is not one that a search here has given.");

    /// <summary>The state that a cursor belongs to is no longer kept.</summary>
    public static QueryException Gone() =>
        new("The index has changed since the page before, and its older state is no longer kept: start again from the first page.") { IsGone = true };

    private static bool TryParse(string text, out PageCursor cursor)
    {
        cursor = default;
        if (text.Length > 64 || !Base64Url.IsValid(text))
            return false;
        string[] parts = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text)).Split('.');
        if (parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long generation)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int offset))
            return false;
        cursor = new PageCursor(generation, offset);
        return true;
    }
}
