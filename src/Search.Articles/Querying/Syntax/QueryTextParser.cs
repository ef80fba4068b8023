using Search.Engine.Search.Queries;

namespace Search.Articles.Querying.Syntax;

/// <summary>Reads a query text into a tree: what stands between the operands. It reads on behind every fault.</summary>
/// <remarks>
/// <code>
/// sequence = { choice }                               all of them
/// choice   = all { OR all }                           any of them
/// all      = signed { AND signed }
/// signed   = [ "+" | "-" | "!" | NOT ] related
/// related  = near { "/s" near | "/p" near }
/// near     = operand { "near/5" operand | "pre/3" operand }
/// </code>
/// OR binds closer than mere neighbourhood (<c>a OR b c</c> is c and one of a, b), AND closer than OR. Operands:
/// <see cref="OperandParser"/>. One query; one thread.
/// </remarks>
internal sealed class QueryTextParser
{
    private const int MaxDepth = 50;

    private readonly QueryReader _reader;
    private readonly QueryLog _log;
    private readonly OperandParser _operands;
    private readonly JointReader _joints;
    private readonly SequenceReview _review;
    private int _depth;

    private QueryTextParser(string text, QueryLog log)
    {
        string straight = QuoteStyles.Straighten(text);
        bool isInCapitals = log.IsLenient && Capitals.AreWords(straight);
        _reader = new QueryReader(straight, isInCapitals);
        _log = log;
        _joints = new JointReader(_reader, log);
        _review = new SequenceReview(straight, log);
        if (isInCapitals)
            _log.Hint("All of it is in capitals, so words such as AND, OR and NOT were looked for as words.");
        _operands = new OperandParser(_reader, log, this);
    }

    /// <summary>The tree of a query text; null when nothing is asked for.</summary>
    public static QueryNode? Parse(string text, QueryLog log) => new QueryTextParser(text, log).ParseSequence(QueryField.Body, isGroup: false);

    /// <summary>Clauses up to the end or, in a group, up to the bracket that closes it, which stays.</summary>
    public QueryNode? ParseSequence(QueryField field, bool isGroup)
    {
        var clauses = new List<(ClauseSign Sign, QueryNode Node)>();
        while (true)
        {
            _reader.SkipSpace();
            if (_reader.IsAtEnd || (_reader.Current == ')' && isGroup))
                break;
            if (_reader.Current == ')')
                Skip("A bracket is closed here that was never opened.", "Brackets that do not pair were left out.");
            else if (_joints.TakeMisplaced())
                continue;
            else if (ParseChoice(field) is { } clause)
                clauses.Add(clause);
        }
        _review.Review(clauses, isGroup);
        return Combine(clauses, Occur.Must);
    }

    /// <summary>A sequence between brackets; the opening one has been taken. Null when there is nothing in them.</summary>
    public QueryNode? ParseGroup(QueryField field)
    {
        int start = _reader.Position - 1;
        if (_depth == MaxDepth)
        {
            _log.Fault(_reader.Since(start), $"Brackets may stand in each other at most {MaxDepth} deep.", "Those that are deeper were left out.", isLimit: true);
            return null;
        }
        _depth++;
        QueryNode? inner = ParseSequence(field, isGroup: true);
        _depth--;
        if (!_reader.TryTake(")"))
            _log.Fault(new TextSpan(start, 1), "A bracket is opened here and never closed.", "Brackets that do not pair were left out.");
        else if (inner is null && _reader.Text.AsSpan(start + 1, _reader.Position - start - 2).IsWhiteSpace())
            _log.Fault(_reader.Since(start), "There is nothing between these brackets.", "They were left out.");
        return inner;
    }

    private (ClauseSign Sign, QueryNode Node)? ParseChoice(QueryField field)
    {
        var parts = new List<(ClauseSign Sign, QueryNode Node)>();
        do
        {
            if (ParseAll(field) is { } part)
                parts.Add(part);
        }
        while (_joints.TakesMore(Joint.Or));
        return parts.Count switch { 0 => null, 1 => parts[0], _ => (ClauseSign.None, Combine(parts, Occur.Should)!) };
    }

    private (ClauseSign Sign, QueryNode Node)? ParseAll(QueryField field)
    {
        var parts = new List<(ClauseSign Sign, QueryNode Node)>();
        do
        {
            if (ParseSigned(field) is { } part)
                parts.Add(part);
        }
        while (_joints.TakesMore(Joint.And));
        return parts.Count switch { 0 => null, 1 => parts[0], _ => (ClauseSign.None, Combine(parts, Occur.Must)!) };
    }

    private (ClauseSign Sign, QueryNode Node)? ParseSigned(QueryField field)
    {
        _reader.SkipSpace();
        int start = _reader.Position;
        ClauseSign sign = TakeSign();
        _reader.SkipSpace();
        TextSpan written = _reader.Since(start);
        QueryNode? node = ParseRelated(field);
        if (node is null && sign != ClauseSign.None && _reader.Position == written.End)
            _log.Fault(written, $"Operators such as {_reader.Text.Substring(written.Start, written.Length).Trim()} need a word behind them.", "It was left out.");
        if (node is null)
            return null;
        _log.HasOperators |= sign != ClauseSign.None;
        return (sign, node);
    }

