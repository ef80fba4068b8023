namespace Search.Hosts.Tests.Browser;

/// <summary>A theory that needs a headless Chromium and axe-core (<c>npm ci</c> in this project's folder); skips where one is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AxeTheoryAttribute : TheoryAttribute
{
    public AxeTheoryAttribute() => Skip = External.SkipReason(
        External.MissingChromium ?? (File.Exists(Script) ? null : $"no {Script} (npm ci in tests/Search.Hosts.Tests)"));

    /// <summary>Where npm puts the rules.</summary>
    public static string Script { get; } = Path.Combine(RepositoryPaths.Root, "tests", "Search.Hosts.Tests", "node_modules", "axe-core", "axe.min.js");
}
