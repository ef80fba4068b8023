namespace Search.Engine.Codecs.Lucene50;

/// <summary>Names of the files of term vectors, which this engine recognises and does not read.</summary>
/// <remarks>Container notes, sections 4.3 and 4.4. Data and metadata have version 3, the index has version 0 (seen in files of 8.8.1).</remarks>
internal static class TermVectorsFiles
{
    public const int OldestVersion = 0;
    public const int NewestVersion = 3;

    /// <summary>Extension and codec name of each of the three files.</summary>
    public static IReadOnlyList<(string Extension, string Codec)> Codecs { get; } =
    [
        ("tvd", "Lucene50TermVectorsData"),
        ("tvx", "Lucene85TermVectorsIndexIdx"),
        ("tvm", "Lucene85TermVectorsIndexMeta"),
    ];
}
