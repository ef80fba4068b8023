namespace Search.Engine.Search.Values;

/// <summary>How a <see cref="ValueSource.Decay"/> falls with the distance <c>d = max(0, |x - origin| - offset)</c>.</summary>
/// <remarks>The formulas are those that Elasticsearch documents for its decay functions.</remarks>
public enum DecayShape
{
    /// <summary><c>exp(d * ln(decay) / scale)</c>: steep at once, long tail.</summary>
    Exponential,

    /// <summary><c>exp(-d² / (2σ²))</c> with <c>σ² = -scale² / (2 ln(decay))</c>: flat near the origin, then steep.</summary>
    Gaussian,

    /// <summary><c>max(0, (s - d) / s)</c> with <c>s = scale / (1 - decay)</c>: straight, 0 beyond s.</summary>
    Linear,
}
