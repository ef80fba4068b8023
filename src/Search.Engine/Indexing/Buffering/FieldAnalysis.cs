using Search.Engine.Analysis;

namespace Search.Engine.Indexing.Buffering;

/// <summary>How the values of one field are analysed.</summary>
/// <param name="Chain">Shared by the fields of one buffer that have the same analyzer.</param>
/// <param name="PositionGap">Positions left free between two values.</param>
/// <param name="OffsetGap">Code units left free between the offsets of two values.</param>
internal sealed record FieldAnalysis(AnalysisChain Chain, int PositionGap, int OffsetGap);
