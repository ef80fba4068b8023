namespace Search.Testing;

/// <summary>Paragraphs and queries made by the generators in <c>tests/oracle</c>: the same seed gives the same bytes.</summary>
internal static class GeneratedCorpus
{
    private static readonly Lock Gate = new();

    /// <summary>Path of a JSON-lines file with that many paragraphs, made once a machine and kept in the temporary folder.</summary>
    public static string Paragraphs(int count, int seed = 7)
    {
        return Make($"search-corpus-{count}-{seed}.jsonl", file =>
            ["make_corpus.py", "--paragraphs", $"{count}", "--seed", $"{seed}", file]);
    }

    /// <summary>Path of a query file (28 categories) for <see cref="Paragraphs"/>.</summary>
    public static string Queries(int count, int seed = 7, int perCategory = 20)
    {
        string corpus = Paragraphs(count, seed);
        return Make($"search-queries-{count}-{seed}-{perCategory}.tsv", file => ["make_queries.py", corpus, file, "--per", $"{perCategory}"]);
    }

    private static string Make(string name, Func<string, string[]> command)
    {
        string file = Path.Combine(Path.GetTempPath(), name);
        lock (Gate)
        {
            if (File.Exists(file))
                return file;
            if (External.MissingPython is { } missing)
                throw new InvalidOperationException(missing);
            string staging = $"{file}.{Environment.ProcessId}";
            string[] arguments = command(staging);
            arguments[0] = Path.Combine(RepositoryPaths.Root, "tests", "oracle", arguments[0]);
            (int exitCode, _, string error) = Tool.Run("python3", arguments, TimeSpan.FromMinutes(20));
            if (exitCode != 0)
                throw new InvalidOperationException(error);
            File.Move(staging, file, overwrite: true);
            return file;
        }
    }
}
