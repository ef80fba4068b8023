namespace Search.Engine.Fst;

/// <summary>Flags, node forms and limits of a transducer's bytes.</summary>
/// <remarks>Postings notes, sections 7.3 and 7.4.</remarks>
internal static class FstFormat
{
    public const string Codec = "FST";
    public const int Version = 7;
    public const int OldestVersion = 6;
    public const byte InputTypeByte = 0;

    /// <summary>The input up to and including this label is a key.</summary>
    public const int Final = 1;

    /// <summary>The node's last arc.</summary>
    public const int LastArc = 2;

    /// <summary>The target lies behind this node, in reading order.</summary>
    public const int TargetNext = 4;

    /// <summary>The target has no arcs; wins over <see cref="TargetNext"/>.</summary>
    public const int Stop = 8;

    public const int HasOutput = 16;
    public const int HasFinalOutput = 32;

    /// <summary>First byte of a node whose arcs have one length and are found by binary search.</summary>
    public const byte BinarySearchNode = 32;

    /// <summary>First byte of a node whose arcs have one length and are found by their label's bit.</summary>
    public const byte DirectNode = 64;

    /// <summary>Target of an arc whose node has no arcs.</summary>
    public const long NoTarget = -1;
}
