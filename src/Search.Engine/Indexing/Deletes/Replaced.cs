using Search.Engine.Index;
using Search.Engine.Search.Queries;

namespace Search.Engine.Indexing.Deletes;

/// <summary>What a change deletes: the documents with any of some terms, and those that match any of some queries.</summary>
internal readonly record struct Replaced(Term[] Terms, Query[] Queries)
{
    public static Replaced Nothing => new([], []);

    public static Replaced By(params Term[] terms) => new(terms, []);

    public static Replaced By(params Query[] queries) => new([], queries);

    /// <summary>Queues the deletes under the change's sequence number.</summary>
    public void AddTo(DeleteQueue deletes, long sequence)
    {
        foreach (Term term in Terms)
            deletes.Add(term, sequence);
        foreach (Query query in Queries)
            deletes.Add(query, sequence);
    }
}
