using System.Text;

namespace Search.Articles.Reading.Tables;

/// <summary>Reads rows of separated values (RFC 4180): quoted values hold separators, line ends and doubled quotes.</summary>
/// <remarks>Memory is one row, within limits. Lenient where files are: text behind a closing quote belongs to the value. One thread; does not own the reader.</remarks>
internal sealed class TableReader
{
    /// <summary>Most UTF-16 code units of a row.</summary>
    public const int MaxRowLength = 8 << 20;

    private const int MaxValues = 2_000;
    private const int BufferLength = 1 << 16;
    private const int End = -1;
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    private readonly TextReader _reader;
    private readonly char[] _buffer = new char[BufferLength];
    private readonly char _separator;
    private readonly List<string> _values = [];
    private readonly StringBuilder _value = new();
    private int _line = 1;
    private int _rowLength;
    private bool _isTooLong;
    private int _at;
    private int _count;

    /// <summary>Opens a table; what separates its values is told from its first line.</summary>
    public TableReader(TextReader reader)
    {
        _reader = reader;
        _count = reader.ReadBlock(_buffer);
        string first = new(_buffer.AsSpan(0, _count)[..Math.Max(0, LineEnd())]);
        _separator = Separators.MaxBy(candidate => first.Count(c => c == candidate));

        int LineEnd() => _buffer.AsSpan(0, _count).IndexOfAny('\n', '\r') is var end && end < 0 ? _count : end;
    }

    /// <summary>The values of the row.</summary>
    public IReadOnlyList<string> Values => _values;

    /// <summary>Number of the line that the row begins on, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Why the row could not be read; null when it could.</summary>
    public string? Error { get; private set; }

    /// <summary>Goes to the next row that is not empty; false at the end.</summary>
    public bool Read()
    {
        do
        {
            _values.Clear();
            _rowLength = 0;
            _isTooLong = false;
            Error = null;
            Line = _line;
            if (Peek() == End) return false;
            ReadRow();
        }
        while (Error is null && _values.Count == 1 && string.IsNullOrWhiteSpace(_values[0]));
        return true;
    }

    private void ReadRow()
    {
        while (true)
        {
            _value.Clear();
            int end = ReadValue();
            if (_values.Count < MaxValues) _values.Add(_value.ToString());
            else Error = $"more than {MaxValues} values";
            if (end == _separator) continue;
            if (_isTooLong) Error = $"row longer than {MaxRowLength >> 20} Mi characters; is a quote left open?";
            return;
        }
    }

    // Returns the separator, or a line end, or -1 at the end of the text.
    private int ReadValue()
    {
        while (Peek() == ' ' && _separator != ' ') Append(Next());
        if (Peek() == '"') ReadQuoted();
        while (true)
        {
            int c = Next();
            if (c == _separator || c == End) return c;
            if (c is '\n' or '\r')
            {
                EndLine(c);
                return '\n';
            }

            Append(c);
        }
    }

    private void ReadQuoted()
    {
        Next();
        _value.Clear();
        while (true)
        {
            int c = Next();
            if (c == End)
            {
                Error = "a quote is left open";
                return;
            }

            if (c == '"')
            {
                if (Peek() != '"') return;
                Next();
            }

            if (c is '\n' or '\r')
            {
                EndLine(c);
                c = '\n';
                if (_isTooLong) return; // the next line may be sound again
            }

            Append(c);
        }
    }

    private void EndLine(int c)
    {
        if (c == '\r' && Peek() == '\n') Next();
        _line++;
    }

    private int Peek() => _at < _count || Fill() ? _buffer[_at] : End;

    private int Next() => _at < _count || Fill() ? _buffer[_at++] : End;

    private bool Fill()
    {
        _at = 0;
        _count = _reader.Read(_buffer);
        return _count > 0;
    }

    private void Append(int c)
    {
        if (_rowLength >= MaxRowLength)
        {
            _isTooLong = true;
            return;
        }

        _rowLength++;
        _value.Append((char)c);
    }
}
