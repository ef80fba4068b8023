namespace Search.TableGenerator;

/// <summary>A minimal deterministic automaton for a list of rules; state 0 is dead, state 1 the start.</summary>
public sealed class Automaton
{
    private static readonly int Symbols = Enum.GetValues<WordBreakClass>().Length;

    private Automaton(int[][] next, string?[] accepts)
    {
        Next = next;
        Accepts = accepts;
    }

    /// <summary>Next state by state and class.</summary>
    public int[][] Next { get; }

    /// <summary>The token type a text that ends in a state has; null if it is no token.</summary>
    public string?[] Accepts { get; }

    /// <summary>Compiles rules; of several that accept the same text the first decides.</summary>
    public static Automaton Compile(IReadOnlyList<(string TokenType, Pattern Pattern)> rules)
    {
        var graph = new StateGraph();
        int start = graph.AddState();
        int[] ends = [.. rules.Select(rule => rule.Pattern.Build(graph, start))];

        var numbers = new Dictionary<string, int>();
        var sets = new List<SortedSet<int>>();
        int NumberOf(SortedSet<int> set)
        {
            string key = string.Join(',', set);
            if (!numbers.TryGetValue(key, out int number))
            {
                numbers.Add(key, number = sets.Count);
                sets.Add(set);
            }
            return number;
        }

        NumberOf([]);
        NumberOf(graph.Closure([start]));
        var next = new List<int[]>();
        for (var state = 0; state < sets.Count; state++)
            next.Add([.. Enumerable.Range(0, Symbols).Select(symbol => NumberOf(graph.Step(sets[state], symbol)))]);

        string?[] accepts = [.. sets.Select(set => rules.Where((_, rule) => set.Contains(ends[rule])).Select(rule => rule.TokenType).FirstOrDefault())];
        return Minimize([.. next], accepts);
    }

    // Splits classes of states until the states of a class agree on what they accept and on the classes that follow.
    private static Automaton Minimize(int[][] next, string?[] accepts)
    {
        int[] classOf = Renumber(accepts.Select(type => type ?? ""));
        while (true)
        {
            int[] previous = classOf;
            classOf = Renumber(next.Select((row, state) => $"{previous[state]}:{string.Join(',', row.Select(to => previous[to]))}"));
            if (classOf.Max() == previous.Max())
                break;
        }
        int count = classOf.Max() + 1;
        int[] members = [.. Enumerable.Range(0, count).Select(number => Array.IndexOf(classOf, number))];
        return new Automaton(
            [.. members.Select(member => Array.ConvertAll(next[member], to => classOf[to]))],
            [.. members.Select(member => accepts[member])]);
    }

    // Numbers in order of first appearance: the dead state stays 0; the start state, unlike it in every grammar, becomes 1 at last.
    private static int[] Renumber(IEnumerable<string> keys)
    {
        var numbers = new Dictionary<string, int>();
        return [.. keys.Select(key =>
        {
            numbers.TryAdd(key, numbers.Count);
            return numbers[key];
        })];
    }
}
