using System.Text;
using Search.Engine.Index;
using Search.Engine.Search.Columns;

namespace Search.Engine.Search.Facets;

/// <summary>Reads the strings behind global ordinals.</summary>
/// <remarks>One thread: opens the dictionary of a segment when it is first needed.</remarks>
internal sealed class TextLabels(IndexReader reader, GlobalOrdinals ordinals, string column)
{
    private readonly IOrdinalDictionary?[] _dictionaries = new IOrdinalDictionary?[reader.Leaves.Count];

    /// <summary>The strings of some ordinals with their counts.</summary>
    public IReadOnlyList<FacetCount> Of(IReadOnlyList<int> globals, int[] counts)
    {
        var labels = new FacetCount[globals.Count];
        for (var i = 0; i < labels.Length; i++)
            labels[i] = new FacetCount(this[globals[i]], counts[globals[i]]);
        return labels;
    }

    private string this[int global]
    {
        get
        {
            (int leaf, int ordinal) = ordinals.Locate(global);
            IOrdinalDictionary dictionary = _dictionaries[leaf] ??= GlobalOrdinals.DictionaryOf(reader.Leaves[leaf].Reader, column)!;
            return Encoding.UTF8.GetString(dictionary.Lookup(ordinal));
        }
    }
}
