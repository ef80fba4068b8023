namespace Search.Articles.Querying.Syntax;

/// <summary>Tells operators, which are written in capitals, from the words of a text that is all in capitals, such as a pasted headline.</summary>
internal static class Capitals
{
    // Among as many words an operator or two are hardly meant.
    private const int LeastWords = 5;

    private static readonly string[] Operators = ["AND", "OR", "NOT", "NEAR", "ADJ"];

    /// <summary>Whether what looks like operators in a text are words.</summary>
    public static bool AreWords(string text)
    {
        if (text.Any(c => char.IsLower(c) || c is '(' or '"'))
            return false;
        string[] words = [.. text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetter))];
        int operators = words.Count(word => Operators.Contains(word, StringComparer.Ordinal));
        return operators > 0 && words.Length - operators >= LeastWords * operators;
    }
}
