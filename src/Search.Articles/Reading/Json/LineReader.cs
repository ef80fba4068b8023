namespace Search.Articles.Reading.Json;

/// <summary>Reads a file line by line as bytes, each line within a limit, so that memory does not grow with the file.</summary>
/// <remarks>Owns the file; one thread.</remarks>
internal sealed class LineReader(SourceFile file) : IDisposable
{
    private const int MaxLineBytes = 16 << 20;

    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly MemoryStream _line = new();
    private Stream? _stream;
    private int _at;
    private int _count;
    private bool _isTooLong;
    private bool _isAtEnd;

    /// <summary>The line without its end.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>Its number from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Why the line could not be read; null when it could.</summary>
    public string? Error { get; private set; }

    /// <summary>Goes to the next line; false at the end.</summary>
    public bool Read()
    {
        if (_isAtEnd) return false;
        Number++;
        Error = null;
        _line.SetLength(0);
        _isTooLong = false;
        try
        {
            if (!FillLine()) return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            _isAtEnd = true;
            Error = e.Message;
            return true;
        }

        if (_isTooLong) Error = $"line longer than {MaxLineBytes >> 20} MiB";
        Content = _line.ToArray();
        return true;
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _line.Dispose();
    }

    private bool FillLine()
    {
        _stream ??= SourceContent.Open(file);
        var any = false;
        while (true)
        {
            if (_at == _count)
            {
                _count = _stream.Read(_buffer);
                _at = 0;
                if (_count == 0)
                {
                    _isAtEnd = true;
                    return any;
                }
            }

            any = true;
            ReadOnlySpan<byte> rest = _buffer.AsSpan(_at, _count - _at);
            int end = rest.IndexOf((byte)'\n');
            Append(end < 0 ? rest : rest[..end]);
            _at += end < 0 ? rest.Length : end + 1;
            if (end >= 0) return true;
        }
    }

    private void Append(ReadOnlySpan<byte> part)
    {
        if (_line.Length + part.Length > MaxLineBytes) _isTooLong = true;
        else _line.Write(part);
    }
}
