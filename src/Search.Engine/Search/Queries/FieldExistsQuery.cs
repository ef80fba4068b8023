using Search.Engine.Search.Weights;

namespace Search.Engine.Search.Queries;

/// <summary>Documents that have a field: a norm or, for fields without norms, a value in its column. Constant score.</summary>
public sealed class FieldExistsQuery : Query
{
    /// <summary>Documents with <paramref name="field"/>.</summary>
    public FieldExistsQuery(string field)
    {
        ArgumentNullException.ThrowIfNull(field);
        Field = field;
    }

    /// <summary>The field that is looked for.</summary>
    public string Field { get; }

    /// <inheritdoc/>
    public override string ToString(string defaultField) => $"FieldExistsQuery [field={Field}]";

    internal override Weight CreateWeight(IndexSearcher searcher, bool needsScores, float boost) =>
        new FieldExistsWeight(this, needsScores, boost);

    private protected override bool EqualsSameKind(Query other) => Field == ((FieldExistsQuery)other).Field;

    private protected override int HashOfContent() => Field.GetHashCode(StringComparison.Ordinal);
}
