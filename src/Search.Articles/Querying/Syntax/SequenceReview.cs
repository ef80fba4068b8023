namespace Search.Articles.Querying.Syntax;

/// <summary>Looks over the clauses of a sequence: what is punctuation in a text though it is syntax in a query, and words that may be meant as operators.</summary>
/// <remarks>One query; one thread.</remarks>
internal sealed class SequenceReview
{
    // Up to so many words "or" and "not" may have been meant as operators; in a sentence they are words.
    private const int ShortQuery = 5;

    private static readonly char[] Endings = ['?', '!', '.', ',', ';', ':'];

    private readonly QueryLog _log;
    private readonly bool _isLong;

    /// <param name="text">The whole query.</param>
    public SequenceReview(string text, QueryLog log)
    {
        _log = log;
        _isLong = text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Length > ShortQuery;
    }

    /// <summary>Reviews the clauses of a sequence in place.</summary>
    public void Review(List<(ClauseSign Sign, QueryNode Node)> clauses, bool isGroup)
    {
        if (_log.IsLenient)
            WithoutQuestionMarks(clauses, isGroup);
        HintAtWords(clauses);
    }

    // "Who visited Vladivostok?" asks; it does not look for one more letter. In a longer text without other syntax that is true of every word.
    private void WithoutQuestionMarks(List<(ClauseSign Sign, QueryNode Node)> clauses, bool isGroup)
    {
        bool isProse = _isLong && clauses.TrueForAll(IsProse);
        int first = isProse ? 0 : clauses.Count < 3 || isGroup ? clauses.Count : clauses.Count - 1;
        for (int i = first; i < clauses.Count; i++)
        {
            if (clauses[i] is not { Sign: ClauseSign.None, Node: QueryNode.Pattern pattern })
                continue;
            string word = pattern.Text.TrimEnd(Endings);
            if (word.Length == pattern.Text.Length)
                continue;
            word = isProse ? word.TrimStart('?') : word;
            if (QueryEscapes.HasWildcard(word) || WordForms.Printed(QueryEscapes.Unescape(word)) is not { Length: > 0 } printed)
                continue;
            _log.Fault(pattern.Span, "A question mark inside a word stands for one letter.", "Those at the ends of words were taken as punctuation.");
            clauses[i] = (ClauseSign.None, new QueryNode.Word(pattern.Span, printed, IsCased: false, IsQuoted: false));
        }
    }

    // Words, quotes, words with question marks, and brackets around such.
    private static bool IsProse((ClauseSign Sign, QueryNode Node) clause) => clause is
    {
        Sign: ClauseSign.None,
        Node: QueryNode.Word { IsCased: false } or QueryNode.Phrase { Slop: 0 } or QueryNode.Pattern or QueryNode.Combination { IsChoice: false },
    };

    private void HintAtWords(List<(ClauseSign Sign, QueryNode Node)> clauses)
    {
        if (clauses.Count > ShortQuery)
            return;
        for (var i = 1; i < clauses.Count - 1; i++)
        {
            if (clauses[i].Node is QueryNode.Word { IsQuoted: false, IsCased: false, Text: "or" or "not" } word)
                _log.Hint($"\"{word.Text}\" was looked for as a word. The operator is written in capitals: {word.Text.ToUpperInvariant()}.");
        }
    }
}
