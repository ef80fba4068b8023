using System.CommandLine;
using System.CommandLine.Invocation;
using Search.Cli;

var root = new RootCommand("Finds the paragraph that says it: indexes folders of articles and searches them.")
{
    IndexCommand.Create(),
    QueryCommand.Create(),
    QuestionsCommand.Create(),
    CheckCommand.Create(),
    InspectCommand.Create(),
    ConfigCommand.Create(),
    KeysCommand.Create(),
};
HelpWithExamples.Install(root);
ParseResult? parsed = null;
int status = CommandFrame.Run(() =>
{
    // Defaults come from the settings, which may be wrong.
    parsed = root.Parse(args);
    // Whoever asks for help or completions need not have said the rest.
    if (parsed.Action is not ParseErrorAction)
        return ExitCodes.Success;
    foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors)
        Console.Error.WriteLine($"search: {error.Message}");
    return ExitCodes.Usage;
});
return status != ExitCodes.Success ? status : await parsed!.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
