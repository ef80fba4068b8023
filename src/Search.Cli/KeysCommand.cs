using System.CommandLine;
using Search.Settings.Keys;

namespace Search.Cli;

/// <summary><c>search keys create|list|revoke</c>: who may ask, and who may write.</summary>
internal static class KeysCommand
{
    public static Command Create() => new("keys", "Makes, lists and revokes the keys that the host asks for.") { CreateKey(), ListKeys(), RevokeKey() };

    private static Command CreateKey()
    {
        var role = new Option<KeyRole>("--role") { Description = "search: may read; admin: may read and write.", Required = true };
        var note = new Option<string>("--note") { Description = "Who or what the key is for.", DefaultValueFactory = _ => "" };
        Option<string?> file = FileOption();
        var command = new Command("create", "Makes a key and prints it: this once, for only its hash is kept.") { role, note, file };
        command.SetAction(parsed => CommandFrame.Run(() =>
        {
            string path = PathOf(parsed.GetValue(file));
            (StoredKey stored, string text) = ApiKey.Create(parsed.GetValue(role), parsed.GetRequiredValue(note), TimeProvider.System.GetUtcNow());
            KeyFile.Save(path, [.. KeyFile.Load(path), stored]);
            Console.Error.WriteLine($"search: key {stored.Id} is in {path}; the key itself is shown only now:");
            Console.WriteLine(text);
            return ExitCodes.Success;
        }));
        return command;
    }

    private static Command ListKeys()
    {
        Option<string?> file = FileOption();
        var command = new Command("list", "Lists the keys; of none the key itself.") { file };
        command.SetAction(parsed => CommandFrame.Run(() =>
        {
            foreach (StoredKey key in KeyFile.Load(PathOf(parsed.GetValue(file))))
                Console.WriteLine($"{key.Id}  {key.Role.ToString().ToLowerInvariant(),-6}  {key.Created:yyyy-MM-dd HH:mm}  {key.Note}");
            return ExitCodes.Success;
        }));
        return command;
    }

    private static Command RevokeKey()
    {
        var id = new Argument<string>("ID") { Description = "The key's id, as the list shows it." };
        Option<string?> file = FileOption();
        var command = new Command("revoke", "Takes a key away; a running host hears of it within seconds.") { id, file };
        command.SetAction(parsed => CommandFrame.Run(() =>
        {
            string path = PathOf(parsed.GetValue(file));
            IReadOnlyList<StoredKey> keys = KeyFile.Load(path);
            StoredKey[] kept = [.. keys.Where(key => key.Id != parsed.GetRequiredValue(id))];
            if (kept.Length == keys.Count)
                return CommandFrame.Fail(ExitCodes.Failure, $"there is no key {parsed.GetRequiredValue(id)} in {path}");
            KeyFile.Save(path, kept);
            return ExitCodes.Success;
        }));
        return command;
    }

    private static Option<string?> FileOption() => new("--keys") { Description = "The file of keys; without it the one that the settings name." };

    private static string PathOf(string? given) => given is null ? ToolSettings.Load().Place("keys") : Path.GetFullPath(given);
}
