namespace Search.Soak.Damage;

/// <summary>Makes cases: a number gives an index, a file of it and what happens to the file.</summary>
internal sealed class Damager(IReadOnlyList<SoundIndex> indexes)
{
    private const int Kinds = 11;

    // Large ones take long to read: they come less often.
    private const int LargeDocs = 5000;
    private const int LargeEvery = 12;

    // Data that is read where a query leads, so that damage in it goes furthest.
    private static readonly string[] DataFiles = [".doc", ".pos", ".pay", ".tim", ".tip", ".dvd", ".nvd", ".kdd", ".kdi", ".fdt", ".fdx", ".cfs"];

    private static readonly byte[] Extremes = [0x00, 0xFF, 0x7F, 0x80, 0x01, 0xFE];

    public DamageCase Create(int number)
    {
        var random = new Random(unchecked(number * (int)0x9E3779B1));
        SoundIndex index = indexes[random.Next(indexes.Count)];
        while (index.MaxDoc > LargeDocs && random.Next(LargeEvery) > 0)
            index = indexes[random.Next(indexes.Count)];
        string file = FileOf(index, random);
        byte[] sound = index.Files[file];
        int kind = random.Next(Kinds * 8);
        if (kind == 0)
            return new DamageCase(number, index, file, null, IsMended: false, "gone");

        bool mends = random.Next(4) > 0;
        (byte[] bytes, string what) = Change(index, file, sound, kind % Kinds, random);
        if (bytes.AsSpan().SequenceEqual(sound))
            (bytes, what) = Flip(sound, random);
        if (mends)
            Mend(index, file, bytes);
        return new DamageCase(number, index, file, bytes, mends, what);
    }

    private static string FileOf(SoundIndex index, Random random)
    {
        string[] all = [.. index.Files.Keys];
        string[] data = [.. all.Where(name => DataFiles.Contains(Path.GetExtension(name)))];
        return data.Length > 0 && random.Next(3) > 0 ? data[random.Next(data.Length)] : all[random.Next(all.Length)];
    }

    // Mostly between header and footer, which are checked before anything else.
    private static int Place(byte[] bytes, Random random)
    {
        int header = Checksums.IdOf(bytes).End.Value;
        return random.Next(8) == 0 || bytes.Length <= header + 16 ? random.Next(bytes.Length) : random.Next(header, bytes.Length - 16);
    }

    private (byte[] Bytes, string What) Change(SoundIndex index, string file, byte[] sound, int kind, Random random) => kind switch
    {
        0 => Truncate(sound, random),
        1 => Extend(sound, random),
        2 => Fill(sound, random, 0, "zeroed"),
        3 => Fill(sound, random, Extremes[random.Next(Extremes.Length)], "filled"),
        4 => SwapBytes(sound, random),
        5 => SwapBlocks(sound, random),
        6 => Replace(index, file, sound, random),
        7 => Overwrite(sound, random),
        _ => Flip(sound, random),
    };

    private static void Mend(SoundIndex index, string file, byte[] bytes)
    {
        if (file.EndsWith(".cfs", StringComparison.Ordinal))
            Checksums.MendCompound(bytes, index.Files[Path.ChangeExtension(file, "cfe")]);
        else
            Checksums.Mend(bytes);
    }

    private static (byte[] Bytes, string What) Flip(byte[] sound, Random random)
    {
        byte[] bytes = [.. sound];
        int flips = random.Next(3) == 0 ? random.Next(2, 20) : 1;
        var at = 0;
        for (var i = 0; i < flips; i++)
        {
            at = Place(bytes, random);
            bytes[at] ^= (byte)(1 << random.Next(8));
        }
        return (bytes, $"{flips} bits flipped, the last at {at}");
    }

    private static (byte[] Bytes, string What) Truncate(byte[] sound, Random random)
    {
        int length = random.Next(sound.Length);
        // Half of them end with the footer that was there: the checksum is then made to fit.
        bool keepsFooter = random.Next(2) == 0 && length >= 16;
        byte[] bytes = keepsFooter ? [.. sound[..(length - 16)], .. sound[^16..]] : sound[..length];
        return (bytes, $"cut to {length} bytes{(keepsFooter ? " before its footer" : "")}");
    }

    private static (byte[] Bytes, string What) Extend(byte[] sound, Random random)
    {
        var more = new byte[random.Next(1, 100)];
        random.NextBytes(more);
        int at = random.Next(3) switch { 0 => sound.Length, 1 => Math.Max(0, sound.Length - 16), _ => random.Next(sound.Length) };
        return ([.. sound[..at], .. more, .. sound[at..]], $"{more.Length} bytes put in at {at}");
    }

    private static (byte[] Bytes, string What) Fill(byte[] sound, Random random, byte value, string verb)
    {
        byte[] bytes = [.. sound];
        int start = Place(bytes, random);
        int length = Math.Min(random.Next(1, random.Next(2) == 0 ? 9 : 600), bytes.Length - start);
        bytes.AsSpan(start, length).Fill(value);
        return (bytes, $"{length} bytes at {start} {verb} with {value}");
    }

    private static (byte[] Bytes, string What) SwapBytes(byte[] sound, Random random)
    {
        byte[] bytes = [.. sound];
        (int left, int right) = (Place(bytes, random), Place(bytes, random));
        (bytes[left], bytes[right]) = (bytes[right], bytes[left]);
        return (bytes, $"bytes {left} and {right} swapped");
    }

    private static (byte[] Bytes, string What) SwapBlocks(byte[] sound, Random random)
    {
        byte[] bytes = [.. sound];
        int length = random.Next(1, Math.Max(2, Math.Min(512, bytes.Length / 2)));
        int left = random.Next(Math.Max(1, bytes.Length - 2 * length));
        int right = Math.Min(bytes.Length - length, left + length + random.Next(Math.Max(1, bytes.Length - left - 2 * length)));
        sound.AsSpan(right, length).CopyTo(bytes.AsSpan(left));
        sound.AsSpan(left, length).CopyTo(bytes.AsSpan(right));
        return (bytes, $"{length} bytes at {left} and {right} swapped");
    }

    private static (byte[] Bytes, string What) Overwrite(byte[] sound, Random random)
    {
        byte[] bytes = [.. sound];
        int count = random.Next(1, 9);
        int start = Place(bytes, random);
        count = Math.Min(count, bytes.Length - start);
        random.NextBytes(bytes.AsSpan(start, count));
        return (bytes, $"{count} bytes at {start} random");
    }

    // A file of the same kind takes its place, half of the time with the id that is expected.
    private (byte[] Bytes, string What) Replace(SoundIndex index, string file, byte[] sound, Random random)
    {
        string extension = Path.GetExtension(file);
        for (var tries = 0; tries < 20; tries++)
        {
            SoundIndex other = random.Next(3) == 0 ? index : indexes[random.Next(indexes.Count)];
            string[] alike = [.. other.Files.Keys.Where(name => Path.GetExtension(name) == extension && (other != index || name != file))];
            if (alike.Length == 0)
                continue;
            string name = alike[random.Next(alike.Length)];
            byte[] bytes = [.. other.Files[name]];
            bool takesId = random.Next(4) > 0;
            if (takesId)
                sound.AsSpan(Checksums.IdOf(sound)).CopyTo(bytes.AsSpan(Checksums.IdOf(bytes)));
            return (bytes, $"replaced by {other.Name}/{name}{(takesId ? " with the id" : "")}");
        }
        return Flip(sound, random);
    }
}
