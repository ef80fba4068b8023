namespace Search.Testing;

/// <summary>A test that runs Apache Lucene; skips where Java or liblucene8-java is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OracleFactAttribute : FactAttribute
{
    public OracleFactAttribute() => Skip = External.SkipReason(External.MissingOracle);
}

/// <summary>A theory that runs Apache Lucene; skips where Java or liblucene8-java is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OracleTheoryAttribute : TheoryAttribute
{
    public OracleTheoryAttribute() => Skip = External.SkipReason(External.MissingOracle);
}

/// <summary>A test that drives a headless Chromium; skips where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = External.SkipReason(External.MissingChromium);
}

/// <summary>A test that runs a Python script; skips where there is no Python.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute() => Skip = External.SkipReason(External.MissingPython);
}

/// <summary>
/// A test over the measuring data in ../shared/data, which is not part of the repository: skips where it is absent, also
/// when external tools are mandatory.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute() =>
        Skip = Directory.Exists(RepositoryPaths.SharedData) ? null : "skipped: ../shared/data is not there";
}

/// <summary>
/// A test that compiles natively: skips, also when external tools are mandatory, until the package of the native runtime is in this user's
/// package cache, where publishing once by hand (<c>tests/Search.AotSample/publish.sh native FOLDER</c>) brings it if the feed has it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NativeAotFactAttribute : FactAttribute
{
    public NativeAotFactAttribute()
    {
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        bool isThere = Directory.Exists(cache) && Directory.EnumerateDirectories(cache, "microsoft.netcore.app.runtime.nativeaot.*").Any();
        Skip = isThere ? null : "skipped: the package of the native runtime is not in the package cache";
    }
}
