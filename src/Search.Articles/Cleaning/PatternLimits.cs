namespace Search.Articles.Cleaning;

/// <summary>How long a pattern may take on one text: hostile text must not hang a reader.</summary>
internal static class PatternLimits
{
    /// <summary>Far above what any label, line or article takes; reading fails with a reason when it is exceeded.</summary>
    public const int TimeoutMs = 3000;
}
