using Search.Articles.Querying.Binding;
using Search.Articles.Querying.Shaping;
using Search.Articles.Querying.Syntax;
using Search.Articles.Searching;
using Search.Engine.Search.Queries;

namespace Search.Articles.Querying;

/// <summary>Reads the query language: text, tree, tree in its one form, engine query.</summary>
/// <remarks>Thread safe. Bare words match by stem, quoted words and patterns by wording; all words are required.</remarks>
internal static class ArticleQueryParser
{
    /// <summary>Most UTF-16 code units of a query.</summary>
    public const int MaxLength = 8192;

    /// <param name="text">The query as it was typed.</param>
    /// <param name="mode">Lenient: what is broken is repaired, with a note; strict: it is refused, with the repaired text.</param>
    /// <param name="clock">What dates such as <c>last-7d</c> are counted with; null: the system's.</param>
    /// <exception cref="QueryException">The text is broken and the mode is strict, or it asks for too much.</exception>
    public static ParsedQuery Parse(string text, QueryMode mode, TimeProvider? clock = null)
    {
        if (text.Length > MaxLength)
            throw new QueryException($"A query has at most {MaxLength} characters, not {text.Length}.", MaxLength, text.Length - MaxLength);
        var log = new QueryLog(mode);
        QueryNode? tree = Read(text, log);
        if (mode == QueryMode.Strict && log.First is { } fault)
            throw new QueryException(fault.Reason, fault.Span.Start, fault.Span.Length) { Repaired = QueryPrinter.Print(tree ?? Everything(text)) };
        if (tree is null && !string.IsNullOrWhiteSpace(text) && log.First is null)
            log.Empty();
        return Bind(text, tree ?? Everything(text), log, clock ?? TimeProvider.System);
    }

    private static QueryNode? Read(string text, QueryLog log) =>
        QueryTextParser.Parse(Sound(text), log) is { } tree ? new QueryShaper(log).Shape(tree) : null;

    // Halves of surrogate pairs are no characters.
    private static string Sound(string text) => string.Create(text.Length, text, static (sound, source) =>
    {
        source.CopyTo(sound);
        for (var i = 0; i < sound.Length; i++)
        {
            if (i + 1 < sound.Length && char.IsSurrogatePair(source[i], source[i + 1]))
                i++;
            else if (char.IsSurrogate(sound[i]))
                sound[i] = '\uFFFD';
        }
    });

    private static ParsedQuery Bind(string text, QueryNode tree, QueryLog log, TimeProvider clock)
    {
        try
        {
            var binder = new QueryBinder(clock.GetUtcNow());
            Query match = binder.Bind(tree).Hits;
            var info = new UnderstoodQuery(text, QueryPrinter.Print(tree), [.. binder.Leaves.Select(leaf => leaf.Text)], log.Notes);
            return new ParsedQuery(match, [.. binder.Leaves.Select(leaf => leaf.Query)], info, log.HasOperators ? null : PlainWords.Of(tree, log.HasOpenQuote));
        }
        catch (ArgumentException fault) when (fault is TooManyClausesException or Engine.Automata.TooComplexQueryException)
        {
            throw new QueryException(fault.Message, 0, text.Length);
        }
    }

    private static QueryNode.Everything Everything(string text) => new(new TextSpan(0, text.Length));
}
