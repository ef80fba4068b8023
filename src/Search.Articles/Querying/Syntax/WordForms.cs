using Search.Articles.Schema;
using Search.Engine.Analysis;

namespace Search.Articles.Querying.Syntax;

/// <summary>Cuts words of a query as the index cuts its text.</summary>
internal static class WordForms
{
    /// <summary>A word of the index and where it stands in the text that it came from.</summary>
    internal readonly record struct Form(string Text, int Start, int End);

    /// <summary>The stems of a text's words, one a position.</summary>
    public static IReadOnlyList<Form> Stems(string text) => Read(ArticleAnalysis.ForWords, text);

    /// <summary>The exact forms of a text's words, marked as such, one a position.</summary>
    public static IReadOnlyList<Form> Exact(string text) => Read(ArticleAnalysis.ForQuotes, text);

    /// <summary>A pattern or similar word as exact forms are written, behind their marker.</summary>
    public static string Normalized(string text) => ArticleAnalysis.ForQuotes.Normalize(ArticleFields.Body, text);

    /// <summary>An expression for exact forms; the marker stands before the whole, whatever alternatives it has.</summary>
    public static string Expression(string expression) => $"{ExactAndStemFilter.ExactMarker}({expression})";

    /// <summary>A text as it is printed: what the index has of it, as it was typed; empty when it has no word.</summary>
    public static string Printed(string text)
    {
        IReadOnlyList<Form> forms = Exact(text);
        if (forms.Count == 0)
            return "";
        string printed = text[forms[0].Start..forms[^1].End];
        // In capitals it would be read as an operator.
        return QueryOperators.IsOperator(printed) && !QueryOperators.IsOperator(printed.ToLowerInvariant()) ? printed.ToLowerInvariant() : printed;
    }

    /// <summary>The words of a text as they are printed between quotes, a blank between two; empty when it has no word.</summary>
    public static string PrintedPhrase(string text) => string.Join(' ', Exact(text).Select(form => text[form.Start..form.End]));

    private static List<Form> Read(Analyzer analyzer, string text)
    {
        var forms = new List<Form>();
        TokenStream stream = analyzer.Open(ArticleFields.Body, text);
        while (stream.Next())
            forms.Add(new Form(stream.Token.Text.ToString(), stream.Token.StartOffset, stream.Token.EndOffset));
        stream.End();
        return forms;
    }
}
