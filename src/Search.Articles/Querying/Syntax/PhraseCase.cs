namespace Search.Articles.Querying.Syntax;

/// <summary>Where in a phrase letter case counts.</summary>
internal enum PhraseCase
{
    /// <summary>Nowhere: the field does not keep its text.</summary>
    None,

    /// <summary>In words behind an equals sign.</summary>
    Marked,

    /// <summary>In all of it.</summary>
    All,
}
