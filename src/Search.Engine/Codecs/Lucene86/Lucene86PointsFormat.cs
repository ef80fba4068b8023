namespace Search.Engine.Codecs.Lucene86;

/// <summary>Names and numbers of the points files (<c>.kdm</c>, <c>.kdi</c>, <c>.kdd</c>).</summary>
/// <remarks>README.md, "Points"; column notes, section 4.</remarks>
internal static class Lucene86PointsFormat
{
    public const string MetaCodec = "Lucene86PointsFormatMeta";
    public const string MetaExtension = "kdm";
    public const string IndexCodec = "Lucene86PointsFormatIndex";
    public const string IndexExtension = "kdi";
    public const string DataCodec = "Lucene86PointsFormatData";
    public const string DataExtension = "kdd";
    public const int Version = 0;

    /// <summary>Codec name and version of the header of each field's tree.</summary>
    public const string TreeCodec = "BKD";
    public const int TreeVersion = 9;

    /// <summary>In place of a field number: no more fields.</summary>
    public const int EndOfFields = -1;

    public const int MaxDimensions = 16;
    public const int MaxBytesPerDimension = 16;

    /// <summary>Points of a leaf; what is written, the last leaf has the rest.</summary>
    public const int PointsPerLeaf = 512;

    /// <summary>Most points of one leaf that are read: bounds the buffers of a damaged file.</summary>
    public const int MaxPointsPerLeaf = 1 << 20;

    /// <summary>Doc ids of a leaf: variable-length differences of ids that do not descend.</summary>
    public const byte DocIdDeltas = 0;

    /// <summary>Doc ids of a leaf: three bytes each.</summary>
    public const byte DocIds24 = 24;

    /// <summary>Doc ids of a leaf: four bytes each.</summary>
    public const byte DocIds32 = 32;

    /// <summary>Kind of a leaf whose points are all equal; kinds from 0 on name the dimension with the runs.</summary>
    public const sbyte AllEqual = -1;

    /// <summary>Kind of a leaf that counts neighbours which are equal.</summary>
    public const sbyte LowCardinality = -2;

    /// <summary>Leaves in the left subtree of a node with at least two: all levels but the last are full, the last fills from the left.</summary>
    public static int LeftLeaves(int leaves)
    {
        int full = 1 << System.Numerics.BitOperations.Log2((uint)leaves);
        return full / 2 + Math.Min(leaves - full, full / 2);
    }
}
