using Search.Engine.Segments;

namespace Search.Soak.Damage;

/// <summary>One case: the damaged index is read in every way, and only what may come out does.</summary>
internal static class DamageTrial
{
    // What readers may allocate besides twice what they need when the index is sound: messages of many refusals, scratch.
    private const long FreeBytes = 6 << 20;

    // DEFLATE makes at most 1032 bytes of one; nothing else comes near.
    private const long BytesOfByte = 64;
    private const long BytesOfCompressedByte = 1100;

    private static readonly string[] Compressed = [".fdt", ".cfs"];

    // Files that are read whole when an index is opened, so that no damage passes unseen.
    private static readonly string[] ReadWhole = [".si", ".fnm", ".liv", ".cfe", ".fdm", ".tmd", ".nvm", ".dvm", ".kdm"];

    /// <summary>Runs a case; also returns how many bytes it allocated above what the sound index needs.</summary>
    /// <exception cref="SoakFailureException">It was not refused as it must be, or something else came out.</exception>
    public static (DamageOutcome Outcome, long ExcessBytes) Run(DamageCase damage)
    {
        var files = new Dictionary<string, GuardedMemory>(damage.Index.Memory, StringComparer.Ordinal);
        GuardedMemory? changed = damage.Bytes is null ? null : new GuardedMemory(damage.Bytes);
        if (changed is null)
            files.Remove(damage.File);
        else
            files[damage.File] = changed;
        try
        {
            using var directory = new DamagedDirectory(files);
            return Run(damage, directory);
        }
        finally
        {
            changed?.Free();
        }
    }

    private static (DamageOutcome Outcome, long ExcessBytes) Run(DamageCase damage, DamagedDirectory directory)
    {
        var refusals = 0;
        long before = GC.GetAllocatedBytesForCurrentThread();
        bool isOpen, failsIntegrity;
        IndexCheckReport? check;
        try
        {
            (isOpen, failsIntegrity, check) = AllReadings.Run(directory, _ => refusals++);
        }
        catch (Exception other)
        {
            throw new SoakFailureException($"{damage}: {other.GetType().Name}", other);
        }
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        long expansion = Compressed.Contains(Path.GetExtension(damage.File)) ? BytesOfCompressedByte : BytesOfByte;
        long allowed = damage.Index.AllocatedWhenSound * 2 + FreeBytes + expansion * (damage.Bytes?.Length ?? 0);
        if (allocated > allowed)
            throw new SoakFailureException($"{damage}: {allocated} bytes were allocated, {allowed} are allowed");
        if (!damage.IsMended && isOpen && ReadWhole.Contains(Path.GetExtension(damage.File)))
            throw new SoakFailureException($"{damage}: it was opened");
        if (!damage.IsMended && isOpen && !failsIntegrity && !IsVectors(damage.File))
            throw new SoakFailureException($"{damage}: no checksum disagrees");
        if (!damage.IsMended && check is { IsSound: true })
            throw new SoakFailureException($"{damage}: the check finds nothing");
        DamageOutcome outcome = !isOpen ? DamageOutcome.RefusedAtOpen : refusals > 0 ? DamageOutcome.RefusedLater : DamageOutcome.Read;
        return (outcome, Math.Max(0, allocated - damage.Index.AllocatedWhenSound));
    }

    // Term vectors are not opened.
    private static bool IsVectors(string file) => Path.GetExtension(file) is ".tvd" or ".tvx" or ".tvm";
}
