namespace Search.Cli;

/// <summary>What the exit status of the command line means; README.md lists the same.</summary>
internal static class ExitCodes
{
    /// <summary>Done, and nothing to complain about.</summary>
    public const int Success = 0;

    /// <summary>Done, but files were skipped, nothing was found, or the index is not sound.</summary>
    public const int Incomplete = 1;

    /// <summary>Could not be done: no index, index in use, disk full.</summary>
    public const int Failure = 2;

    /// <summary>The command or the query is not well formed.</summary>
    public const int Usage = 64;

    /// <summary>Stopped by Ctrl+C.</summary>
    public const int Interrupted = 130;
}
