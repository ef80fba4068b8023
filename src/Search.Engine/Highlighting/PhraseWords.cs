using Search.Engine.Search.Matching;
using Search.Engine.Search.Queries;

namespace Search.Engine.Highlighting;

/// <summary>The words of a phrase and where they may stand in a match of it.</summary>
internal sealed class PhraseWords
{
    private readonly HashSet<(string Text, int Position)> _places;
    private readonly HashSet<string> _words;
    private readonly (string Prefix, int Position)? _begun;
    private readonly bool _isExact;

    private PhraseWords(IEnumerable<(string Text, int Position)> places, int first, int slop, (string Prefix, int Position)? begun = null)
    {
        _places = [.. places.Select(place => (place.Text, place.Position - first))];
        _words = [.. _places.Select(place => place.Text)];
        _begun = begun;
        _isExact = slop == 0;
    }

    /// <summary>The words of a clause; null for a clause that is no phrase: it is one word at a time anyway.</summary>
    public static PhraseWords? Of(Query clause) => clause switch
    {
        PhraseQuery phrase => new PhraseWords(
            phrase.Terms.Select(place => (place.Term.Text, place.Position)), phrase.Terms[0].Position, phrase.Slop),
        MultiPhraseQuery phrase => new PhraseWords(
            phrase.Places.SelectMany(place => place.Terms.Select(term => (term.Text, place.Position))), phrase.Places[0].Position, phrase.Slop),
        PhrasePrefixQuery phrase => new PhraseWords(
            phrase.Words.SkipLast(1).Select((word, i) => (word, i)), first: 0, phrase.Slop, (phrase.Words[^1], phrase.Words.Count - 1)),
        _ => null,
    };

    /// <summary>Whether a word of a text takes part in a match; with slop every word of the phrase inside the match does.</summary>
    public bool TakesPart(string text, int position, MatchInterval match) => IsBegun(text, position - match.StartPosition)
        || (_isExact ? _places.Contains((text, position - match.StartPosition)) : _words.Contains(text));

    private bool IsBegun(string text, int place) =>
        _begun is { } begun && text.StartsWith(begun.Prefix, StringComparison.Ordinal) && (!_isExact || place == begun.Position);
}
