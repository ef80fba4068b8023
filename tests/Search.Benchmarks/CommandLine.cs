using System.Globalization;

namespace Search.Benchmarks;

/// <summary>A command line: words, <c>--name value</c> pairs and <c>--name</c> flags.</summary>
internal sealed class CommandLine
{
    private readonly List<string> _words = [];
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _flags = new(StringComparer.Ordinal);

    /// <param name="flags">Names of options without a value.</param>
    public CommandLine(string[] arguments, params string[] flags)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            string argument = arguments[i];
            if (!argument.StartsWith("--", StringComparison.Ordinal))
                _words.Add(argument);
            else if (flags.Contains(argument, StringComparer.Ordinal))
                _flags.Add(argument);
            else if (i + 1 < arguments.Length)
                _values[argument] = arguments[++i];
            else
                throw new UsageException($"{argument} needs a value");
        }
    }

    public string Word(int index, string name) => index < _words.Count ? _words[index] : throw new UsageException($"{name} is missing");

    public bool Has(string flag) => _flags.Contains(flag);

    public string? Text(string name) => _values.GetValueOrDefault(name);

    public int Number(string name, int otherwise) => _values.TryGetValue(name, out string? value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    public double Real(string name, double otherwise) =>
        _values.TryGetValue(name, out string? value) ? double.Parse(value, CultureInfo.InvariantCulture) : otherwise;
}

/// <summary>The command line is wrong; the message says how.</summary>
internal sealed class UsageException(string message) : Exception(message);
