using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Search.Cli;

/// <summary>Help that begins with examples: what most people look for.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    private static readonly (string Command, string Example, string Meaning)[] Examples =
    [
        ("index", "search index articles/", "bring the index in line with a folder"),
        ("query", "search query '\"five explosive drones\"'", "this wording"),
        ("query", "search query 'visit -trip' --json --explain", "as JSON, with what the scores are made of"),
        ("questions", "search questions list.txt --json > answers.jsonl", "a question a line"),
        ("check", "search check", "read the index from end to end"),
        ("inspect", "search inspect", "what the index is made of"),
        ("config", "search config", "every setting with its origin"),
        ("keys", "search keys create --role admin --note importer", "a key that may write"),
    ];

    /// <summary>Puts examples before the help of a command and all below it.</summary>
    public static void Install(RootCommand root)
    {
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        if (help.Action is HelpAction usual)
            help.Action = new HelpWithExamples(usual);
    }

    public override int Invoke(ParseResult parseResult)
    {
        string name = parseResult.CommandResult.Command.Name;
        (string Command, string Example, string Meaning)[] own = [.. Examples.Where(example => example.Command == name)];
        (string Command, string Example, string Meaning)[] shown = own.Length > 0 ? own : parseResult.CommandResult.Command is RootCommand ? Examples : [];
        if (shown.Length > 0)
        {
            Console.WriteLine("Examples:");
            int width = shown.Max(example => example.Example.Length) + 2;
            foreach ((_, string example, string meaning) in shown)
                Console.WriteLine($"  {example.PadRight(width)}{meaning}");
            Console.WriteLine();
        }
        return usual.Invoke(parseResult);
    }
}
