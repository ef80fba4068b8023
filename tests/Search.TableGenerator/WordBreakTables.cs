namespace Search.TableGenerator;

/// <summary>The tables of the standard tokenizer.</summary>
internal static class WordBreakTables
{
    // 32 columns although there are 30 classes: a state's row starts at a shift.
    private const int RowShift = 5;
    private const int BlockShift = 7;

    public static GeneratedFile ClassTable(WordBreakClassifier classifier)
    {
        uint[] classes = Array.ConvertAll(classifier.Classes(), value => (uint)value);
        var table = new TwoStageTable(classes, 1 << BlockShift);
        string names = string.Join(", ", Enum.GetValues<WordBreakClass>().Select(value => $"{(int)value} {value}"));
        return new SourceText("WordBreakClassTable", $"The word break class of every code point: {names}.")
            .Constant("BlockShift", BlockShift, "Binary logarithm of the block length.")
            .Table("BlockNumbers", "byte", table.BlockNumbers, 32, "The block of each run of code points.")
            .Table("Blocks", "byte", table.Blocks, 32, "The classes, block after block.")
            .ToFile();
    }

    public static GeneratedFile Machine(Automaton automaton)
    {
        int columns = 1 << RowShift;
        uint[] next = [.. automaton.Next.SelectMany(row =>
            row.Concat(Enumerable.Repeat(0, columns - row.Length)).Select(state => (uint)state))];
        string[] accepts = [.. automaton.Accepts.Select(type => type is null ? "0" : $"(byte)TokenType.{type}")];
        return new SourceText("WordBreakMachine", "The automaton that accepts the tokens of a text.")
            .Constant("Dead", 0, "The state from which no token can be reached.")
            .Constant("Start", 1, "The state before the first character.")
            .Constant("RowShift", RowShift, "Binary logarithm of the row length of the transitions.")
            .Table("Transitions", "byte", next, columns, "The next state: a row a state, a column a class.")
            .Table("Accepts", "byte", accepts, 1, "The type of a token that ends in a state; 0 where none ends.")
            .ToFile();
    }
}
