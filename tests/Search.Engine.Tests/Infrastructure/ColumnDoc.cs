namespace Search.Engine.Tests.Infrastructure;

/// <summary>What a document of <see cref="ColumnCorpus"/> holds.</summary>
internal sealed record ColumnDoc
{
    /// <summary>Index-wide id.</summary>
    public required int Doc { get; init; }

    /// <summary>Words of the field <c>f</c>.</summary>
    public required string Text { get; init; }

    /// <summary>Numeric column <c>n</c>.</summary>
    public long? Number { get; init; }

    /// <summary>Sorted-numeric column <c>ns</c>, ascending.</summary>
    public long[] Numbers { get; init; } = [];

    /// <summary>Numeric column <c>x</c>, raw bits of floats.</summary>
    public float? Single { get; init; }

    /// <summary>Numeric column <c>d</c>, raw bits of doubles.</summary>
    public double? Double { get; init; }

    /// <summary>Sorted-numeric column <c>xs</c>, sortable integers of floats, ascending.</summary>
    public float[] Singles { get; init; } = [];

    /// <summary>Sorted-numeric column <c>ds</c>, sortable integers of doubles, ascending.</summary>
    public double[] Doubles { get; init; } = [];

    /// <summary>Sorted column <c>s</c>.</summary>
    public string? Label { get; init; }

    /// <summary>Sorted-set column <c>ss</c>, ascending, distinct.</summary>
    public string[] Labels { get; init; } = [];

    public bool Has(string word) => Text.Split(' ').Contains(word);
}
