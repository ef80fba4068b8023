namespace Search.Articles.Querying.Syntax;

/// <summary>Reads AND and OR between clauses, also as other search languages write them; what has nothing to join is left out.</summary>
/// <remarks>One query; one thread.</remarks>
internal sealed class JointReader(QueryReader reader, QueryLog log)
{
    /// <summary>Whether a list of clauses goes on behind an operator, which is taken; what cannot stand behind it is skipped.</summary>
    public bool TakesMore(Joint wanted)
    {
        reader.SkipSpace();
        int start = reader.Position;
        if (TakeJoint() is var joint && joint != wanted)
        {
            reader.Position = start;
            return false;
        }
        TextSpan written = reader.Since(start);
        // "profit & loss" are words side by side.
        log.HasOperators |= written.Length > 1 || wanted == Joint.Or;
        reader.SkipSpace();
        for (int next = reader.Position; TakeJoint() is var doubled and not Joint.None; next = reader.Position)
        {
            log.Fault(reader.Since(next), "Two operators stand side by side.", $"Operators without a word beside them were left out: {doubled.ToString().ToUpperInvariant()}.");
            reader.SkipSpace();
        }
        if (!reader.IsAtEnd && reader.Current != ')')
            return true;
        log.Fault(written, $"{wanted.ToString().ToUpperInvariant()} needs a word behind it.", "Operators without a word beside them were left out.");
        return false;
    }

    /// <summary>Takes an operator that stands where a clause begins.</summary>
    public bool TakeMisplaced()
    {
        int start = reader.Position;
        if (TakeJoint() is var joint && joint == Joint.None)
            return false;
        log.Fault(reader.Since(start), $"{joint.ToString().ToUpperInvariant()} needs a word before it.", "Operators without a word beside them were left out.");
        return true;
    }

    private Joint TakeJoint()
    {
        if (reader.TryTakeWord("AND") || reader.TryTake("&&"))
            return Joint.And;
        if (reader.TryTakeWord("OR") || reader.TryTake("||"))
            return Joint.Or;
        bool isBar = reader.Current == '|';
        if (!isBar && (reader.Current != '&' || !reader.IsBoundary(1)))
            return Joint.None;
        log.Dialect(isBar ? "|" : "&", isBar ? "OR" : "AND");
        reader.Position++;
        return isBar ? Joint.Or : Joint.And;
    }
}
