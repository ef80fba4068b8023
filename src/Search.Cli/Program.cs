using System.CommandLine;
using Search.Cli;

var root = new RootCommand("Finds the paragraph that says it: indexes folders of articles and searches them.")
{
    IndexCommand.Create(),
    QueryCommand.Create(),
    CheckCommand.Create(),
    InspectCommand.Create(),
};
ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (System.CommandLine.Parsing.ParseError error in parsed.Errors)
        await Console.Error.WriteLineAsync($"search: {error.Message}");
    return ExitCodes.Usage;
}
return await parsed.InvokeAsync();
