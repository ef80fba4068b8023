using System.Globalization;
using Search.Articles.Reading;
using Search.Articles.Results;
using Search.Articles.Schema;

namespace Search.Articles.Indexing;

/// <summary>What every commit of an article index says of itself (its user data).</summary>
internal static class CommitData
{
    /// <summary>Version of analysis and schema.</summary>
    public const string Version = "search.version";

    /// <summary>Name of the file with what is known of the collection (<see cref="CollectionKnowledge"/>).</summary>
    public const string Knowledge = "search.collection";

    private const string Committed = "search.committed";
    private const string Fields = "search.fields";
    private const string KeptFurniture = "search.furniture";

    /// <summary>The user data of a commit that is made now.</summary>
    public static Dictionary<string, string> Create(string knowledge, ReadingSettings settings)
    {
        var data = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Version] = ArticleAnalysis.Version,
            [Knowledge] = knowledge,
            [Committed] = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture),
        };
        if (settings.Fields.ToString() is { Length: > 0 } fields)
            data[Fields] = fields;
        if (settings.KeptFurniture is { Length: > 0 } kept)
            data[KeptFurniture] = kept;
        return data;
    }

    /// <summary>How the sources of a commit were read.</summary>
    public static ReadingSettings SettingsOf(IReadOnlyDictionary<string, string> data)
    {
        try
        {
            return ReadingSettings.Parse(data.GetValueOrDefault(Fields), data.GetValueOrDefault(KeptFurniture));
        }
        catch (FormatException)
        {
            return ReadingSettings.Default; // of a version that knew other rules
        }
    }

    /// <summary>When a commit was made; null when it does not say.</summary>
    public static DateTimeOffset? CommittedAt(IndexSnapshot snapshot) =>
        snapshot.Reader.UserData.TryGetValue(Committed, out string? text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTimeOffset at) ? at : null;
}
