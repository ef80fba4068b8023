namespace Search.Web.Api;

/// <summary>Addresses of pages, relative to the host.</summary>
internal static class Links
{
    public static string Article(string id, string? query = null) => $"/a/{Uri.EscapeDataString(id)}{Suffix(query)}";

    public static string Paragraph(string articleId, string key, string? query = null) =>
        $"/a/{Uri.EscapeDataString(articleId)}/{Uri.EscapeDataString(key)}{Suffix(query)}";

    private static string Suffix(string? query) =>
        string.IsNullOrEmpty(query) ? "" : $"?q={Uri.EscapeDataString(query)}";
}
