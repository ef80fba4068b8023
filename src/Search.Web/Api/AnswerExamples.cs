using System.Text.Json.Nodes;

namespace Search.Web.Api;

/// <summary>What answers look like, for the API's description; tests hold them against live answers.</summary>
internal static class AnswerExamples
{
    private const string Paragraph = """
        "key": "7c1m0s8h2k4qa", "ordinal": 9, "link": "/a/003_e073aafbd3afd336/7c1m0s8h2k4qa?q=%22five%20explosive%20drones%22", "score": 4.31,
        "names": ["Kim Jong Un"], "places": ["Primorye", "China", "North Korea"],
        "snippets": [{
          "text": "Kim was presented with five explosive drones, a reconnaissance drone, and a bulletproof vest.",
          "ranges": [{ "start": 23, "length": 21, "clause": 0 }],
          "html": "Kim was presented with <mark>five explosive drones</mark>, a reconnaissance drone, and a bulletproof vest."
        }], "explanation": null
        """;

    private const string Query = """
        "query": { "text": "\"five explosive drones\"", "understood": "\"five explosive drones\"", "clauses": ["\"five explosive drones\""], "warnings": [] }
        """;

    private const string Article = """
        "id": "003_e073aafbd3afd336", "headline": "What did Kim Jong Un do in Russia for 6 days?", "outlet": "dailyO",
        "published": "2023-09-18T12:30:00+00:00", "url": null, "link": "/a/003_e073aafbd3afd336"
        """;

    private const string ArticleInfo = "{" + Article + """
        , "title": "What did Kim Jong Un do in Russia for 6 days?", "authors": [], "path": "003_e073aafbd3afd336.txt", "paragraphCount": 24 }
        """;

    private const string Total = """
        "total": { "paragraphs": 3, "articles": 3, "relation": "eq" }, "tookMs": 1.2, "generation": 1
        """;

    private const string ParagraphText = """
        { "key": "7c1m0s8h2k4qa", "ordinal": 9, "kind": "body", "link": "/a/003_e073aafbd3afd336/7c1m0s8h2k4qa",
          "text": "Kim was presented with five explosive drones.", "ranges": [{ "start": 23, "length": 21, "clause": 0 }],
          "html": "Kim was presented with <mark>five explosive drones</mark>.", "names": ["Kim Jong Un"], "places": [] }
        """;

    /// <summary>The example of an operation's answer; null when it has none.</summary>
    public static JsonNode? Find(string operationId) => operationId switch
    {
        "Search" => JsonNode.Parse("{" + Query + "," + Total + ", \"articles\": [{" + Article + ", \"score\": 4.31, \"paragraphs\": [{" + Paragraph
            + "}], \"moreParagraphs\": 0 }], \"facets\": { \"outlet\": [{ \"value\": \"dailyO\", \"count\": 1 }], \"name\": [{ \"value\": \"Kim Jong Un\", \"count\": 3 }], "
            + "\"place\": [{ \"value\": \"Primorye\", \"count\": 2 }], \"published\": [{ \"value\": \"2023-09\", \"count\": 1 }] }, \"next\": null }"),
        "Snippets" => JsonNode.Parse("{" + Query + "," + Total + ", \"paragraphs\": [{ \"article\": " + ArticleInfo + "," + Paragraph + "}], \"next\": null }"),
        "ListArticles" => JsonNode.Parse("{ \"articles\": [" + ArticleInfo + "], \"total\": 5, \"next\": null }"),
        "GetArticle" => JsonNode.Parse("{ \"article\": " + ArticleInfo + ", \"paragraphs\": [" + ParagraphText + "], " + Query + "}"),
        "GetParagraph" => JsonNode.Parse("{ \"article\": " + ArticleInfo + ", \"paragraph\": " + ParagraphText
            + ", \"before\": [], \"after\": [], \"exact\": true, " + Query + "}"),
        _ => null,
    };
}
