namespace Search.Articles.Names;

/// <summary>What a phrase of the gazetteer is.</summary>
internal enum PhraseKind : byte
{
    Country,
    Region,
    City,
    Body,

    /// <summary>People or adjective of a country: guides, but is no name.</summary>
    Demonym,
}

/// <summary>A phrase of the gazetteer.</summary>
/// <param name="Name">The name that it stands for; several phrases may share one.</param>
/// <param name="Kind">What it is.</param>
/// <param name="UpperOnly">Whether it counts only when written in capitals: US, but not "us".</param>
internal sealed record Phrase(string Name, PhraseKind Kind, bool UpperOnly)
{
    public bool IsPlace => Kind is PhraseKind.Country or PhraseKind.Region or PhraseKind.City;
}
