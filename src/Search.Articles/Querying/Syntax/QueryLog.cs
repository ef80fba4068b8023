using Search.Articles.Searching;

namespace Search.Articles.Querying.Syntax;

/// <summary>What was found while a query was read: faults with their repairs, and what was understood though it is written another way here.</summary>
/// <remarks>One query; one thread.</remarks>
/// <param name="mode">Lenient mode repairs; strict mode reads on all the same, to know how it could be repaired.</param>
internal sealed class QueryLog(QueryMode mode)
{
    private const int MostNotes = 20;

    private readonly List<QueryFault> _faults = [];
    private readonly List<QueryNote> _notes = [];

    public bool IsLenient => mode == QueryMode.Lenient;

    /// <summary>Whether words were joined, required or excluded on purpose: then nothing about them may be loosened.</summary>
    public bool HasOperators { get; set; }

    /// <summary>Whether a quote reaches to the end because nobody closed it.</summary>
    public bool HasOpenQuote { get; set; }

    /// <summary>The fault that comes first in the text; null when the query is sound.</summary>
    public QueryFault? First => _faults.MinBy(fault => fault.Span.Start);

    /// <summary>What to tell about the query, distinct: dialects, and in lenient mode repairs.</summary>
    public IReadOnlyList<QueryNote> Notes => [.. _notes.Distinct().Take(MostNotes)];

    public void Fault(TextSpan span, string reason, string repair, bool isLimit = false)
    {
        _faults.Add(new QueryFault(span, reason, repair, isLimit));
        if (IsLenient)
            _notes.Add(new QueryNote(isLimit ? "limit" : "repair", $"{reason} {repair}"));
    }

    /// <summary>Notes how something was understood that is written differently here.</summary>
    public void Dialect(string written, string understood) => _notes.Add(new QueryNote("dialect", $"{written} was understood as {understood}."));

    /// <summary>Notes that nothing is asked for though something was typed.</summary>
    public void Empty() => _notes.Add(new QueryNote("repair", "There is no word to look for, so every paragraph is listed."));

    /// <summary>Notes what somebody may have meant otherwise.</summary>
    public void Hint(string text) => _notes.Add(new QueryNote("dialect", text));
}
