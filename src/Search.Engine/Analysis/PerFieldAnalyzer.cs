using System.Collections.Frozen;

namespace Search.Engine.Analysis;

/// <summary>Gives each field its analyzer.</summary>
/// <remarks>Shareable between threads.</remarks>
public sealed class PerFieldAnalyzer : Analyzer
{
    private readonly Analyzer _default;
    private readonly FrozenDictionary<string, Analyzer> _byField;

    /// <summary>An analyzer that is <paramref name="defaultAnalyzer"/> for every field that <paramref name="byField"/> does not name.</summary>
    public PerFieldAnalyzer(Analyzer defaultAnalyzer, IReadOnlyDictionary<string, Analyzer> byField)
    {
        ArgumentNullException.ThrowIfNull(defaultAnalyzer);
        ArgumentNullException.ThrowIfNull(byField);
        _default = defaultAnalyzer;
        _byField = byField.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public override string Normalize(string field, string text) => AnalyzerOf(field).Normalize(field, text);

    /// <inheritdoc/>
    public override int PositionIncrementGap(string field) => AnalyzerOf(field).PositionIncrementGap(field);

    /// <inheritdoc/>
    public override int OffsetGap(string field) => AnalyzerOf(field).OffsetGap(field);

    /// <inheritdoc/>
    protected internal override Analyzer AnalyzerOf(string field) =>
        (_byField.TryGetValue(field, out Analyzer? analyzer) ? analyzer : _default).AnalyzerOf(field);

    /// <summary>Never asked for: the analyzers of the fields build the chains.</summary>
    protected override AnalysisChain CreateChain() => throw new NotSupportedException("A per-field analyzer has no chain of its own.");
}
