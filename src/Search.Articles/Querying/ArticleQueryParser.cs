using Search.Articles.Schema;
using Search.Articles.Searching;
using Search.Engine.Automata;
using Search.Engine.QueryParsing;
using Search.Engine.Search.Queries;

namespace Search.Articles.Querying;

/// <summary>Reads the query language: bare words match by stem, quoted words and patterns by wording, all words are required.</summary>
/// <remarks>Thread safe.</remarks>
internal static class ArticleQueryParser
{
    private const int MaxLength = 4096;

    private static readonly QueryParser Parser = new(ArticleFields.Body, ArticleAnalysis.ForWords, new QueryParserOptions
    {
        DefaultOperator = QueryOperator.And,
        QuotedAnalyzer = ArticleAnalysis.ForQuotes,
    });

    /// <exception cref="QueryException">The text is broken and the mode is strict, or it asks for too much.</exception>
    public static ParsedQuery Parse(string text, QueryMode mode)
    {
        if (text.Length > MaxLength)
            throw new QueryException($"A query has at most {MaxLength} characters, not {text.Length}.", MaxLength, text.Length - MaxLength);
        string straight = QueryRepair.StraightenQuotes(text);
        if (IsEverything(straight))
            return new ParsedQuery(new MatchAllQuery(), [], new UnderstoodQuery(text, "*", [], []), []);

        var warnings = new List<string>();
        Query parsed = mode == QueryMode.Strict ? ParseStrictly(straight) : ParseLeniently(ref straight, warnings);
        Query match = WithoutPureNegation(parsed);
        List<Query> leaves = QueryLeaves.Positive(match);
        var words = new QueryWords(straight);
        var info = new UnderstoodQuery(text, words.Print(match), [.. leaves.Select(words.Print)], [.. warnings.Select(warning => new QueryNote("repair", warning))]);
        return new ParsedQuery(match, leaves, info, QueryLeaves.BareWords(match));
    }

    private static bool IsEverything(string text) => text.AsSpan().Trim() is "" or "*" or "*:*";

    private static Query ParseStrictly(string text)
    {
        try
        {
            Query query = ExactPatterns.In(Parser.Parse(text));
            CheckFields(query, text);
            return query;
        }
        catch (QuerySyntaxException fault)
        {
            throw new QueryException(Sentence(fault), fault.Position, fault.Length);
        }
        catch (ArgumentException fault) when (fault is TooManyClausesException or TooComplexQueryException)
        {
            throw new QueryException(fault.Message, 0, text.Length);
        }
    }

    // Each step repairs more; the last leaves nothing but words, which always parse.
    private static Query ParseLeniently(ref string text, List<string> warnings)
    {
        var reason = "";
        foreach (QueryRepair.Step step in QueryRepair.Steps)
        {
            string repaired = step.Apply(text);
            if (!ReferenceEquals(repaired, text) && step.Warning is { } warning)
                warnings.Add(step.NeedsReason ? $"{reason} {warning}" : warning);
            text = repaired;
            try
            {
                return IsEverything(text) ? new MatchAllQuery() : ParseStrictly(text);
            }
            catch (QueryException fault) when (step != QueryRepair.Steps[^1])
            {
                // The next step repairs more.
                reason = fault.Message;
            }
        }
        throw new InvalidOperationException("the last repair must parse");
    }

    private static string Sentence(QuerySyntaxException fault)
    {
        string sentence = fault.Expected is null ? fault.Reason : $"{fault.Reason}: {fault.Expected} was expected";
        return $"{char.ToUpperInvariant(sentence[0])}{sentence.AsSpan(1)}.";
    }

    private static void CheckFields(Query query, string text)
    {
        foreach (string name in QueryLeaves.Fields(query))
        {
            if (ArticleAnalysis.QueryFields.Contains(name, StringComparer.Ordinal))
                continue;
            int start = Math.Max(0, text.IndexOf($"{name}:", StringComparison.Ordinal));
            throw new QueryException(
                $"There is no field \"{name}\"; fields are {string.Join(", ", ArticleAnalysis.QueryFields)}.", start, Math.Min(name.Length, text.Length - start));
        }
    }

    // "-nuclear" alone: everything but.
    private static Query WithoutPureNegation(Query query) =>
        query is BooleanQuery { Clauses.Count: > 0 } boolean && boolean.Clauses.All(clause => clause.Occur == Occur.MustNot)
            ? new BooleanQuery([new BooleanClause(new MatchAllQuery(), Occur.Must), .. boolean.Clauses])
            : query;
}
