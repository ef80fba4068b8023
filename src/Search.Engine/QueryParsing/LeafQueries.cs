using Search.Engine.Search.Queries;

namespace Search.Engine.QueryParsing;

/// <summary>Makes queries of the leaves of a query text; a field that is null stands for the parser's own.</summary>
internal abstract class LeafQueries
{
    /// <summary>Plain words, analysed; null if nothing is left of them.</summary>
    public abstract Query? Words(string? field, string text);

    /// <summary>A phrase, analysed; null if nothing is left of it.</summary>
    public abstract Query? Phrase(string? field, string text, int slop);

    /// <summary>Terms that start with a text, which is normalised, not analysed, as in all that follow.</summary>
    public abstract Query Prefix(string? field, string prefix);

    /// <summary>Terms that fit a pattern, in which escapes still stand.</summary>
    public abstract Query Wildcard(string? field, string pattern);

    /// <summary>Terms that fit a regular expression.</summary>
    /// <param name="field">The field, or null.</param>
    /// <param name="expression">What stands between the slashes.</param>
    public abstract Query Regexp(string? field, string expression);

    /// <summary>Terms similar to a text.</summary>
    /// <param name="field">The field, or null.</param>
    /// <param name="text">The text.</param>
    /// <param name="similarity">From 1 up the number of edits; below 1 the old similarity.</param>
    public abstract Query Fuzzy(string? field, string text, float similarity);

    /// <summary>Terms between two, in byte order; null for an open end.</summary>
    public abstract Query Range(string? field, string? low, string? high, bool includeLow, bool includeHigh);
}
