namespace Search.Hosts.Tests.Infrastructure;

/// <summary>The host over the five samples, indexed once for all tests that only read.</summary>
public sealed class SampleHost : IDisposable
{
    private readonly TestHost _host = new(RepositoryPaths.Seeds);

    public HttpClient Client => _host.Client;

    /// <summary>The id of a sample by its first three characters.</summary>
    public static string IdOf(string number) =>
        Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(RepositoryPaths.Seeds, $"{number}_*").Single());

    public void Dispose() => _host.Dispose();
}

/// <summary>Shares one <see cref="SampleHost"/>.</summary>
[CollectionDefinition(Name)]
public sealed class Samples : ICollectionFixture<SampleHost>
{
    public const string Name = "samples";
}
