namespace Search.Hosts.Tests.Browser;

/// <summary>A theory that drives a headless Chromium; skips where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = External.SkipReason(External.MissingChromium);
}
