namespace Search.Engine.Codecs.Lucene86;

/// <summary>How the points of a field look.</summary>
/// <param name="Dimensions">Dimensions of a point.</param>
/// <param name="IndexDimensions">Leading dimensions that the tree splits on.</param>
/// <param name="Width">Bytes of a dimension.</param>
internal readonly record struct PointsShape(int Dimensions, int IndexDimensions, int Width)
{
    /// <summary>Bytes of a point.</summary>
    public int PointBytes => Dimensions * Width;
}
