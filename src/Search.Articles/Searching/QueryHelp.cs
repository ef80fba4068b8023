namespace Search.Articles.Searching;

/// <summary>The query language in examples: what the help page shows and what error texts point to.</summary>
public static class QueryHelp
{
    private const string Words = "Words";
    private const string Phrases = "Phrases";
    private const string Combining = "Combining";
    private const string Nearness = "Words near each other";
    private const string Scopes = "Where all must stand";
    private const string Patterns = "Patterns";
    private const string Fields = "Fields";
    private const string Dates = "Dates";

    /// <summary>All forms, those of a group together, in the order in which a beginner wants them.</summary>
    public static IReadOnlyList<QueryForm> Forms { get; } =
    [
        new("drones vest", "Paragraphs with both words, in any order and any form: drone counts as drones.", Words),
        new("=Kim", "The word in this letter case: Kim, not kim.", Words),
        new("*", "Every paragraph. An empty query means the same; filters narrow it.", Words),
        new("\"railway station\"", "The words as written, one behind the other. A phrase may be of any length.", Phrases),
        new("=\"North Korea\"", "The phrase in this letter case.", Phrases),
        new("\"explosi* drones\"", "A pattern inside a phrase.", Phrases),
        new("\"the (visit OR trip)\"", "Alternatives inside a phrase.", Phrases),
        new("\"a * vest\"", "A star by itself inside a phrase stands for any one word.", Phrases),
        new("\"station railway\"~3", "The words of the phrase with up to 3 moves of a word; 2 moves swap neighbours.", Phrases),
        new("visit OR trip", "Either word, or both. OR is written in capitals.", Combining),
        new("visit AND trip", "Both words: the same as visit trip.", Combining),
        new("visit -trip", "The first word without the second; visit NOT trip means the same.", Combining),
        new("(drones OR vodka) gift", "Brackets group: one of the two words, and gift.", Combining),
        new("russia visit^3", "The second word counts three times as much for the order of the results.", Combining),
        new("putin near/5 kim", "Both words, in either order, the second at most 5 words behind the first.", Nearness),
        new("sergei pre/3 shoigu", "In this order: the second starts at most 3 words behind the end of the first.", Nearness),
        new("(visit OR trip) near/6 \"far east\"", "Groups and phrases may stand beside near and pre, and so may patterns.", Nearness),
        new("drones near/6 vest near/12 kim", "A chain: the third word near the place where the first two are.", Nearness),
        new("s:(putin kim)", "All in one sentence.", Scopes),
        new("p:(putin kim)", "All in one paragraph: what is meant where nothing is said.", Scopes),
        new("a:(putin submarine)", "All in one article, in whichever paragraphs; those that hold a part are listed.", Scopes),
        new("atleast3(missile)", "At least 3 matches in the article.", Scopes),
        new("visit*", "Words that begin so, as they are written. Within a word a star stands for any letters.", Patterns),
        new("dron?s", "A question mark inside a word stands for one letter.", Patterns),
        new("shoygu~1", "Words that differ by at most 1 letter; without a number by at most 2.", Patterns),
        new("/dro[mn]e.?/", "Words that fit a regular expression as a whole.", Patterns),
        new("headline:visit", "Articles with the word in the headline; their first paragraph is listed.", Fields),
        new("lead:visit", "The first paragraphs of an article only.", Fields),
        new("name:shoigu", "Paragraphs with a name that has this word; name:\"Sergei Shoigu\" asks for the whole name.", Fields),
        new("place:vladivostok", "Paragraphs with such a place.", Fields),
        new("outlet:dailyo", "Articles of an outlet.", Fields),
        new("author:dailybite", "Articles of an author.", Fields),
        new("headline:(visit OR trip)", "A field before brackets is meant for all that stands in them.", Fields),
        new("published:2023-09", "Published in that month; 2023 is the whole year, 2023-09-18 one day.", Dates),
        new("published:last-7d", "Published in the last 7 days; h, w, m and y are hours, weeks, months and years.", Dates),
        new("published:[2023-01 TO 2023-12]", "From the beginning of the first to the end of the second; a star leaves an end open.", Dates),
    ];
}
