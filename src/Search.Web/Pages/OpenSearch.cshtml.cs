using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Search.Web.Hosting;

namespace Search.Web.Pages;

/// <summary>The description by which a browser offers this search in its address bar (OpenSearch 1.1).</summary>
public sealed class OpenSearchModel : PageModel
{
    private static readonly XNamespace Format = "http://a9.com/-/spec/opensearch/1.1/";

    /// <summary>Answers the address.</summary>
    public ContentResult OnGet()
    {
        // The template is expanded by the browser, so it names the host.
        string host = HttpContext.RequestServices.GetRequiredService<PublicAddress>().Of(Request, "");
        var description = new XElement(
            Format + "OpenSearchDescription",
            new XElement(Format + "ShortName", "Search"),
            new XElement(Format + "Description", "Find the paragraph that says it."),
            new XElement(Format + "InputEncoding", "UTF-8"),
            new XElement(Format + "Image", new XAttribute("type", "image/svg+xml"), new XAttribute("width", 16), new XAttribute("height", 16), $"{host}/icon.svg"),
            new XElement(Format + "Url", new XAttribute("type", "text/html"), new XAttribute("method", "get"), new XAttribute("template", $"{host}/?q={{searchTerms}}")),
            new XElement(Format + "Url", new XAttribute("type", "application/opensearchdescription+xml"), new XAttribute("rel", "self"), new XAttribute("template", $"{host}/opensearch.xml")));
        return Content($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{description}\n", "application/opensearchdescription+xml; charset=utf-8");
    }
}
