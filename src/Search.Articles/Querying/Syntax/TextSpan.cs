namespace Search.Articles.Querying.Syntax;

/// <summary>A stretch of the query text.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="Length">Number of code units.</param>
internal readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Behind the last code unit.</summary>
    public int End => Start + Length;

    public static TextSpan Between(int start, int end) => new(start, Math.Max(0, end - start));

    /// <summary>From the beginning of one to the end of another.</summary>
    public static TextSpan Around(TextSpan first, TextSpan last) => Between(first.Start, last.End);
}
