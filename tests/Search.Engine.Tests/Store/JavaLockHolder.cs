using System.Diagnostics;

namespace Search.Engine.Tests.Store;

/// <summary>Apache Lucene holding the write lock of a folder in a process of its own.</summary>
internal sealed class JavaLockHolder : IDisposable
{
    private const string Source = """
        import java.nio.file.Paths;
        import org.apache.lucene.store.*;
        public class Holder {
            public static void main(String[] args) throws Exception {
                try (Directory directory = FSDirectory.open(Paths.get(args[0])); Lock lock = directory.obtainLock("write.lock")) {
                    System.out.println("held");
                    System.in.read();
                }
            }
        }
        """;

    private readonly Process _java;

    private JavaLockHolder(Process java) => _java = java;

    public static JavaLockHolder Start(string folder)
    {
        string jars = Environment.GetEnvironmentVariable("ORACLE_JARS") ?? "/usr/share/java";
        string core = Directory.EnumerateFiles(jars, "lucene-core-8.*.jar").First();
        string source = Path.Combine(folder, "Holder.java");
        File.WriteAllText(source, Source);
        var java = Process.Start(new ProcessStartInfo("java", ["-cp", core, source, folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Assert.Equal("held", java.StandardOutput.ReadLine());
        return new JavaLockHolder(java);
    }

    public void Dispose()
    {
        if (_java.HasExited)
            return;
        _java.StandardInput.Close();
        _java.WaitForExit();
    }
}
