namespace Search.Articles.Names;

/// <summary>Reviews the mentions of an article in the light of all of them: drops what is no name, joins short forms to full ones.</summary>
internal static class ArticleReview
{
    /// <summary>Replaces the mentions of the texts by the reviewed ones.</summary>
    public static void Apply(List<TaggedText> texts, HashSet<string> lowerWords)
    {
        Dictionary<string, int> firm = CountFirm(texts);
        foreach (TaggedText text in texts)
        {
            for (var i = 0; i < text.Mentions.Count; i++)
                text.Mentions[i] = Trimmed(text.Mentions[i], firm);
        }
        ShortForms shortForms = ShortForms.Collect(texts);
        foreach (TaggedText text in texts)
        {
            var kept = 0;
            for (var i = 0; i < text.Mentions.Count; i++)
            {
                RawMention linked = shortForms.Link(text.Mentions[i]);
                if (IsName(linked, firm, lowerWords)) text.Mentions[kept++] = linked with { Doubtful = linked.Doubtful && !IsFirm(linked, firm) };
            }
            text.Mentions.RemoveRange(kept, text.Mentions.Count - kept);
        }
    }

    // A mention is firm where its capital cannot come from the place in the sentence.
    private static Dictionary<string, int> CountFirm(List<TaggedText> texts)
    {
        var firm = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (TaggedText text in texts)
        {
            foreach (RawMention mention in text.Mentions)
            {
                if (!mention.Doubtful && !mention.FromHeading && mention.Rest is null)
                    firm[mention.Key] = firm.GetValueOrDefault(mention.Key) + 1;
            }
        }
        return firm;
    }

    private static RawMention Trimmed(RawMention mention, Dictionary<string, int> firm) =>
        mention.Rest is { } rest && !firm.ContainsKey(mention.Key) && firm.ContainsKey(rest.Key) ? rest : mention;

    private static bool IsName(RawMention mention, Dictionary<string, int> firm, HashSet<string> lowerWords)
    {
        if (mention.FullKey is not null || mention.IsDemonym || !mention.IsSingleWord) return true;
        if (mention.FromHeading) return true;
        bool writtenSmall = lowerWords.Contains(mention.Key);
        if (!mention.IsCommonWord) return !mention.Doubtful || IsFirm(mention, firm) || !writtenSmall;
        // An ordinary word must earn it: strong evidence beside it, or repeated with a capital within sentences only.
        int count = firm.GetValueOrDefault(mention.Key);
        return count > 0 && !writtenSmall && (mention.Scores.Highest >= 4 || count > 1 && mention.Scores.Best != MentionKind.Place);
    }

    private static bool IsFirm(RawMention mention, Dictionary<string, int> firm) => firm.ContainsKey(mention.Key) || mention.FullKey is not null;
}
