namespace Search.Articles.Reading;

/// <summary>Tells files that are no text: pictures, archives, programs with the name of a text.</summary>
internal static class Binary
{
    private const int SampleBytes = 4096;

    /// <summary>Why the content is no text; null when it may be.</summary>
    public static string? Reason(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty) return "empty";
        if (content.StartsWith("%PDF-"u8)) return "a PDF document";
        if (content.StartsWith("PK\u0003\u0004"u8)) return "a ZIP archive";
        ReadOnlySpan<byte> sample = content[..Math.Min(content.Length, SampleBytes)];
        var controls = 0;
        foreach (byte b in sample)
        {
            if (b is < 32 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0)) controls++;
        }

        return controls * 10 > sample.Length ? "binary content" : null;
    }
}
