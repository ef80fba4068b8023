using Search.Articles.Searching;

namespace Search.Articles.Reading.Submissions;

/// <summary>What a submission must be like to be taken.</summary>
internal static class SubmissionRules
{
    private const int MaxAuthors = 100;

    /// <summary>Why it cannot be taken; null when it can.</summary>
    public static string? Fault(ArticleSubmission submission)
    {
        if (!IsId(submission.Id)) return $"An id has 1 to {ArticleSubmission.MaxIdLength} letters, digits, \".\", \"_\", \"-\" and \"~\", and does not begin with \".\".";
        string? text = submission.Html ?? submission.Text;
        if (string.IsNullOrWhiteSpace(text)) return "There is no text.";
        if (text.Length > ArticleSubmission.MaxTextLength) return $"The text is longer than {ArticleSubmission.MaxTextLength} characters.";
        if (submission.Headline is { Length: > HeaderLimits.MaxHeadline }) return $"The headline is longer than {HeaderLimits.MaxHeadline} characters.";
        if (submission.Outlet is { Length: > HeaderLimits.MaxName }) return $"The outlet is longer than {HeaderLimits.MaxName} characters.";
        if (submission.Authors is null || submission.Authors.Count > MaxAuthors) return $"There must be a list of at most {MaxAuthors} authors.";
        if (submission.Authors.Any(author => string.IsNullOrWhiteSpace(author) || author.Length > HeaderLimits.MaxName)) return $"An author is empty or longer than {HeaderLimits.MaxName} characters.";
        if (submission.Url is { } url && HeaderLimits.Url(url) is null) return "The address is not an absolute http or https address.";
        return submission.Language is { } language && HeaderLimits.Language(language) is null ? "The language is not a language tag." : null;
    }

    private static bool IsId(string? id) =>
        id is { Length: >= 1 and <= ArticleSubmission.MaxIdLength } && id[0] != '.' && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '~');
}
