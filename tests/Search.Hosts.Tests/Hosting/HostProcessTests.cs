using Search.Engine.Analysis;
using Search.Engine.Documents;
using Search.Engine.Indexing;
using Search.Engine.Store;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Hosting;

/// <summary>The host as people start it: a process in some folder, with flags, environment and a settings file.</summary>
public sealed class HostProcessTests : IDisposable
{
    private const string AnyPort = "http://127.0.0.1:0";

    private readonly TemporaryFolder _root = new();

    [Fact]
    public async Task Started_below_a_solution_the_host_serves_the_seeds_of_its_folder()
    {
        File.WriteAllText(_root.File("Search.sln"), "");
        Write("seeds");
        string deep = Directory.CreateDirectory(_root.File("src/Search.Web/deep")).FullName;
        using HostProcess host = await HostProcess.StartAsync(deep, ["--urls", AnyPort]);
        Assert.Equal(1, (await host.Client.GetJsonAsync("/healthz/ready")).GetProperty("articles").GetInt32());
        Assert.True(File.Exists(_root.File("index/segments_1")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(deep));
        // What it serves lies beside it, not in the folder it was started in.
        Assert.Contains("body", await host.Client.GetStringAsync(new Uri("/site.css", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("1 article ", (await host.Client.GetPageAsync("/")).Text(".lede"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_solution_above_the_working_folder_is_the_root_and_flags_override_environment_and_file()
    {
        Write("from-file");
        File.WriteAllText(_root.File("searchsettings.json"), """
            { "articles": "from-file", "index": "index-from-file", "urls": "http://0.0.0.0:1", "allow-public": true }
            """);
        using HostProcess host = await HostProcess.StartAsync(
            _root.Path,
            ["--urls", AnyPort],
            ("SEARCH_INDEX", "index-from-environment"), ("SEARCH_URLS", "http://127.0.0.1:2"), ("SEARCH_ALLOW_PUBLIC", "false"));
        Assert.Equal(1, (await host.Client.GetJsonAsync("/healthz/ready")).GetProperty("articles").GetInt32());
        Assert.True(File.Exists(_root.File("index-from-environment/segments_1")));
        Assert.False(Directory.Exists(_root.File("index-from-file")));
        Assert.False(Directory.Exists(_root.File("index")));
        Assert.Equal("127.0.0.1", host.Url.Host);

        // The environment's switch overrides the file's.
        (int exitCode, string log) = await HostProcess.RunToEndAsync(_root.Path, "--urls", "http://0.0.0.0:0", "--allow-public", "false");
        Assert.Equal(1, exitCode);
        Assert.Contains("--allow-public", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_address_is_refused_before_anything_is_written()
    {
        Write("seeds");
        (int exitCode, string log) = await HostProcess.RunToEndAsync(_root.Path, "--urls", "http://0.0.0.0:0");
        Assert.Equal(1, exitCode);
        Assert.Contains("http://0.0.0.0:0 can be reached by other machines", log, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_root.File("index")));
    }

    [Fact]
    public async Task An_index_of_another_program_is_left_alone_and_the_host_says_so()
    {
        Write("seeds");
        using (MappedDirectory directory = MappedDirectory.Open(_root.File("index")))
        using (var writer = IndexWriter.Open(directory, new IndexWriterOptions { Analyzer = new KeywordAnalyzer() }))
        {
            var document = new Document();
            document.Add(Field.CreateKeyword("id", "1"));
            writer.AddDocument(document);
        }
        string[] before = Files();
        (int exitCode, string log) = await HostProcess.RunToEndAsync(_root.Path, "--urls", AnyPort);
        Assert.Equal(1, exitCode);
        Assert.Contains("not made by this program", log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", log, StringComparison.Ordinal);
        Assert.Equal(before, Files());

        string[] Files() => [.. Directory.EnumerateFiles(_root.File("index")).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task A_port_in_use_ends_the_host_with_a_sentence()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        (int exitCode, string log) = await HostProcess.RunToEndAsync(_root.Path, "--urls", $"http://{other.LocalEndpoint}");
        Assert.Equal(1, exitCode);
        Assert.Contains("address already in use", log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", log, StringComparison.Ordinal);
    }

    public void Dispose() => _root.Dispose();

    private void Write(string folder)
    {
        Directory.CreateDirectory(_root.File(folder));
        File.WriteAllText(_root.File($"{folder}/a.txt"), "A single article that has a single paragraph about apples and about pears.");
    }
}