    // A dash by itself is punctuation, and so are several.
    private ClauseSign TakeSign()
    {
        if (_reader.TryTakeWord("NOT"))
            return ClauseSign.Minus;
        if (_reader.Current is not ('+' or '-' or '!'))
            return ClauseSign.None;
        char sign = _reader.Current;
        if (_reader.Peek(1) is '+' or '-' or '!' || (_reader.IsBoundary(1) && _reader.Peek(1) is not ('(' or '"' or '[' or '{')))
        {
            int start = _reader.Position;
            while (_reader.Current is '+' or '-' or '!')
                _reader.Position++;
            _log.Fault(_reader.Since(start), $"Operators such as {sign} need a word right behind them.", "It was left out.");
            return ClauseSign.None;
        }
        _reader.Position++;
        return sign == '+' ? ClauseSign.Plus : ClauseSign.Minus;
    }

    private QueryNode? ParseRelated(QueryField field)
    {
        QueryNode? left = ParseNear(field);
        while (left is not null && LookForOperator() is { Scope: { } kind } found)
        {
            TextSpan written = Take(found);
            _log.Dialect(Quote(written), found.Canonical);
            if (ParseNear(field) is not { } right)
            {
                NeedsOperands(written, "behind");
                break;
            }
            TextSpan span = TextSpan.Around(left.Span, right.Span);
            QueryNode together = new QueryNode.Combination(span, [new QueryClause(Occur.Must, left), new QueryClause(Occur.Must, right)]);
            if (left is QueryNode.Scope scope && scope.Kind == kind)
                together = new QueryNode.Combination(span, [new QueryClause(Occur.Must, scope.Inner), new QueryClause(Occur.Must, right)]);
            left = new QueryNode.Scope(span, kind, together);
        }
        return left;
    }

    private QueryNode? ParseNear(QueryField field)
    {
        _reader.SkipSpace();
        while (QueryOperators.Look(_reader) is { IsCertain: true, Length: > 0 } early)
        {
            NeedsOperands(Take(early), "before");
            _reader.SkipSpace();
        }
        QueryNode? left = _operands.Parse(field);
        while (left is not null && LookForOperator() is { Length: > 0, Scope: null } found)
        {
            TextSpan written = Take(found);
            int distance = DistanceOf(found, written);
            SkipSigns();
            if (_operands.Parse(field) is not { } right)
            {
                NeedsOperands(written, "behind");
                break;
            }
            left = new QueryNode.Near(TextSpan.Around(left.Span, right.Span), left, right, distance, found.IsOrdered);
        }
        return left;
    }

    private int DistanceOf(QueryOperators.Found found, TextSpan written)
    {
        const int Instead = 10;
        if (found.Distance == 0)
        {
            _log.Fault(written, $"{Quote(written)} needs a whole number from 1 to {QueryOperators.MaxDistance}: near/5.", $"It was taken as near/{Instead}.");
            return Instead;
        }
        string text = _reader.Text.Substring(written.Start, written.Length);
        if (text != found.Canonical)
            _log.Dialect(Quote(written), found.Canonical);
        return found.Distance;
    }

    private QueryOperators.Found LookForOperator()
    {
        _reader.SkipSpace();
        return QueryOperators.Look(_reader);
    }

    private TextSpan Take(QueryOperators.Found found)
    {
        int start = _reader.Position;
        _reader.Position += found.Length;
        return _reader.Since(start);
    }

    private void SkipSigns()
    {
        _reader.SkipSpace();
        int start = _reader.Position;
        if (_reader.Current is '+' or '-' or '!' && !_reader.IsBoundary(1))
            _reader.Position++;
        else if (!_reader.TryTakeWord("NOT"))
            return;
        _log.Fault(_reader.Since(start), "What stands beside near/5 cannot be excluded.", "The sign was left out.");
    }

    private void NeedsOperands(TextSpan written, string where) =>
        _log.Fault(written, $"Operators such as {Quote(written)} need a word {where} them: putin near/5 kim.", "It was left out.");

    private string Quote(TextSpan span) => _reader.Text.Substring(span.Start, span.Length);

    private void Skip(string reason, string repair)
    {
        _log.Fault(new TextSpan(_reader.Position, 1), reason, repair);
        _reader.Position++;
    }

    private static QueryNode? Combine(List<(ClauseSign Sign, QueryNode Node)> clauses, Occur usual)
    {
        if (clauses.Count == 0)
            return null;
        if (clauses is [{ Sign: not ClauseSign.Minus } only])
            return only.Node;
        return new QueryNode.Combination(
            TextSpan.Around(clauses[0].Node.Span, clauses[^1].Node.Span),
            [.. clauses.Select(clause => new QueryClause(
                clause.Sign switch { ClauseSign.Plus => Occur.Must, ClauseSign.Minus => Occur.MustNot, _ => usual }, clause.Node))]);
    }
}
