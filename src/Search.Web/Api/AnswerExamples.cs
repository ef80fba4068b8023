using System.Text.Json.Nodes;

namespace Search.Web.Api;

/// <summary>What answers look like, for the API's description; tests hold them against live answers.</summary>
internal static class AnswerExamples
{
    private const string Paragraph = """
        "key": "a84qzmd7b9dch", "ordinal": 7, "link": "/a/003_e073aafbd3afd336/a84qzmd7b9dch?q=%22five%20explosive%20drones%22", "score": 4.31,
        "names": ["Kim Jong Un"], "places": ["Primorye", "China", "North Korea"],
        "snippets": [{
          "text": "Kim was presented with five explosive drones, a reconnaissance drone, and a bulletproof vest.",
          "ranges": [{ "start": 23, "length": 21, "clause": 0 }],
          "html": "Kim was presented with <mark>five explosive drones</mark>, a reconnaissance drone, and a bulletproof vest."
        }], "before": [], "after": [], "explanation": null
        """;

    private const string Query = """
        "query": { "text": "\"five explosive drones\"", "understood": "\"five explosive drones\"", "clauses": ["\"five explosive drones\""],
          "notes": [{ "kind": "repair", "text": "A quotation mark was missing; it was added at the end." }] }
        """;

    private const string Article = """
        "id": "003_e073aafbd3afd336", "headline": "What did Kim Jong Un do in Russia for 6 days?", "outlet": "dailyO",
        "published": "2023-09-18T12:30:00+00:00", "url": null, "link": "/a/003_e073aafbd3afd336"
        """;

    private const string ArticleInfo = "{" + Article + """
        , "title": "What did Kim Jong Un do in Russia for 6 days?", "authors": [], "path": "003_e073aafbd3afd336.txt", "paragraphCount": 24 }
        """;

    private const string Total = """
        "total": { "sentences": 3, "paragraphs": 3, "articles": 3, "isExact": true }, "tookMs": 1.2, "generation": 1
        """;

    private const string Facets = """
        "facets": [
          { "field": "outlet", "values": [{ "value": "dailyO", "count": 1, "isSelected": true, "isExcluded": false }] }, { "field": "author", "values": [] },
          { "field": "name", "values": [{ "value": "Kim Jong Un", "count": 3, "isSelected": false, "isExcluded": false }] },
          { "field": "place", "values": [{ "value": "Primorye", "count": 2, "isSelected": false, "isExcluded": false }] },
          { "field": "month", "values": [{ "value": "2023-09", "count": 1, "isSelected": false, "isExcluded": false }] }],
        "histogram": [{ "label": "2023-09-18", "from": "2023-09-18T00:00:00+00:00", "until": "2023-09-19T00:00:00+00:00", "count": 1 }]
        """;

    private const string ParagraphText = """
        { "key": "a84qzmd7b9dch", "ordinal": 7, "kind": "body", "link": "/a/003_e073aafbd3afd336/a84qzmd7b9dch",
          "text": "Kim was presented with five explosive drones.", "ranges": [{ "start": 23, "length": 21, "clause": 0 }],
          "html": "Kim was presented with <mark>five explosive drones</mark>.", "names": ["Kim Jong Un"], "places": [],
          "selector": { "type": "TextQuoteSelector", "exact": "Kim was presented with five explosive drones.", "prefix": "in Vladivostok on Sunday.", "suffix": "He also met students." } }
        """;

    private const string Neighbour = """
        { "key": "1v8n8m2k4s0tq", "ordinal": 8, "kind": "body", "link": "/a/003_e073aafbd3afd336/1v8n8m2k4s0tq", "text": "He also met students.",
          "ranges": [], "html": "He also met students.", "names": [], "places": [],
          "selector": { "type": "TextQuoteSelector", "exact": "He also met students.", "prefix": "with five explosive drones.", "suffix": "" } }
        """;

    private const string Problem = """
        "type": "https://tools.ietf.org/html/rfc9110#section-15.5.1", "status": 400
        """;

    /// <summary>The example of an operation's answer; null when it has none.</summary>
    /// <param name="operationId">The operation.</param>
    /// <param name="status">HTTP status of the answer.</param>
    public static JsonNode? Find(string operationId, string status) => (operationId, status) switch
    {
        ("Search", "200") => JsonNode.Parse("{" + Query + "," + Total + ", \"articles\": [{" + Article + ", \"score\": 4.31, \"paragraphs\": [{" + Paragraph
            + "}], \"moreParagraphs\": 0 }], " + Facets + ", \"next\": null }"),
        ("Snippets", "200") => JsonNode.Parse("{" + Query + "," + Total + ", \"paragraphs\": [{ \"article\": " + ArticleInfo + "," + Paragraph + "}], \"next\": null }"),
        ("ListArticles", "200") => JsonNode.Parse("{ \"articles\": [" + ArticleInfo + "], \"total\": 5, \"next\": null }"),
        ("GetArticle", "200") => JsonNode.Parse("{ \"article\": " + ArticleInfo + ", \"paragraphs\": [" + ParagraphText + "], " + Query + "}"),
        ("GetParagraph", "200") => JsonNode.Parse("{ \"article\": " + ArticleInfo + ", \"paragraph\": " + ParagraphText
            + ", \"before\": [], \"after\": [" + Neighbour + "], \"exact\": true, " + Query + "}"),
        ("Ready", "200") => JsonNode.Parse("{ \"status\": \"ready\", \"articles\": 5, \"paragraphs\": 65, \"generation\": 1, \"writerElsewhere\": false }"),
        ("Ready", "503") => JsonNode.Parse("{ \"status\": \"no index yet\", \"articles\": 0, \"paragraphs\": 0, \"generation\": 0, \"writerElsewhere\": false }"),
        ("Live", "200") => JsonValue.Create("live"),
        ("Search" or "Snippets", "400") => JsonNode.Parse("{" + Problem + ", \"title\": \"The query cannot be answered.\", "
            + "\"detail\": \"Unexpected ): an operator, another clause or the end was expected.\", \"span\": { \"start\": 3, \"length\": 1 }, "
            + "\"reason\": \"Unexpected ): an operator, another clause or the end was expected.\" }"),
        ("Search" or "Snippets", "503") => JsonNode.Parse("{ \"type\": \"https://tools.ietf.org/html/rfc9110#section-15.6.4\", \"status\": 503, "
            + "\"title\": \"There is nothing to search.\", \"detail\": \"There is no index yet: index some articles first.\" }"),
        ("ListArticles" or "GetArticle" or "GetParagraph", "400") => JsonNode.Parse("{" + Problem + ", \"title\": \"A parameter has a value that it cannot have.\", "
            + "\"detail\": \"limit is 1 to 100, not 0\", \"parameter\": \"limit\", \"reason\": \"limit is 1 to 100, not 0\" }"),
        _ => null,
    };
}
