using System.CommandLine;
using Search.Settings;

namespace Search.Cli;

/// <summary><c>search config</c>: every setting with its value and where that comes from.</summary>
internal static class ConfigCommand
{
    public static Command Create()
    {
        var file = new Option<string?>("--settings") { Description = "The settings file; without it searchsettings.json of the root." };
        var json = new Option<bool>("--json") { Description = "One JSON document, with the meaning of each setting." };
        var command = new Command("config", "Shows every setting with its value and where that comes from.") { file, json };
        command.SetAction(parsed => CommandFrame.Run(() =>
        {
            SettingSet settings = ToolSettings.Load(parsed.GetValue(file));
            Console.Write(parsed.GetValue(json) ? SettingsTable.ToJson(settings) : SettingsTable.ToText(settings));
            return ExitCodes.Success;
        }));
        return command;
    }
}
