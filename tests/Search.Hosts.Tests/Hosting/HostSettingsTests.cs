using Microsoft.Extensions.Configuration;
using Search.Settings;
using Search.Web.Hosting;

namespace Search.Hosts.Tests.Hosting;

/// <summary>How the host's settings are read.</summary>
public sealed class HostSettingsTests
{
    [Fact]
    public void By_default_the_folders_are_those_of_the_repository_wherever_the_host_is_started()
    {
        // The tests run in the folder they were built into.
        HostSettings settings = Load();
        Assert.NotEqual(RepositoryPaths.Root, Directory.GetCurrentDirectory());
        Assert.Equal(RepositoryPaths.Root, settings.Root);
        Assert.Equal(Path.Combine(RepositoryPaths.Root, "seeds"), settings.Articles);
        Assert.Equal(Path.Combine(RepositoryPaths.Root, "index"), settings.Index);
        Assert.Equal("http://127.0.0.1:5080", settings.Urls);
        Assert.False(settings.AllowPublic);
        Assert.True(settings.IndexAtStart);
    }

    [Fact]
    public void Relative_folders_start_at_the_root_and_empty_ones_are_none()
    {
        HostSettings settings = Load("--articles", "somewhere/articles", "--index", "");
        Assert.Equal(Path.Combine(RepositoryPaths.Root, "somewhere", "articles"), settings.Articles);
        Assert.Equal(Path.Combine(RepositoryPaths.Root, "index"), settings.Index);
    }

    [Theory]
    [InlineData(true, "--allow-public")]
    [InlineData(true, "--allow-public", "--urls", "http://127.0.0.1:0")]
    [InlineData(true, "--allow-public", "true")]
    [InlineData(true, "--allow-public=true")]
    [InlineData(false, "--allow-public", "false")]
    [InlineData(false, "--allow-public=false")]
    [InlineData(false, "--urls", "http://127.0.0.1:0")]
    public void A_switch_that_stands_alone_is_on(bool allowed, params string[] arguments) => Assert.Equal(allowed, Load(arguments).AllowPublic);

    [Fact]
    public void A_switch_is_true_or_false() =>
        Assert.Contains("--allow-public", Assert.Throws<SettingsException>(() => Load("--allow-public", "perhaps")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_flag_that_is_no_setting_is_refused_and_the_nearest_named()
    {
        Assert.Contains("--index-at-start", Assert.Throws<SettingsException>(() => Load("--at-start", "true")).Message, StringComparison.Ordinal);
        Assert.Contains("--port", Assert.Throws<SettingsException>(() => Load("--port=1")).Message, StringComparison.Ordinal);
        Assert.Contains("needs a value", Assert.Throws<SettingsException>(() => Load("--index")).Message, StringComparison.Ordinal);
        Assert.False(Load("--environment=Test", "--Logging:LogLevel:Default=None").PrintsSettings);
        Assert.True(Load("--print-config").PrintsSettings);
    }

    [Theory]
    [InlineData("all", true, true)]
    [InlineData("serve", true, false)]
    [InlineData("INDEX", false, true)]
    public void A_role_serves_or_indexes_or_both(string role, bool serves, bool indexes)
    {
        HostSettings settings = Load("--role", role);
        Assert.Equal((serves, indexes), (settings.Serves, settings.Indexes));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("http://127.9.9.9:1")]
    [InlineData("http://localhost")]
    [InlineData("http://LOCALHOST:8080;http://[::1]:8080")]
    public void Loopback_addresses_are_private(string urls) => Assert.Null(Load("--urls", urls).PublicUrl());

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.1.2:5080")]
    [InlineData("http://search.example:5080")]
    [InlineData("http://localhost.example:5080")]
    public void Every_other_address_is_public(string url)
    {
        Assert.Equal(url, Load("--urls", url).PublicUrl());
        Assert.Equal(url, Load("--urls", $"http://127.0.0.1:1; {url}").PublicUrl());
    }

    [Fact]
    public void What_is_no_address_is_refused() =>
        Assert.Contains("\"nonsense\"", Assert.Throws<SettingsException>(() => Load("--urls", "nonsense").PublicUrl()).Message, StringComparison.Ordinal);

    private static HostSettings Load(params string[] arguments) => HostSettings.Load(new ConfigurationBuilder().Build(), arguments);
}
