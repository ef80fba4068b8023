using Search.Engine.Index;

namespace Search.Engine.Search.Matching;

/// <summary>What an <see cref="Queries.OccurrenceQuery"/> asks of the places of its words: the point at which callers bring a rule of their own.</summary>
/// <remarks>
/// Immutable and shareable. A rule may look at positions, at offsets, and at whatever the segment has of the document (columns,
/// stored text). It must not match a document that lacks what the query says is required.
/// </remarks>
public abstract class OccurrenceRule : IEquatable<OccurrenceRule>
{
    /// <summary>A rule; rules of one class with the same key mean the same.</summary>
    /// <param name="key">The rule in print.</param>
    protected OccurrenceRule(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        Key = key;
    }

    /// <summary>The rule in print; what tells it from others of its class.</summary>
    public string Key { get; }

    /// <summary>Whether telling a match takes offsets; marks get them in any case.</summary>
    public virtual bool NeedsOffsets => false;

    /// <summary>
    /// Whether more places of a word can mean fewer matches. Then a pattern with more terms than it may have ends the search with a
    /// partial result: without them there would be hits that are none.
    /// </summary>
    public virtual bool HasNegation => false;

    /// <summary>Opens the rule for one segment and one thread.</summary>
    public abstract OccurrenceJudge Open(LeafReader segment);

    /// <inheritdoc/>
    public bool Equals(OccurrenceRule? other) => other is not null && other.GetType() == GetType() && other.Key == Key;

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as OccurrenceRule);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => HashCode.Combine(GetType(), Key);

    /// <inheritdoc/>
    public sealed override string ToString() => Key;
}
