using Search.Engine.Store;

namespace Search.Engine.Codecs.BlockTree;

/// <summary>One level of a terms enum: the blocks of a prefix, and a place in one of them.</summary>
internal sealed class TermsFrame
{
    private byte[]? _buffer;

    /// <summary>The place; good when the block is read.</summary>
    public TermBlockCursor Cursor;

    /// <summary>Length of the prefix.</summary>
    public int PrefixLength { get; private set; }

    /// <summary>Where the first block of the prefix starts: what the parent's entry says.</summary>
    public long Head { get; private set; }

    /// <summary>Where the block of the place starts.</summary>
    public long Block { get; private set; }

    /// <summary>Whether that block is read.</summary>
    public bool IsRead { get; private set; }

    /// <summary>The block's suffixes, if they are compressed.</summary>
    public byte[]? Buffer => _buffer;

    /// <summary>Names the block, which is read when it is needed.</summary>
    public void Start(int prefixLength, long head, long block)
    {
        PrefixLength = prefixLength;
        Head = head;
        Block = block;
        IsRead = false;
    }

    /// <summary>Goes on to the next block of the prefix.</summary>
    public void StartFollower(IndexInput terms)
    {
        Block = TermBlockStates.Read(Cursor.Block, terms).MetadataEnd;
        IsRead = false;
    }

    /// <summary>Stands before the block's first entry.</summary>
    /// <param name="limit">Where the block must have ended.</param>
    public void Read(IndexInput terms, long limit)
    {
        Cursor = new TermBlockCursor(TermBlock.Read(terms, Block, limit, ref _buffer));
        IsRead = true;
    }

    /// <summary>Stands at the entry of a sub-block.</summary>
    public void ReadAt(IndexInput terms, long limit, long subBlock)
    {
        Read(terms, limit);
        while (Cursor.Next(terms))
        {
            if (Cursor.SubBlock == subBlock)
                return;
        }
        throw new CorruptIndexException($"no entry for the sub-block at {subBlock}", terms.Name, Block);
    }
}
