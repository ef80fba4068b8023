namespace Search.Articles.Searching;

/// <summary>One form of the query language.</summary>
/// <param name="Example">A query that can be typed as it stands.</param>
/// <param name="Meaning">What it finds, in a sentence.</param>
/// <param name="Group">The heading that it stands under.</param>
public sealed record QueryForm(string Example, string Meaning, string Group);
