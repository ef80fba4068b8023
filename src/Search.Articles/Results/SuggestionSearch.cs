using Search.Articles.Querying;
using Search.Articles.Searching;

namespace Search.Articles.Results;

/// <summary>Completes what is being typed.</summary>
internal sealed class SuggestionSearch(IndexSnapshot snapshot)
{
    private const int MaxPrefix = 200;

    public IReadOnlyList<Suggestion> Find(string prefix, int limit)
    {
        // Between words there is nothing to complete, and nobody waits for a suggestion of pages of text.
        if (prefix.Length is 0 or > MaxPrefix || !char.IsLetterOrDigit(prefix[^1]))
            return [];
        string key = SuggestionBuilder.KeyOf(prefix);
        if (key.Length == 0)
            return [];
        var found = snapshot.Suggestions.Find(key, limit).Select(entry => new Suggestion(entry.Text, entry.Kind, entry.Count)).ToList();
        int lastWord = LastWordStart(prefix);
        if (found.Count < limit && lastWord > 0)
            found.AddRange(CompleteLastWord(prefix[..lastWord], prefix[lastWord..], limit - found.Count));
        return found;
    }

    // The words before stay as they are; only what finds something is suggested.
    private IEnumerable<Suggestion> CompleteLastWord(string head, string word, int limit) =>
        snapshot.Suggestions.Find(SuggestionBuilder.KeyOf(word), limit * 2)
            .Where(entry => entry.Kind == SuggestionKind.Word)
            .Select(entry => head + entry.Text)
            .Select(text => new Suggestion(text, SuggestionKind.Word, (int)snapshot.Searcher.Count(ArticleQueryParser.Parse(text, QueryMode.Lenient).Match)))
            .Where(suggestion => suggestion.Count > 0)
            .Take(limit);

    private static int LastWordStart(string prefix)
    {
        int start = prefix.Length;
        while (start > 0 && char.IsLetterOrDigit(prefix[start - 1]))
            start--;
        return start;
    }
}
