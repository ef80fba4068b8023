using System.Net;
using Search.Hosts.Tests.Infrastructure;

namespace Search.Hosts.Tests.Hosting;

/// <summary>Addresses that try to be paths of files.</summary>
[Collection(Samples.Name)]
public sealed class PathTests(SampleHost samples)
{
    [Theory]
    [InlineData("/v1/articles/..%2F..%2Fsearchsettings.json")]
    [InlineData("/v1/articles/%2E%2E")]
    [InlineData("/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    [InlineData("/a/..%2F..%2Fseeds%2Fa.txt")]
    [InlineData("/searchsettings.json")]
    [InlineData("/searchkeys.json")]
    [InlineData("/appsettings.json")]
    [InlineData("/Search.Web.dll")]
    public async Task No_address_leads_to_a_file_that_is_not_served(string address)
    {
        using HttpResponseMessage response = await samples.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("root:", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
