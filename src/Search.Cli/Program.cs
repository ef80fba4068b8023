using System.CommandLine;
using Search.Cli;

var root = new RootCommand("Finds the paragraph that says it: indexes folders of articles and searches them.")
{
    IndexCommand.Create(),
    QueryCommand.Create(),
    CheckCommand.Create(),
    InspectCommand.Create(),
    ConfigCommand.Create(),
    KeysCommand.Create(),
};
ParseResult? parsed = null;
int status = CommandFrame.Run(() =>
{
    // Defaults come from the settings, which may be wrong.
    parsed = root.Parse(args);
    foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors)
        Console.Error.WriteLine($"search: {error.Message}");
    return parsed.Errors.Count > 0 ? ExitCodes.Usage : ExitCodes.Success;
});
return status != ExitCodes.Success ? status : await parsed!.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
