using System.Runtime.CompilerServices;

namespace Search.Engine.Analysis;

/// <summary>Turns the text of a field into tokens, for indexing and for queries alike.</summary>
/// <remarks>Shareable between threads: each thread gets its own chain, reused from text to text.</remarks>
public abstract class Analyzer
{
    // One chain a thread and analyzer; weak, so that neither keeps the other alive.
    [ThreadStatic]
    private static ConditionalWeakTable<Analyzer, AnalysisChain>? _chains;

    /// <summary>The tokens of <paramref name="text"/>; valid until this thread opens another text with this analyzer.</summary>
    public TokenStream Open(string field, ReadOnlyMemory<char> text)
    {
        _chains ??= [];
        Analyzer owner = AnalyzerOf(field);
        if (!_chains.TryGetValue(owner, out AnalysisChain? chain))
        {
            chain = owner.CreateChain();
            _chains.Add(owner, chain);
        }
        return chain.Open(text);
    }

    /// <summary>The tokens of <paramref name="text"/>; valid until this thread opens another text with this analyzer.</summary>
    public TokenStream Open(string field, string text) => Open(field, text.AsMemory());

    /// <summary>The form that prefixes, wildcards and range ends take: case and characters folded, nothing cut or stemmed.</summary>
    public virtual string Normalize(string field, string text) => text;

    /// <summary>Positions left free between two values of a field.</summary>
    public virtual int PositionIncrementGap(string field) => 0;

    /// <summary>Code units left free between the offsets of two values of a field.</summary>
    public virtual int OffsetGap(string field) => 1;

    /// <summary>The analyzer that does the work for a field; this one unless it delegates.</summary>
    protected internal virtual Analyzer AnalyzerOf(string field) => this;

    /// <summary>A chain that belongs to the caller alone.</summary>
    internal AnalysisChain NewChain() => CreateChain();

    /// <summary>Builds the chain.</summary>
    protected abstract AnalysisChain CreateChain();
}

/// <summary>A tokenizer and the end of the chain of filters behind it.</summary>
/// <param name="Tokenizer">Gets the text.</param>
/// <param name="Stream">Yields the tokens; the tokenizer itself when there is no filter.</param>
public sealed record AnalysisChain(Tokenizer Tokenizer, TokenStream Stream)
{
    /// <summary>The tokens of <paramref name="text"/>, until the next text.</summary>
    internal TokenStream Open(ReadOnlyMemory<char> text)
    {
        Tokenizer.SetInput(text);
        Stream.Reset();
        return Stream;
    }
}
