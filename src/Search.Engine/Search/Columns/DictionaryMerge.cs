using Search.Engine.Index;

namespace Search.Engine.Search.Columns;

/// <summary>Walks the strings of several dictionaries in byte order, equal ones one after another.</summary>
internal sealed class DictionaryMerge
{
    private readonly List<Cursor> _heap = []; // root: the least string
    private byte[] _last = [];
    private int _lastLength = -1;

    public DictionaryMerge(IReadOnlyList<(int Number, IOrdinalDictionary Dictionary)> dictionaries)
    {
        foreach ((int number, IOrdinalDictionary dictionary) in dictionaries)
        {
            var cursor = new Cursor(number, dictionary);
            if (cursor.Next())
                _heap.Add(cursor);
        }
        for (int place = _heap.Count / 2 - 1; place >= 0; place--)
            SiftDown(place);
    }

    /// <summary>The next string: whose it is, its ordinal there, and whether it differs from the one before.</summary>
    public bool Next(out int number, out int ordinal, out bool isNew)
    {
        (number, ordinal, isNew) = (0, 0, false);
        if (_heap.Count == 0)
            return false;
        Cursor least = _heap[0];
        (number, ordinal) = (least.Number, least.Ordinal);
        isNew = _lastLength < 0 || !least.Text.SequenceEqual(_last.AsSpan(0, _lastLength));
        if (isNew)
            Remember(least.Text);
        if (!least.Next())
        {
            _heap[0] = _heap[^1];
            _heap.RemoveAt(_heap.Count - 1);
        }
        SiftDown(0);
        return true;
    }

    private void Remember(ReadOnlySpan<byte> text)
    {
        if (_last.Length < text.Length)
            _last = new byte[text.Length * 2];
        text.CopyTo(_last);
        _lastLength = text.Length;
    }

    private void SiftDown(int place)
    {
        while (2 * place + 1 < _heap.Count)
        {
            int child = 2 * place + 1;
            if (child + 1 < _heap.Count && _heap[child + 1].IsBefore(_heap[child]))
                child++;
            if (!_heap[child].IsBefore(_heap[place]))
                return;
            (_heap[place], _heap[child]) = (_heap[child], _heap[place]);
            place = child;
        }
    }

    /// <summary>One dictionary at one of its strings, copied: dictionaries lend a string until the next look-up only.</summary>
    private sealed class Cursor(int number, IOrdinalDictionary dictionary)
    {
        private byte[] _text = new byte[16];
        private int _length;

        public int Number => number;

        public int Ordinal { get; private set; } = -1;

        public ReadOnlySpan<byte> Text => _text.AsSpan(0, _length);

        public bool Next()
        {
            if (++Ordinal >= dictionary.ValueCount)
                return false;
            ReadOnlySpan<byte> text = dictionary.Lookup(Ordinal);
            if (_text.Length < text.Length)
                _text = new byte[text.Length * 2];
            text.CopyTo(_text);
            _length = text.Length;
            return true;
        }

        public bool IsBefore(Cursor other)
        {
            int order = Text.SequenceCompareTo(other.Text);
            return order != 0 ? order < 0 : Number < other.Number;
        }
    }
}
