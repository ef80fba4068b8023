using Search.Engine.Codecs;
using Search.Engine.Codecs.Lucene50;
using Search.Engine.Codecs.Lucene60;
using Search.Engine.Codecs.Lucene86;
using Search.Engine.Codecs.Lucene87;
using Search.Engine.Index;
using Search.Engine.Segments;
using Search.Engine.Store;
using Search.Engine.Util;

namespace Search.Engine.Tests.Segments;

/// <summary>Writes indexes of stored fields alone, straight through the formats.</summary>
internal sealed class StoredOnlyIndex(IndexDirectory directory)
{
    private static readonly FieldInfo Text = new() { Name = "text", Number = 0 };
    private static readonly FieldInfo Size = new() { Name = "size", Number = 3 };

    private readonly List<SegmentCommitInfo> _segments = [];
    private long _generation;

    /// <summary>The segments of the next commit.</summary>
    public List<SegmentCommitInfo> Segments => _segments;

    /// <summary>Writes a segment of documents with a text and its length; empty texts make empty documents.</summary>
    public void AddSegment(IReadOnlyList<string> texts, bool isCompound = false)
    {
        var segment = new SegmentInfo
        {
            Name = $"_{Base36.Format(_segments.Count)}",
            Id = SegmentId.CreateRandom(),
            MaxDoc = texts.Count,
            IsCompound = isCompound,
            Attributes = new Dictionary<string, string> { [Lucene87Codec.StoredFieldsModeKey] = Lucene87Codec.BestSpeed },
            Diagnostics = new Dictionary<string, string> { ["source"] = "flush" },
        };
        var state = new SegmentWriteState(directory, segment, new FieldInfos([Text, Size]));
        using (StoredFieldsWriter stored = StoredFieldsWriter.Create(state))
        {
            foreach (string text in texts)
            {
                stored.StartDocument();
                if (text.Length > 0)
                {
                    stored.Write(Text, text);
                    stored.Write(Size, text.Length);
                }
                stored.FinishDocument();
            }
            stored.Finish(texts.Count);
        }
        Lucene60FieldInfosFormat.Write(state);

        IEnumerable<string> files = state.CreatedFiles;
        if (isCompound)
        {
            files = Lucene50CompoundFormat.Write(directory, segment, state.CreatedFiles);
            foreach (string file in state.CreatedFiles)
                directory.DeleteFile(file);
        }
        segment = segment with { Files = files.Append(segment.FileName("si")).ToHashSet(StringComparer.Ordinal) };
        Lucene86SegmentInfoFormat.Write(directory, segment);
        _segments.Add(new SegmentCommitInfo { Segment = segment, CommitId = SegmentId.CreateRandom() });
    }

    /// <summary>Marks documents of a segment as deleted, in a new generation.</summary>
    public void Delete(int segment, params int[] docs)
    {
        SegmentCommitInfo commit = _segments[segment];
        FixedBitSet live;
        if (commit.DeletionGeneration < 0)
        {
            live = new FixedBitSet(commit.Segment.MaxDoc);
            live.SetRange(0, live.Length);
        }
        else
        {
            live = Lucene50LiveDocsFormat.Read(directory, commit);
        }
        foreach (int doc in docs)
            live.Clear(doc);
        _segments[segment] = commit with
        {
            DeletionGeneration = Math.Max(1, commit.DeletionGeneration + 1),
            DeletionCount = live.Length - live.Cardinality(),
            CommitId = SegmentId.CreateRandom(),
        };
        Lucene50LiveDocsFormat.Write(directory, _segments[segment], live);
    }

    /// <summary>Publishes the segments as the next commit.</summary>
    public CommitPoint Commit()
    {
        _generation++;
        var commit = new CommitPoint
        {
            Generation = _generation,
            Version = _generation,
            Counter = _segments.Count,
            Segments = [.. _segments],
            UserData = new Dictionary<string, string> { ["commit"] = $"{_generation}" },
        };
        directory.Rename(commit.Write(directory), commit.FileName);
        return commit;
    }
}
