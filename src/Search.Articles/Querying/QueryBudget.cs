using System.Globalization;
using Search.Articles.Searching;
using Search.Engine.Search;

namespace Search.Articles.Querying;

/// <summary>What one search may cost besides what its text may: words that its patterns stand for.</summary>
internal static class QueryBudget
{
    private const int MaxExpansions = 500_000;

    public static SearchLimits Limits { get; } = new() { MaxExpansions = MaxExpansions };

    /// <summary>What to tell about a result that is only a part; null when it is whole.</summary>
    public static QueryNote? NoteOf(PartialReason reason) => reason switch
    {
        PartialReason.None => null,
        PartialReason.Time => new QueryNote("limit", "The search took too long: these are the results so far."),
        _ => new QueryNote("limit", string.Create(
            CultureInfo.InvariantCulture,
            $"A pattern stands for too many words (beside near, in phrases and sentences {Binding.PlaceCompiler.MaxExpansions:N0}, in all {MaxExpansions:N0}): some results are missing. More letters before the star help.")),
    };
}
