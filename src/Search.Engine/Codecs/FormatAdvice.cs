namespace Search.Engine.Codecs;

/// <summary>What to do about a format that is not read; the end of the messages of <see cref="Store.IndexFormatException"/>.</summary>
internal static class FormatAdvice
{
    /// <summary>For formats of before Lucene 8.7.</summary>
    public const string TooOld = "let Lucene 8.7 or 8.8 write the index anew: its IndexUpgrader, or a forceMerge there";

    /// <summary>For formats of after Lucene 8.8.</summary>
    public const string TooNew = "it comes from a Lucene after 8.8, whose indexes are not read: index the documents again";

    /// <summary>For codecs and formats that an application chose.</summary>
    public const string Chosen = "only the default codec of Lucene 8.7 and 8.8 is read: index the documents again with it";

    /// <summary>For a codec that is not <see cref="Lucene87Codec"/>.</summary>
    public static string OfCodec(string codec) => codec switch
    {
        "Lucene70" or "Lucene80" or "Lucene84" or "Lucene86" => TooOld,
        _ when codec.StartsWith("Lucene9", StringComparison.Ordinal) => TooNew,
        _ => Chosen,
    };
}
