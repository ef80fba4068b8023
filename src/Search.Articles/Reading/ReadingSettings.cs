using System.Collections.Frozen;

namespace Search.Articles.Reading;

/// <summary>How sources are read, as somebody set it: which fields of data files mean what, and which furniture is to stay text.</summary>
/// <remarks>Immutable and shareable.</remarks>
public sealed class ReadingSettings
{
    private const char Separator = ';';

    private readonly FrozenSet<string> _kept;

    private ReadingSettings(FieldMap fields, IEnumerable<string> kept)
    {
        Fields = fields;
        _kept = kept.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Common names of fields, all furniture taken out.</summary>
    public static ReadingSettings Default { get; } = new(FieldMap.Common, []);

    /// <summary>Which fields of JSON and CSV mean what.</summary>
    public FieldMap Fields { get; }

    /// <summary>The rules that are off, as text that <see cref="Parse"/> reads; empty for none.</summary>
    public string KeptFurniture => string.Join(Separator, _kept.Order(StringComparer.Ordinal));

    /// <summary>Reads settings.</summary>
    /// <param name="map">As for <see cref="FieldMap.Parse"/>; null or empty for the common names.</param>
    /// <param name="keptFurniture">Reasons, as reports name them, separated by ";"; null or empty for none.</param>
    /// <exception cref="FormatException">The map is not well formed or a reason is unknown; the message says which.</exception>
    public static ReadingSettings Parse(string? map, string? keptFurniture)
    {
        if (string.IsNullOrEmpty(map) && string.IsNullOrEmpty(keptFurniture)) return Default;
        string[] reasons = (keptFurniture ?? "").Split(Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string? unknown = Array.Find(reasons, reason => !Cleaning.FurnitureReasons.All.Contains(reason, StringComparer.Ordinal));
        if (unknown is not null) throw new FormatException($"\"{unknown}\" is no kind of page furniture; there are: {string.Join(", ", Cleaning.FurnitureReasons.All)}");
        return new ReadingSettings(string.IsNullOrEmpty(map) ? FieldMap.Common : FieldMap.Parse(map), reasons);
    }

    /// <summary>Whether a rule is off: what it finds stays text.</summary>
    public bool Keeps(string? reason) => _kept.Count > 0 && reason is not null && _kept.Contains(reason);
}
