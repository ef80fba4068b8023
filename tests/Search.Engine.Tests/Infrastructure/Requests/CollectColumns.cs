namespace Search.Engine.Tests.Infrastructure.Requests;

/// <summary>A column that requests may name.</summary>
/// <param name="Kind">As orders say it: int, long, float, double, string; or days, integers that are days.</param>
/// <param name="Several">Whether documents may have several values.</param>
internal sealed record CollectColumn(string Kind, string Field, bool Several = false);

/// <summary>What a corpus can be ordered, grouped and counted by.</summary>
internal sealed record CollectColumns(IReadOnlyList<CollectColumn> Orders, IReadOnlyList<CollectColumn> Groups, IReadOnlyList<CollectColumn> Facets)
{
    /// <summary>The columns of paragraphs: <c>tests/oracle/README.md</c>.</summary>
    public static CollectColumns OfParagraphs { get; } = new(
        [new("string", "article"), new("int", "ordinal"), new("long", "date"), new("string", "source", Several: true)],
        [new("string", "article"), new("long", "date"), new("long", "ordinal")],
        [new("string", "source"), new("string", "article"), new("days", "date"), new("long", "ordinal")]);

    /// <summary>The columns of the corpus with columns of every kind.</summary>
    public static CollectColumns OfColumnCorpus { get; } = new(
        [
            new("long", "n"), new("int", "n"), new("float", "x"), new("double", "d"), new("string", "s"),
            new("long", "ns", Several: true), new("float", "xs", Several: true), new("double", "ds", Several: true), new("string", "ss", Several: true),
        ],
        [new("string", "s"), new("long", "n")],
        [new("string", "s"), new("string", "ss"), new("days", "n"), new("long", "n"), new("long", "ns", Several: true)]);
}
