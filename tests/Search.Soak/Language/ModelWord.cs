namespace Search.Soak.Language;

/// <summary>A word of the model's vocabulary.</summary>
/// <param name="Text">In lower case.</param>
/// <param name="Stem">Words with the same stem are forms of one word; written down here, not computed.</param>
public sealed record ModelWord(string Text, string Stem)
{
    /// <summary>So few that matches are frequent; with forms, beginnings and letters in common.</summary>
    public static IReadOnlyList<ModelWord> All { get; } =
    [
        new("visit", "visit"), new("visits", "visit"), new("visited", "visit"), new("visitor", "visitor"),
        new("drone", "drone"), new("drones", "drone"), new("paris", "pari"), new("apple", "appl"), new("apples", "appl"),
        new("kim", "kim"), new("the", "the"), new("state", "state"), new("café", "cafe"),
    ];
}
