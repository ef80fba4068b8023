namespace Search.Soak.Language;

/// <summary>What a query is to one paragraph.</summary>
/// <param name="IsTrue">Whether it holds.</param>
/// <param name="Marks">What of the paragraph takes part in it, by position from and to; empty when it does not hold.</param>
internal readonly record struct PlainTruth(bool IsTrue, IReadOnlyList<(int From, int To)> Marks)
{
    public static PlainTruth False { get; } = new(false, []);

    public static PlainTruth When(bool isTrue) => isTrue ? new PlainTruth(true, []) : False;

    public static PlainTruth Of(IReadOnlyList<PlainPlace> places) => places.Count == 0 ? False : new PlainTruth(true, [.. places.SelectMany(place => place.Marks)]);
}
