using System.Globalization;
using System.Text;

namespace Search.Engine.Search;

/// <summary>How a score comes about.</summary>
/// <remarks>Immutable. The value of a match equals its score bit for bit; the details need not add up to it exactly, since scores round on the way.</remarks>
public sealed class Explanation
{
    private Explanation(bool isMatch, float value, string description, IReadOnlyList<Explanation> details)
    {
        IsMatch = isMatch;
        Value = value;
        Description = description;
        Details = details;
    }

    /// <summary>Whether the document matches.</summary>
    public bool IsMatch { get; }

    /// <summary>The score, or a part of it; 0 without a match.</summary>
    public float Value { get; }

    /// <summary>What the value is.</summary>
    public string Description { get; }

    /// <summary>What it is made of.</summary>
    public IReadOnlyList<Explanation> Details { get; }

    /// <summary>Indented text, a line for each part.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, 0);
        return text.ToString();
    }

    internal static Explanation Match(float value, string description, IReadOnlyList<Explanation>? details = null) =>
        new(isMatch: true, value, description, details ?? []);

    internal static Explanation NoMatch(string description) => new(isMatch: false, 0f, description, []);

    private void Append(StringBuilder text, int depth)
    {
        text.Append(' ', depth * 2).Append(CultureInfo.InvariantCulture, $"{Value} = {(IsMatch ? "" : "no match: ")}{Description}").Append('\n');
        foreach (Explanation detail in Details)
            detail.Append(text, depth + 1);
    }
}
