using System.Diagnostics;

namespace Search.Engine.Tests;

/// <summary>A few lines of Java over Apache Lucene, in a process of their own; for what the oracle has no command for.</summary>
internal sealed class JavaProgram : IDisposable
{
    private readonly Process _java;
    private readonly TemporaryFolder _folder;

    private JavaProgram(Process java, TemporaryFolder folder)
    {
        _java = java;
        _folder = folder;
    }

    /// <summary>Starts the statements of a main method with <c>args[0]</c>; it may wait for its standard input to end.</summary>
    public static JavaProgram Start(string statements, string argument)
    {
        string jars = Environment.GetEnvironmentVariable("ORACLE_JARS") ?? "/usr/share/java";
        string[] classPath = [.. new[] { "core", "analyzers-common" }.Select(module => Directory.EnumerateFiles(jars, $"lucene-{module}-8.*.jar").First())];
        var folder = new TemporaryFolder();
        string source = folder.File("Program.java");
        File.WriteAllText(source, $$"""
            import java.nio.file.Paths;
            import org.apache.lucene.analysis.core.*;
            import org.apache.lucene.document.*;
            import org.apache.lucene.index.*;
            import org.apache.lucene.store.*;
            public class Program {
                public static void main(String[] args) throws Exception {
                    {{statements}}
                }
            }
            """);
        var java = Process.Start(new ProcessStartInfo("java", ["-cp", string.Join(':', classPath), source, argument])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        return new JavaProgram(java, folder);
    }

    /// <summary>The next line that it prints; null after the last.</summary>
    public string? ReadLine() => _java.StandardOutput.ReadLine();

    /// <summary>Ends its standard input and waits for its end.</summary>
    public void Dispose()
    {
        if (!_java.HasExited)
        {
            _java.StandardInput.Close();
            _java.WaitForExit();
        }
        _folder.Dispose();
    }
}
