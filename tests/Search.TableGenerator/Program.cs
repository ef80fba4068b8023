using Search.TableGenerator;

string unicodeFolder = args.Length > 0 ? args[0] : UnicodeFiles.DefaultFolder;
string root = Repository.Root;
foreach (GeneratedFile file in Generator.Run(unicodeFolder, root))
{
    string path = Path.Combine(root, Generator.OutputFolder, file.Name);
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllText(path, file.Content);
    Console.WriteLine($"{file.Name}: {file.Content.Length} characters");
}
