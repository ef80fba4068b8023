namespace Search.Articles.Names;

/// <summary>Lets the members of a list explain each other: in "Velmora, Russia and China" all are of one kind.</summary>
internal static class Coordination
{
    private const int Strong = 4, Weak = 2, Share = 3;

    /// <summary>Adds evidence to the weak members of each list among the mentions, which are in order.</summary>
    public static void Spread(string text, List<RawMention> mentions)
    {
        for (var first = 0; first < mentions.Count;)
        {
            int end = first + 1;
            var conjunction = false;
            while (end < mentions.Count && Joins(text.AsSpan(mentions[end - 1].End, Math.Max(0, mentions[end].Start - mentions[end - 1].End)), ref conjunction)) end++;
            // A comma alone also stands before an apposition or a larger place: it needs a third member or an "and".
            if (end - first >= 2 && (conjunction || end - first >= 3)) SpreadWithin(mentions, first, end);
            first = end;
        }
    }

    private static bool Joins(ReadOnlySpan<char> between, ref bool conjunction)
    {
        if (between is ", ") return true;
        if (between is not (" and " or " or " or ", and " or ", or " or " & " or " / " or "/")) return false;
        conjunction = true;
        return true;
    }

    private static void SpreadWithin(List<RawMention> mentions, int first, int end)
    {
        var strong = default(KindScores);
        for (int i = first; i < end; i++)
        {
            if (mentions[i].Scores.Highest >= Strong) strong += OneOf(mentions[i].Scores.Best, 1);
        }
        if (strong == default) return;
        KindScores share = OneOf(strong.Best, Share);
        for (int i = first; i < end; i++)
        {
            if (mentions[i].Scores.Highest <= Weak && !mentions[i].IsDemonym)
                mentions[i] = mentions[i] with { Scores = mentions[i].Scores + share };
        }
    }

    private static KindScores OneOf(MentionKind kind, int value) => kind switch
    {
        MentionKind.Person => new KindScores(value, 0, 0, 0),
        MentionKind.Organization => new KindScores(0, value, 0, 0),
        MentionKind.Place => new KindScores(0, 0, value, 0),
        _ => new KindScores(0, 0, 0, value),
    };
}
