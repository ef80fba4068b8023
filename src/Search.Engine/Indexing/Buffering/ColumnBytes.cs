using System.Text;
using Search.Engine.Documents;

namespace Search.Engine.Indexing.Buffering;

/// <summary>The bytes that a value puts into a column of strings.</summary>
internal static class ColumnBytes
{
    /// <summary>UTF-8 of a text, else the value's own bytes.</summary>
    public static ReadOnlySpan<byte> Of(Field value) =>
        value.Text is null ? value.Bytes.Span : Encoding.UTF8.GetBytes(value.Text);
}
