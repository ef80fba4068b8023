using Search.Articles.Querying;
using Search.Articles.Searching;

namespace Search.Soak.Language;

/// <summary>Random queries over random articles: what the index lists and marks against what the plain meaning says, both ways.</summary>
public static class LanguageRun
{
    private const int ArticlesPerIndex = 14;
    private const int QueriesPerIndex = 200;

    /// <param name="cases">At least so many pairs of a query and a paragraph.</param>
    /// <param name="seed">Seed of everything random.</param>
    /// <exception cref="SoakFailureException">A paragraph or a mark is missing or too much.</exception>
    public static LanguageReport Run(long cases, int seed)
    {
        var report = new LanguageReport(0, 0, 0, 0);
        for (var round = 0; report.Cases < cases; round++)
        {
            var random = new Random(unchecked((seed * 1_000_003) + round));
            using var index = new LanguageIndex(random, ArticlesPerIndex);
            var queries = new ModelQueries(random);
            var writer = new ModelQueryText(random);
            for (var i = 0; i < QueriesPerIndex && report.Cases < cases; i++)
            {
                ModelQuery query = queries.Next();
                report = Compare(report, index, query, writer.Write(query));
            }
        }
        return report;
    }

    private static LanguageReport Compare(LanguageReport report, LanguageIndex index, ModelQuery query, string text)
    {
        ParsedQuery parsed = Parse(text);
        Dictionary<(int Article, int Paragraph), HashSet<(int Start, int End)>> found = index.Run(parsed);
        for (var article = 0; article < index.Articles.Count; article++)
        {
            var plain = new PlainMatcher(index.Articles[article]);
            for (var paragraph = 0; paragraph < index.Articles[article].Paragraphs.Count; paragraph++)
            {
                ModelParagraph model = index.Articles[article].Paragraphs[paragraph];
                HashSet<(int Start, int End)>? expected = plain.HitAt(query, paragraph) is { } marks
                    ? [.. marks.Select(mark => (model.Tokens[mark.From].Start, model.Tokens[mark.To].End))]
                    : null;
                HashSet<(int Start, int End)>? actual = found.GetValueOrDefault((article, paragraph));
                if (expected is null != actual is null || (expected is not null && !expected.SetEquals(actual!)))
                    throw new SoakFailureException($"{text}\nunderstood as {parsed.Info.Understood}\nmodel {query}\nengine {parsed.Match}\narticle {Show(index.Articles[article])}\nparagraph {paragraph}: {model.Text}\nexpected {Show(expected, model)}\nfound {Show(actual, model)}");
                report = report with { Cases = report.Cases + 1, Hits = report.Hits + (actual is null ? 0 : 1), Marks = report.Marks + (actual?.Count ?? 0) };
            }
        }
        return report with { Queries = report.Queries + 1 };
    }

    // Both modes read a sound query alike, and what was understood can be typed again.
    private static ParsedQuery Parse(string text)
    {
        try
        {
            ParsedQuery strict = ArticleQueryParser.Parse(text, QueryMode.Strict);
            ParsedQuery lenient = ArticleQueryParser.Parse(text, QueryMode.Lenient);
            ParsedQuery again = ArticleQueryParser.Parse(strict.Info.Understood, QueryMode.Strict);
            if (!strict.Match.Equals(lenient.Match))
                throw new SoakFailureException($"{text}: strict mode reads {strict.Match}, lenient mode {lenient.Match}");
            if (!strict.Match.Equals(again.Match) || again.Info.Understood != strict.Info.Understood)
                throw new SoakFailureException($"{text}: understood as {strict.Info.Understood}, which is understood as {again.Info.Understood}\n{strict.Match}\n{again.Match}");
            return strict;
        }
        catch (QueryException refusal)
        {
            throw new SoakFailureException($"{text}: {refusal.Message} ({refusal.Start}, {refusal.Length}; repaired {refusal.Repaired})");
        }
    }

    private static string Show(ModelArticle article) =>
        $"{article.Headline?.Text} | {article.Outlet} | {article.Published:yyyy-MM-dd} | {string.Join(" / ", article.Paragraphs.Select(paragraph => paragraph.Text))}";

    private static string Show(HashSet<(int Start, int End)>? marks, ModelParagraph text) =>
        marks is null ? "no hit" : $"[{string.Join("] [", marks.Order().Select(mark => $"{mark.Start} {text.Text[mark.Start..mark.End]}"))}]";
}
