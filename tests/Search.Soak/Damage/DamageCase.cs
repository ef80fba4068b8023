namespace Search.Soak.Damage;

/// <summary>One damaged index.</summary>
/// <param name="Number">What the case follows from: the same number gives the same case.</param>
/// <param name="Index">What was sound.</param>
/// <param name="File">The file that was changed.</param>
/// <param name="Bytes">Its new content; null: it is gone.</param>
/// <param name="IsMended">Whether the checksum was made to fit the new content.</param>
/// <param name="What">What was done, for people.</param>
internal sealed record DamageCase(int Number, SoundIndex Index, string File, byte[]? Bytes, bool IsMended, string What)
{
    public override string ToString() =>
        $"case {Number}: {Index.Name}/{File}, {What}{(IsMended ? ", checksum mended" : "")}";
}
