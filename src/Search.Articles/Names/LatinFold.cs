namespace Search.Articles.Names;

/// <summary>Base letters of the accented Latin letters that names use; everything else stays.</summary>
internal static class LatinFold
{
    private const string Accented =
        "àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšșţťŧțùúûüũūŭůűųŵýÿŷźżž";

    private const string Base =
        "aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijklllllnnnnooooooooorrrsssssttttuuuuuuuuuuwyyyzzz";

    /// <summary>The base letter of a lower-case letter.</summary>
    public static char Of(char c)
    {
        if (c < 0x80) return c;
        int at = Accented.IndexOf(c);
        return at < 0 ? c : Base[at];
    }
}
