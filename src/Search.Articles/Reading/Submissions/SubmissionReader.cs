using Search.Articles.Reading.Html;
using Search.Articles.Searching;

namespace Search.Articles.Reading.Submissions;

/// <summary>Makes records of articles that were handed over, as other readers make them of files.</summary>
internal static class SubmissionReader
{
    private const string PathPrefix = "api:";

    /// <summary>The record of a submission.</summary>
    public static SourceRecord Open(ArticleSubmission submission) => Open(submission, SubmissionJson.Encode(submission));

    /// <summary>The record of a submission that an index keeps; null when its bytes are something else.</summary>
    public static SourceRecord? TryOpen(byte[] kept) =>
        SubmissionJson.TryDecode(kept) is { } submission && SubmissionRules.Fault(submission) is null ? Open(submission, kept) : null;

    private static SourceRecord Open(ArticleSubmission submission, byte[] kept) =>
        new(submission.Id, PathPrefix + submission.Id, SourceContent.Hash(kept), kept.Length, () => Read(submission)) { Submission = kept };

    private static RawArticle Read(ArticleSubmission submission)
    {
        string path = PathPrefix + submission.Id;
        var known = new KnownHeader
        {
            Headline = submission.Headline,
            Outlet = submission.Outlet,
            Authors = submission.Authors,
            Published = submission.Published,
            PublishedHasZone = submission.Published is not null,
            Url = submission.Url,
            Language = submission.Language,
        };
        var repairs = new List<string>();
        if (submission.Html is not { } html)
        {
            string text = TextRepair.Clean(submission.Text, repairs);
            return new RawArticle { Id = submission.Id, Path = path, Source = text, Known = known, IsBodyOnly = known.Headline is not null, Repairs = repairs };
        }

        var decoded = new DecodedText(TextRepair.Clean(html, repairs), "utf-16", repairs);
        if (!HtmlSigns.IsPage(decoded.Text)) return PageReader.ReadFragment(submission.Id, path, decoded, known);
        RawArticle page = PageReader.Read(submission.Id, path, decoded);
        return page with { Known = known.Over(page.Known) }; // what somebody says goes before what the page says
    }
}
