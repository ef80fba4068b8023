namespace Search.Soak.Model;

/// <summary>A step of a <see cref="ModelScript"/>.</summary>
public enum ScriptStep
{
    /// <summary>Adds, replaces or deletes a key.</summary>
    Change,

    /// <summary>Turns buffered changes into a segment.</summary>
    Flush,

    /// <summary>Merges all segments to one.</summary>
    ForceMerge,

    /// <summary>Adds another index.</summary>
    Import,

    /// <summary>Commits.</summary>
    Commit,

    /// <summary>Prepares a commit, makes a change that belongs to the next one, commits.</summary>
    CommitInTwoPhases,

    /// <summary>Prepares a commit and gives it up, with a new writer.</summary>
    PrepareAndRollback,

    /// <summary>Gives up what is not committed, with a new writer.</summary>
    Rollback,

    /// <summary>Closes the writer, which commits, and opens another.</summary>
    Reopen,

    /// <summary>Opens a reader on the newest commit, in the place of the one before, and reads it.</summary>
    Refresh,

    /// <summary>The same with a reader on all changes so far, which the writer opens.</summary>
    RefreshFromWriter,
}
