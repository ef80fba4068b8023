namespace Search.Engine.Search.Scorers;

/// <summary>The documents of a query in one segment and their scores, a window of documents at a time.</summary>
/// <remarks>
/// <para>What production runs on: nothing virtual happens per document. Every implementation answers what its plain twin,
/// the <see cref="Scorer"/> of the same weight, defines. Lives for one query on one segment; one thread.</para>
/// <para>Targets and windows ascend. Deleted documents are not left out. Scorers of queries that need no scores set match bits only.</para>
/// </remarks>
internal abstract class WindowScorer
{
    /// <summary>Upper estimate of the number of documents.</summary>
    public abstract long Cost { get; }

    /// <summary>
    /// Whether <see cref="Score"/> adds float by float, so that the window may hold what other scorers of one sum have added.
    /// Otherwise the window must come in empty, and its sums are rounded before they enter another sum.
    /// </summary>
    public abstract bool Accumulates { get; }

    /// <summary>Whether <see cref="Retain"/> costs little for each document of a list, however far these are from each other.</summary>
    public virtual bool NarrowsLists => false;

    /// <summary>Whether <see cref="List"/> finds matches without a window.</summary>
    public virtual bool ListsDirectly => false;

    /// <summary>
    /// The first document that is at least <paramref name="target"/> and may match, or
    /// <see cref="Index.DocIdCursor.NoMoreDocs"/>; never beyond the first that does.
    /// </summary>
    public abstract int Seek(int target);

    /// <summary>
    /// Adds the documents in <c>[from, to)</c>, a range inside the window that does not start before what <see cref="Seek"/>
    /// returned last, with their scores.
    /// </summary>
    public abstract void Score(int from, int to, ScoreWindow window);

    /// <summary>Marks the documents of the window in <c>[from, to)</c> that match and adds their scores; takes none out.</summary>
    /// <param name="found">One bit a document of the window, like <see cref="ScoreWindow.Matches"/>; only added to.</param>
    public abstract void Find(int from, int to, ScoreWindow window, Span<ulong> found);

    /// <summary>Takes documents that do not match out of the window, which has none outside <c>[from, to)</c>, and adds the scores of those that do.</summary>
    public void Restrict(int from, int to, ScoreWindow window)
    {
        Span<ulong> found = stackalloc ulong[ScoreWindow.WordCount];
        found.Clear();
        Find(from, to, window, found);
        window.Keep(found);
    }

    /// <summary>The end (exclusive) of the stretch from <paramref name="from"/> on that <see cref="List"/> goes through well with one bound; targets must not descend.</summary>
    public virtual int StretchEnd(int from) => ScoreWindow.EndFor(from);

    /// <summary>
    /// Lists the matches from <paramref name="from"/>, which is not before what <see cref="Seek"/> returned last, as far as one step goes.
    /// Those that cannot compete may be missing.
    /// </summary>
    /// <param name="window">Empty; empty again when the method returns.</param>
    /// <param name="list">Empty.</param>
    /// <returns>The document, at most <paramref name="to"/>, up to which (exclusive) all are listed.</returns>
    public virtual int List(int from, int to, ScoreWindow window, Candidates list)
    {
        int end = Math.Min(window.MoveTo(from), to);
        Score(from, end, window);
        window.DrainTo(list);
        return end;
    }

    /// <summary>Marks the documents of a list that match as found and adds their scores; ranges of lists must not descend.</summary>
    /// <param name="window">Empty; empty again when the method returns.</param>
    public virtual void Lookup(Candidates list, ScoreWindow window)
    {
        Span<ulong> found = stackalloc ulong[ScoreWindow.WordCount];
        for (var next = 0; next < list.Count;)
        {
            int start = next;
            for (int end = window.MoveTo(list.Docs[start]); next < list.Count && list.Docs[next] < end; next++)
                window.Add(list.Docs[next], 0);
            found.Clear();
            Find(list.Docs[start], list.Docs[next - 1] + 1, window, found);
            for (int i = start; i < next; i++)
            {
                int slot = list.Docs[i] - window.Base;
                if ((found[slot >> 6] & (1UL << slot)) == 0)
                    continue;
                list.Found[i] = true;
                list.Sums[i] += window.Scores[slot];
            }
            window.Clear();
        }
    }

    /// <summary>Keeps the documents of a list that match and adds their scores; ranges of lists must not descend.</summary>
    /// <param name="window">Empty; empty again when the method returns.</param>
    public virtual void Retain(Candidates list, ScoreWindow window)
    {
        list.Found.Clear();
        Lookup(list, window);
        list.Keep(found: true);
    }

    /// <summary>
    /// Fills a second list beside the first one: its documents with the scores and marks of this scorer alone. Documents whose two
    /// sums cannot reach a cut together may be taken out of both lists.
    /// </summary>
    /// <param name="window">Empty; empty again when the method returns.</param>
    public virtual void LookupBeside(Candidates list, Candidates own, ScoreWindow window, double cut)
    {
        own.CopyDocs(list);
        own.Found.Clear();
        Lookup(own, window);
    }

    /// <summary>Flags the documents in <c>[from, to)</c>, a range of the window that does not start before what <see cref="Seek"/> returned last.</summary>
    /// <param name="scratch">For scorers that list first, as this does. A search that is stopped flags fewer.</param>
    public virtual void Flag(int from, int to, FlagWindow flags, ListScratch scratch)
    {
        for (int next = from; next < to && !scratch.Budget.IsStopped; next = Seek(next))
        {
            scratch.List.Clear();
            next = List(next, to, scratch.Window, scratch.List);
            // What a search stopped in the middle of a step has found may not match.
            if (!scratch.Budget.IsStopped)
                flags.Add(scratch.List.Docs);
        }
    }

    /// <summary>The number of documents, where there is a better way to count them all than to list them; else -1.</summary>
    /// <param name="live">The only documents that count; null: all.</param>
    public virtual long Count(int maxDoc, FixedBitSet? live) => -1;

    /// <summary>
    /// Documents that score less may be left out from now on, by <see cref="Seek"/> too. The outermost scorer of a search is told
    /// values that do not fall; one that has parts tells them what holds for a part in one window and takes it back (0) after it.
    /// </summary>
    public virtual void SetMinCompetitiveScore(float minScore)
    {
    }

    /// <summary>So many documents have matches, or more, deleted ones among them; 0: unknown.</summary>
    public virtual long LeastMatches => 0;

    /// <summary>A score that <paramref name="k"/> documents probably reach; 0: unknown. To be asked before anything else.</summary>
    /// <param name="k">From 1 to a few hundred: so many scores are sorted in, one by one.</param>
    public virtual float LikelyMinimum(int k) => 0f;

    /// <summary>No document in <c>[from, upTo]</c> scores higher; a bound, not a score that occurs. Ranges must not descend.</summary>
    public virtual float MaxScore(int from, int upTo) => float.PositiveInfinity;
}
