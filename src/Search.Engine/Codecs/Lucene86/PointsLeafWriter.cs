using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>Writes leaf blocks of one-dimensional points.</summary>
/// <remarks>README.md, "Points", leaf; column notes, section 4.4. The choice of kind is Lucene's.</remarks>
internal static class PointsLeafWriter
{
    private const int MaxRun = byte.MaxValue;

    /// <summary>Writes one leaf.</summary>
    /// <param name="values">Ascending values of <paramref name="width"/> bytes, one after another.</param>
    /// <param name="docIds">Their documents, ascending where values are equal.</param>
    public static void Write(DataOutput data, ReadOnlySpan<byte> values, int width, ReadOnlySpan<int> docIds)
    {
        data.WriteVInt32(docIds.Length);
        WriteDocIds(data, docIds);

        // The values are sorted: what the first and the last share all of them share.
        int prefix = values[..width].CommonPrefixLength(values[^width..]);
        data.WriteVInt32(prefix);
        data.WriteBytes(values[..prefix]);
        if (prefix == width)
            data.WriteByte(unchecked((byte)Lucene86PointsFormat.AllEqual));
        else if (IsLowCardinality(values, width, prefix))
            WriteGroups(data, values, width, prefix);
        else
            WriteRuns(data, values, width, prefix);
    }

    /// <summary>Writes the documents of a leaf of any number of dimensions.</summary>
    public static void WriteDocIds(DataOutput data, ReadOnlySpan<int> docIds)
    {
        var all = 0;
        var ascending = true;
        for (var i = 0; i < docIds.Length; i++)
        {
            all |= docIds[i];
            ascending &= i == 0 || docIds[i - 1] <= docIds[i];
        }
        byte encoding = ascending ? Lucene86PointsFormat.DocIdDeltas
            : all <= 0xFFFFFF ? Lucene86PointsFormat.DocIds24
            : Lucene86PointsFormat.DocIds32;
        data.WriteByte(encoding);
        var previous = 0;
        foreach (int docId in docIds)
        {
            switch (encoding)
            {
                case Lucene86PointsFormat.DocIdDeltas:
                    data.WriteVInt32(docId - previous);
                    previous = docId;
                    break;
                case Lucene86PointsFormat.DocIds24:
                    data.WriteInt16((short)(docId >> 8));
                    data.WriteByte((byte)docId);
                    break;
                default:
                    data.WriteInt32(docId);
                    break;
            }
        }
    }

    // Compares the bytes of both forms.
    private static bool IsLowCardinality(ReadOnlySpan<byte> values, int width, int prefix)
    {
        int count = values.Length / width;
        var distinct = 0;
        var runs = 0;
        for (var i = 0; i < count; i += EqualFrom(values, width, i))
            distinct++;
        for (var i = 0; i < count; i += RunFrom(values, width, prefix, i))
            runs++;
        return distinct != count && distinct * (width - prefix + 1) <= count * (width - prefix - 1) + 2 * runs;
    }

    private static void WriteGroups(DataOutput data, ReadOnlySpan<byte> values, int width, int prefix)
    {
        data.WriteByte(unchecked((byte)Lucene86PointsFormat.LowCardinality));
        int count = values.Length / width;
        int length;
        for (var i = 0; i < count; i += length)
        {
            length = EqualFrom(values, width, i);
            data.WriteVInt32(length);
            data.WriteBytes(values.Slice(i * width + prefix, width - prefix));
        }
    }

    private static void WriteRuns(DataOutput data, ReadOnlySpan<byte> values, int width, int prefix)
    {
        const byte Dimension = 0;
        data.WriteByte(Dimension);
        int count = values.Length / width;
        int length;
        for (var i = 0; i < count; i += length)
        {
            length = RunFrom(values, width, prefix, i);
            data.WriteByte(values[i * width + prefix]);
            data.WriteByte((byte)length);
            for (int point = i; point < i + length; point++)
                data.WriteBytes(values.Slice(point * width + prefix + 1, width - prefix - 1));
        }
    }

    // Number of values that are equal to the one of a point, from that point on.
    private static int EqualFrom(ReadOnlySpan<byte> values, int width, int point)
    {
        ReadOnlySpan<byte> first = values.Slice(point * width, width);
        int end = point + 1;
        while (end < values.Length / width && values.Slice(end * width, width).SequenceEqual(first))
            end++;
        return end - point;
    }

    // Number of values with the same byte behind the prefix, from that point on.
    private static int RunFrom(ReadOnlySpan<byte> values, int width, int prefix, int point)
    {
        byte first = values[point * width + prefix];
        int limit = Math.Min(values.Length / width, point + MaxRun);
        int end = point + 1;
        while (end < limit && values[end * width + prefix] == first)
            end++;
        return end - point;
    }
}
