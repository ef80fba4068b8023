using System.CommandLine;
using Search.Engine.Index;
using Search.Engine.Segments;
using Search.Engine.Store;

namespace Search.Cli;

/// <summary><c>search inspect [DIR]</c>: shows what an index is made of.</summary>
internal static class InspectCommand
{
    public static Command Create()
    {
        Argument<string> folder = CommandFrame.IndexArgument();
        var command = new Command("inspect", "Shows what an index is made of: commit, segments, files, fields.") { folder };
        command.SetAction(parsed => CommandFrame.Run(() => Run(parsed.GetRequiredValue(folder))));
        return command;
    }

    private static int Run(string folder)
    {
        if (!Directory.Exists(folder))
            return CommandFrame.Fail(ExitCodes.Failure, $"there is no index in {folder}");
        using MappedDirectory directory = MappedDirectory.Open(folder);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        Console.WriteLine($"commit     {reader.Generation}");
        Console.WriteLine($"documents  {reader.NumDocs} ({reader.MaxDoc - reader.NumDocs} deleted)");
        foreach ((string key, string value) in reader.UserData.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            Console.WriteLine($"user data  {key} = {value}");
        Console.WriteLine($"segments   {reader.Leaves.Count}");
        foreach (Leaf leaf in reader.Leaves)
            Console.WriteLine($"  {leaf.Ordinal,3}  from document {leaf.DocBase}: {leaf.Reader.NumDocs} of {leaf.Reader.MaxDoc} documents");
        PrintFiles(directory);
        PrintFields(reader);
        return ExitCodes.Success;
    }

    private static void PrintFiles(MappedDirectory directory)
    {
        Console.WriteLine("files");
        foreach (string name in directory.ListAll().Where(name => name != WriteLock.FileName))
            Console.WriteLine($"  {directory.FileLength(name),12}  {name}");
    }

    private static void PrintFields(DirectoryReader reader)
    {
        Console.WriteLine("fields     (terms and postings over all segments)");
        IEnumerable<string> names = reader.Leaves.SelectMany(leaf => leaf.Reader.FieldInfos).Select(info => info.Name).Distinct(StringComparer.Ordinal);
        foreach (string name in names.Order(StringComparer.Ordinal))
        {
            FieldInfo info = reader.Leaves.Select(leaf => leaf.Reader.FieldInfos.Find(name)).OfType<FieldInfo>().First();
            Terms[] terms = [.. reader.Leaves.Select(leaf => leaf.Reader.Terms(name)).OfType<Terms>()];
            Console.WriteLine($"  {name,-16} {Describe(info),-56} {terms.Sum(segment => segment.Count),10} terms {terms.Sum(segment => segment.SumDocFreq),12} postings");
        }
    }

    private static string Describe(FieldInfo info)
    {
        var parts = new List<string>();
        if (info.IndexOptions != IndexOptions.None)
            parts.Add(info.IndexOptions.ToString());
        if (info.HasNorms)
            parts.Add("norms");
        if (info.DocValuesType != DocValuesType.None)
            parts.Add($"{info.DocValuesType} column");
        if (info.PointDimensionCount > 0)
            parts.Add($"points of {info.PointDimensionCount} x {info.PointBytesPerDimension} bytes");
        return parts.Count > 0 ? string.Join(", ", parts) : "stored only";
    }
}
