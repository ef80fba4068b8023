using Search.Engine.Store;

namespace Search.Engine.Indexing.Commits;

/// <summary>Who still needs which file of an index: files that nobody needs any more are deleted.</summary>
/// <remarks>
/// Container notes, section 12.4. Commits, the writer's current segments, a commit in preparation, near-real-time readers,
/// snapshots and merges hold one reference each. Only files that were referenced once, or that are named as left over, are ever deleted. Not
/// synchronised: the writer's lock guards it.
/// </remarks>
internal sealed class FileReferences(IndexDirectory directory)
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _undeletable = new(StringComparer.Ordinal);
    private bool _isClosed;

    public bool IsReferenced(string file) => _counts.ContainsKey(file);

    /// <summary>Takes one reference to each file.</summary>
    public void Acquire(IEnumerable<string> files)
    {
        foreach (string file in files)
            _counts[file] = _counts.GetValueOrDefault(file) + 1;
    }

    /// <summary>Gives back one reference to each file, and deletes those that have none left; without effect after <see cref="Close"/>.</summary>
    public void Release(IEnumerable<string> files)
    {
        if (_isClosed)
            return;
        List<string> unneeded = [];
        foreach (string file in files)
        {
            int count = _counts[file] - 1;
            if (count > 0)
            {
                _counts[file] = count;
                continue;
            }
            _counts.Remove(file);
            unneeded.Add(file);
        }
        Delete(unneeded);
    }

    /// <summary>Deletes those of the files that nobody refers to: what a failed or abandoned flush left behind.</summary>
    public void DeleteUnreferenced(IEnumerable<string> files) => Delete(files.Where(file => !IsReferenced(file)));

    /// <summary>Forgets who needs what: the directory belongs to the next writer, and nothing is deleted any more.</summary>
    public void Close()
    {
        _counts.Clear();
        _isClosed = true;
    }

    // Commits go first, so that a crash in between leaves files without a commit and never a commit without its files.
    private void Delete(IEnumerable<string> files)
    {
        string[] all = [.. files, .. _undeletable.Where(file => !IsReferenced(file))];
        _undeletable.Clear();
        foreach (string file in all.Distinct(StringComparer.Ordinal).OrderByDescending(IndexFileNames.IsCommit))
        {
            try
            {
                directory.DeleteFile(file);
            }
            catch (FileNotFoundException)
            {
                // Gone already, which is what was wanted.
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                _undeletable.Add(file); // open elsewhere on Windows: the next deletion tries again
            }
        }
    }
}
