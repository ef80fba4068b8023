namespace Search.Articles.Names;

/// <summary>Evidence for what a name names; adds up over its mentions.</summary>
internal readonly record struct KindScores(int Person, int Organization, int Place, int Other)
{
    public static KindScores operator +(KindScores a, KindScores b) =>
        new(a.Person + b.Person, a.Organization + b.Organization, a.Place + b.Place, a.Other + b.Other);

    /// <summary>The kind with the most evidence; ties go to the earlier of person, place, organisation, other.</summary>
    public MentionKind Best
    {
        get
        {
            int best = Math.Max(Math.Max(Person, Organization), Math.Max(Place, Other));
            return best == Person ? MentionKind.Person
                : best == Place ? MentionKind.Place
                : best == Organization ? MentionKind.Organization
                : MentionKind.Other;
        }
    }

    public int Highest => Math.Max(Math.Max(Person, Organization), Math.Max(Place, Other));
}
