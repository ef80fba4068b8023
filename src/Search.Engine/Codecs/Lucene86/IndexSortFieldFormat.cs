using Search.Engine.Store;

namespace Search.Engine.Codecs.Lucene86;

/// <summary>One key of a segment's document order, kept as it is.</summary>
/// <remarks>Container notes, section 6.2. Stateless.</remarks>
internal static class IndexSortFieldFormat
{
    private const string Single = "SortField";
    private const string SortedNumeric = "SortedNumericSortField";
    private const string SortedSet = "SortedSetSortField";

    public static IndexSortField Read(IndexInput input)
    {
        string provider = input.ReadString();
        if (provider is not (Single or SortedNumeric or SortedSet))
            throw new IndexFormatException($"an index sort by \"{provider}\" is not known", input.Name);

        string field = input.ReadString();
        string type = provider == SortedSet ? "" : input.ReadString();
        bool reverse = ReadFlag(input);
        int selector = provider == Single ? 0 : input.ReadInt32();
        long? missing = provider == SortedSet ? ReadMissingOfSet(input) : ReadMissing(input, type);
        return new IndexSortField(provider, field, type, reverse, selector, missing);
    }

    public static void Write(DataOutput output, IndexSortField key)
    {
        output.WriteString(key.Provider);
        output.WriteString(key.Field);
        if (key.Provider != SortedSet)
            output.WriteString(key.Type);
        output.WriteInt32(key.Reverse ? 1 : 0);
        if (key.Provider != Single)
            output.WriteInt32(key.Selector);
        if (key.Provider == SortedSet)
        {
            output.WriteInt32((int)(key.Missing ?? 0));
            return;
        }
        output.WriteInt32(key.Missing is null ? 0 : 1);
        if (key.Missing is not { } missing)
            return;
        if (IsLong(key.Type))
            output.WriteInt64(missing);
        else
            output.WriteInt32((int)missing);
    }

    // 0 none, 1 first, 2 last.
    private static long? ReadMissingOfSet(IndexInput input) => input.ReadInt32() switch
    {
        0 => null,
        int place and (1 or 2) => place,
        int other => throw new CorruptIndexException($"missing values at place {other}", input),
    };

    private static long? ReadMissing(IndexInput input, string type)
    {
        if (!ReadFlag(input))
            return null;
        if (IsLong(type))
            return input.ReadInt64();
        return type is "INT" or "FLOAT" or "STRING"
            ? input.ReadInt32()
            : throw new IndexFormatException($"an index sort of type \"{type}\" is not known", input.Name);
    }

    private static bool IsLong(string type) => type is "LONG" or "DOUBLE";

    private static bool ReadFlag(IndexInput input) => input.ReadInt32() switch
    {
        0 => false,
        1 => true,
        int other => throw new CorruptIndexException($"a flag of {other}", input),
    };
}
