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
        var repairs = new List<string>();
        if (submission.Html is { } html)
        {
            RawArticle page = PageReader.Read(submission.Id, path, new DecodedText(TextRepair.Clean(html, repairs), "utf-16", repairs));
            return page with { Known = Merge(submission, page.Known) };
        }

        KnownHeader known = Merge(submission, KnownHeader.None);
        return new RawArticle
        {
            Id = submission.Id,
            Path = path,
            Source = TextRepair.Clean(submission.Text, repairs),
            Known = known,
            IsBodyOnly = known.Headline is not null,
            Repairs = repairs,
        };
    }

    // What somebody says goes before what the page says.
    private static KnownHeader Merge(ArticleSubmission submission, KnownHeader page) => new()
    {
        Headline = submission.Headline ?? page.Headline,
        Outlet = submission.Outlet ?? page.Outlet,
        Authors = submission.Authors.Count > 0 ? submission.Authors : page.Authors,
        Published = submission.Published ?? page.Published,
        PublishedHasZone = submission.Published is not null || page.PublishedHasZone,
        Url = submission.Url ?? page.Url,
        Language = submission.Language ?? page.Language,
    };
}
