namespace Search.Engine.Search.Queries;

/// <summary>One clause of a <see cref="BooleanQuery"/>.</summary>
public sealed record BooleanClause
{
    /// <summary>A query and its part.</summary>
    public BooleanClause(Query query, Occur occur)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (!Enum.IsDefined(occur))
            throw new ArgumentOutOfRangeException(nameof(occur));
        Query = query;
        Occur = occur;
    }

    /// <summary>What is to match.</summary>
    public Query Query { get; }

    /// <summary>Its part.</summary>
    public Occur Occur { get; }

    /// <summary>Whether it adds to the score.</summary>
    public bool IsScoring => Occur is Occur.Must or Occur.Should;

    /// <summary>Whether a document without it does not match.</summary>
    public bool IsRequired => Occur is Occur.Must or Occur.Filter;

    /// <inheritdoc/>
    public override string ToString() => ToString("");

    internal string ToString(string defaultField) => Prefix + QueryText.Nested(Query, defaultField);

    private string Prefix => Occur switch
    {
        Occur.Must => "+",
        Occur.Filter => "#",
        Occur.MustNot => "-",
        _ => "",
    };
}
