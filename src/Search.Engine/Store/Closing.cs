using System.Runtime.ExceptionServices;

namespace Search.Engine.Store;

/// <summary>Closes several things, also when closing one of them fails.</summary>
internal static class Closing
{
    /// <summary>Closes all in the order given; the first failure is thrown when all are closed.</summary>
    public static void All(params ReadOnlySpan<IDisposable?> resources)
    {
        ExceptionDispatchInfo? first = null;
        foreach (IDisposable? resource in resources)
        {
            ExceptionDispatchInfo? failure = FailureOf(() => resource?.Dispose());
            first ??= failure;
        }
        first?.Throw();
    }

    /// <summary>Takes all steps in the order given; the first failure is thrown after the last step.</summary>
    public static void Steps(params ReadOnlySpan<Action> steps)
    {
        ExceptionDispatchInfo? first = null;
        foreach (Action step in steps)
        {
            ExceptionDispatchInfo? failure = FailureOf(step);
            first ??= failure;
        }
        first?.Throw();
    }

    private static ExceptionDispatchInfo? FailureOf(Action step)
    {
        try
        {
            step();
            return null;
        }
        catch (Exception fault)
        {
            return ExceptionDispatchInfo.Capture(fault);
        }
    }
}
