using System.Globalization;
using Search.Engine.Index;
using Search.Engine.Search.Matching;

namespace Search.Articles.Querying.Places;

/// <summary>Documents in which the words of a phrase stand within so many moves of their places, each at a position of its own.</summary>
/// <remarks>
/// A word moves by <c>position - place in the phrase</c>; the moves of all words may differ by at most the slop. Lucene's sloppy
/// phrase, but with every word that can take part, and without its misses where words repeat.
/// </remarks>
/// <param name="items">What stands at one position each, and its place in the phrase.</param>
internal sealed class MovableRule(IReadOnlyList<(PlacePlan Plan, int Place)> items, int slop) : OccurrenceRule(
    string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', items.Select(item => $"{item.Place}:{item.Plan.Key}"))}~{slop}"))
{
    public override bool NeedsOffsets => items.Any(item => item.Plan.NeedsText);

    public override OccurrenceJudge Open(LeafReader segment) =>
        new Judge([.. items.Select(item => PlaceMatcher.Create(item.Plan))], [.. items.Select(item => item.Place)], slop);

    private sealed class Judge(PlaceMatcher[] words, int[] places, int slop) : OccurrenceJudge
    {
        private readonly TextDocument _document = new();
        private readonly List<int> _moves = []; // smallest moves with which all words have a position

        public override int Count(DocumentOccurrences document)
        {
            _document.MoveTo(document);
            _moves.Clear();
            foreach (PlaceMatcher word in words)
            {
                word.Find(_document);
                if (word.Found.Length == 0)
                    return 0;
            }
            foreach (int move in Moves())
            {
                if (IsPossible(move, fixedWord: -1, fixedPosition: -1))
                    _moves.Add(move);
            }
            return _moves.Count;
        }

        public override void CollectMarks(DocumentOccurrences document, ICollection<Occurrence> marks)
        {
            for (var word = 0; word < words.Length; word++)
            {
                foreach (Occurrence occurrence in words[word].Found)
                {
                    int move = occurrence.StartPosition - places[word];
                    if (_moves.Exists(least => least <= move && move <= least + slop && IsPossible(least, word, occurrence.StartPosition)))
                        marks.Add(occurrence);
                }
            }
        }

        private SortedSet<int> Moves()
        {
            var moves = new SortedSet<int>();
            for (var word = 0; word < words.Length; word++)
            {
                foreach (Occurrence occurrence in words[word].Found)
                    moves.Add(occurrence.StartPosition - places[word]);
            }
            return moves;
        }

        // Whether every word gets a position of its own, moved by at least so much and at most the slop more. Words that want a
        // position that is taken push its owner on to another one.
        private bool IsPossible(int least, int fixedWord, int fixedPosition)
        {
            var owners = new Dictionary<int, int>();
            if (fixedWord >= 0)
                owners.Add(fixedPosition, fixedWord);
            for (var word = 0; word < words.Length; word++)
            {
                if (word != fixedWord && !TryPlace(word, least, fixedWord, owners, []))
                    return false;
            }
            return true;
        }

        private bool TryPlace(int word, int least, int fixedWord, Dictionary<int, int> owners, HashSet<int> tried)
        {
            foreach (Occurrence occurrence in words[word].Found)
            {
                int position = occurrence.StartPosition;
                int move = position - places[word];
                if (move < least || move > least + slop || !tried.Add(position))
                    continue;
                if (!owners.TryGetValue(position, out int owner) || (owner != fixedWord && TryPlace(owner, least, fixedWord, owners, tried)))
                {
                    owners[position] = word;
                    return true;
                }
            }
            return false;
        }
    }
}
