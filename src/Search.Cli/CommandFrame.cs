using System.CommandLine;
using Search.Articles.Searching;
using Search.Settings;
using Spectre.Console;

namespace Search.Cli;

/// <summary>What all commands share: the index option, and how faults become messages and exit statuses.</summary>
internal static class CommandFrame
{
    private const int LongestLine = 1 << 20;

    public static Option<string> IndexOption() => new("--index", "-i")
    {
        Description = "The folder of the index.",
        DefaultValueFactory = _ => DefaultIndex(),
    };

    public static Argument<string> IndexArgument() => new("DIR")
    {
        Description = "The folder of the index.",
        DefaultValueFactory = _ => DefaultIndex(),
    };

    /// <summary>Results go to standard output, everything else to standard error.</summary>
    public static int Run(Func<int> command)
    {
        try
        {
            return command();
        }
        catch (QueryException fault)
        {
            return Fail(ExitCodes.Usage, fault.Length > 0 ? $"{fault.Message} (characters {fault.Start + 1} to {fault.Start + fault.Length})" : fault.Message);
        }
        catch (SettingsException fault)
        {
            return Fail(ExitCodes.Usage, fault.Message);
        }
        catch (OperationCanceledException)
        {
            return Fail(ExitCodes.Interrupted, "stopped; the index is as it was before");
        }
        catch (Exception fault) when (fault is IndexInUseException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return Fail(ExitCodes.Failure, fault.Message);
        }
    }

    /// <summary>Standard output with styles and wrapped lines on a terminal; bare text, a line a line, in a file or a pipe.</summary>
    public static IAnsiConsole ResultConsole()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = Console.IsOutputRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Out = new AnsiConsoleOutput(Console.Out),
        });
        if (Console.IsOutputRedirected)
            console.Profile.Width = LongestLine;
        return console;
    }

    public static int Fail(int exitCode, string message)
    {
        Console.Error.WriteLine($"search: {message}");
        return exitCode;
    }

    private static string DefaultIndex() => ToolSettings.Load().Place("index");
}
