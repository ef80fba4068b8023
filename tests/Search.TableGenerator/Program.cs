using Search.TableGenerator;

string unicodeFolder = args.Length > 0 ? args[0] : UnicodeFiles.DefaultFolder;
string root = Repository.Root;
Write(UnpackKernels.OutputFolder, UnpackKernels.Generate());
foreach (GeneratedFile file in Generator.Run(unicodeFolder, root))
    Write(Generator.OutputFolder, file);

void Write(string folder, GeneratedFile file)
{
    string path = Path.Combine(root, folder, file.Name);
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllText(path, file.Content);
    Console.WriteLine($"{file.Name}: {file.Content.Length} characters");
}
