using System.Globalization;
using Search.Articles.Results;

namespace Search.Articles.Indexing;

/// <summary>What every commit of an article index says of itself (its user data).</summary>
internal static class CommitData
{
    /// <summary>Version of analysis and schema.</summary>
    public const string Version = "search.version";

    /// <summary>Name of the file with what is known of the collection (<see cref="CollectionKnowledge"/>).</summary>
    public const string Knowledge = "search.collection";

    /// <summary>When it was made.</summary>
    public const string Committed = "search.committed";

    /// <summary>When a commit was made; null when it does not say.</summary>
    public static DateTimeOffset? CommittedAt(IndexSnapshot snapshot) =>
        snapshot.Reader.UserData.TryGetValue(Committed, out string? text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTimeOffset at) ? at : null;
}
