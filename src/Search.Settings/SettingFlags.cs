namespace Search.Settings;

/// <summary>Settings on a command line: <c>--name value</c>, <c>--name=value</c>, and <c>--name</c> alone for a switch.</summary>
public static class SettingFlags
{
    /// <summary>Reads all settings; an argument that is none goes to <paramref name="other"/>.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="other">Takes an argument's name without dashes (with its value when it has one); false when it is unknown.</param>
    /// <exception cref="SettingsException">An argument is unknown, a value is missing, or a setting is given twice.</exception>
    public static IReadOnlyDictionary<string, string> Parse(IReadOnlyList<string> arguments, Predicate<string> other)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(other);
        var flags = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i++)
        {
            string argument = arguments[i];
            int equals = argument.IndexOf('=', StringComparison.Ordinal);
            string name = (equals < 0 ? argument : argument[..equals]).TrimStart('-');
            if (!argument.StartsWith("--", StringComparison.Ordinal) || KnownSettings.Find(name) is not { } definition)
            {
                if (!other(argument.TrimStart('-')))
                    throw new SettingsException($"there is no setting {argument}{Nearest(name)}");
                continue;
            }
            string? next = i + 1 < arguments.Count && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal) ? arguments[i + 1] : null;
            string value = equals >= 0 ? argument[(equals + 1)..]
                : next is not null ? arguments[++i]
                : definition.Form.IsSwitch ? "true"
                : throw new SettingsException($"--{definition.Name} needs a value: {definition.Form.Description}");
            flags[definition.Name] = value;
        }
        return flags;
    }

    private static string Nearest(string name)
    {
        string? nearest = KnownSettings.All.Select(setting => setting.Name)
            .FirstOrDefault(known => name.Length > 2 && (known.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(known, StringComparison.OrdinalIgnoreCase)));
        return nearest is null ? "; search config lists all" : $"; there is --{nearest}";
    }
}
