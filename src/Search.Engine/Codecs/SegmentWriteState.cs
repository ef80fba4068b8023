using Search.Engine.Index;
using Search.Engine.Store;

namespace Search.Engine.Codecs;

/// <summary>What a format needs to write its part of a segment.</summary>
/// <param name="Directory">Where the files go.</param>
/// <param name="Segment">The segment; its set of files is filled in after everything is written.</param>
/// <param name="Fields">Its fields, complete with attributes and numbers.</param>
internal sealed record SegmentWriteState(IndexDirectory Directory, SegmentInfo Segment, FieldInfos Fields)
{
    private readonly HashSet<string> _created = new(StringComparer.Ordinal);

    /// <summary>Names of the files created so far.</summary>
    public IReadOnlySet<string> CreatedFiles => _created;

    /// <summary>Creates <c>segment[_suffix].extension</c>; the caller disposes it.</summary>
    public IndexOutput CreateOutput(string extension, string suffix = "")
    {
        string name = Segment.FileName(extension, suffix);
        IndexOutput output = Directory.CreateOutput(name);
        _created.Add(name);
        return output;
    }

    /// <summary>Creates <c>segment[_suffix].extension</c> with its header; the caller disposes it.</summary>
    public IndexOutput CreateOutput(string extension, string codec, int version, string suffix)
    {
        using var opened = new DisposeOnFailure();
        IndexOutput output = opened.Add(CreateOutput(extension, suffix));
        CodecHeader.Write(output, codec, version, Segment.Id, suffix);
        return opened.Release(output);
    }
}
