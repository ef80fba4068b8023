namespace Search.Articles.Querying.Places;

/// <summary>What a sentence has to have. The kinds are its nested records.</summary>
internal abstract record SentencePlan
{
    private SentencePlan()
    {
    }

    /// <summary>The plan in print: plans of the same words with the same key mean the same.</summary>
    public string Key => this switch
    {
        Has has => has.Places.Key,
        All all => $"<{string.Join(' ', all.Required.Select(part => part.Key))}{Keys(all.Optional, '+')}{Keys(all.Excluded, '-')}>",
        Any any => $"<{string.Join('|', any.Parts.Select(part => part.Key))}>",
        _ => throw new InvalidOperationException(),
    };

    /// <summary>Whether some parts must not be there.</summary>
    public bool HasNegation => this switch
    {
        All all => all.Excluded.Count > 0 || all.Required.Concat(all.Optional).Any(part => part.HasNegation),
        Any any => any.Parts.Any(part => part.HasNegation),
        _ => false,
    };

    private static string Keys(IReadOnlyList<SentencePlan> parts, char sign) => string.Concat(parts.Select(part => $" {sign}{part.Key}"));

    /// <summary>A place that begins and ends in the sentence.</summary>
    internal sealed record Has(PlacePlan Places) : SentencePlan;

    /// <summary>All that is required and nothing that is excluded.</summary>
    internal sealed record All(IReadOnlyList<SentencePlan> Required, IReadOnlyList<SentencePlan> Optional, IReadOnlyList<SentencePlan> Excluded) : SentencePlan;

    /// <summary>Any of several parts.</summary>
    internal sealed record Any(IReadOnlyList<SentencePlan> Parts) : SentencePlan;
}
