using Search.Engine.Index;
using Search.Engine.Search;
using Search.Engine.Search.Queries;
using Search.Engine.Segments;

namespace Search.Soak.Damage;

/// <summary>Searches that fit the fields of an index: terms, phrases, prefixes, points, and hits in the order of columns.</summary>
internal sealed class SomeSearches(DirectoryReader reader, Attempts attempts)
{
    private const int MostFields = 4;
    private const int MostTermBytes = 1000;

    private readonly IndexSearcher _searcher = new(reader);

    public void Run()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Leaf leaf in reader.Leaves)
        {
            foreach (FieldInfo field in leaf.Reader.FieldInfos)
            {
                if (seen.Count < MostFields && seen.Add(field.Name))
                    Search(leaf.Reader, field);
            }
        }
    }

    private void Search(LeafReader leaf, FieldInfo field)
    {
        attempts.Try(() => SearchTerms(leaf, field));
        attempts.Try(() => SearchPoints(leaf, field));
        SortField? sort = field.DocValuesType switch
        {
            DocValuesType.Numeric or DocValuesType.SortedNumeric => SortField.Integer(field.Name),
            DocValuesType.Sorted or DocValuesType.SortedSet => SortField.Text(field.Name),
            _ => null,
        };
        if (sort is not null)
            Find(new MatchAllQuery(), sort);
    }

    private void SearchTerms(LeafReader leaf, FieldInfo field)
    {
        if (leaf.Terms(field.Name) is not { } terms)
            return;
        var first = new Term(field.Name, terms.Min[..Math.Min(terms.Min.Length, MostTermBytes)]);
        var last = new Term(field.Name, terms.Max[..Math.Min(terms.Max.Length, MostTermBytes)]);
        var frequent = new Term(field.Name, "w0");
        Find(new TermQuery(first));
        Find(new BooleanQuery([.. new[] { first, last, frequent }.Select(term => new BooleanClause(new TermQuery(term), Occur.Should))]));
        Find(new BooleanQuery([new(new TermQuery(frequent), Occur.Must), new(new TermQuery(last), Occur.MustNot)]));
        Find(new PrefixQuery(new Term(field.Name, terms.Min[..Math.Min(terms.Min.Length, 1)])));
        if (field.HasPositions)
            Find(new PhraseQuery(field.Name, [(frequent, 0), (new Term(field.Name, "w1"), 1)], slop: 2));
    }

    private void SearchPoints(LeafReader leaf, FieldInfo field)
    {
        if (leaf.Points(field.Name) is { } points)
            Find(PointRangeQuery.Packed(field.Name, points.Min, points.Max, points.BytesPerDimension));
    }

    private void Find(Query query, SortField? sort = null) =>
        attempts.Try(() => _searcher.Search(query, 5, new SearchOptions { Sort = sort is null ? null : [sort] }));
}
