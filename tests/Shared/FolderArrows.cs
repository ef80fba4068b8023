using System.Reflection;

namespace Search.Testing;

/// <summary>Holds a table of folders (namespaces) and the folders that each may use against a compiled assembly.</summary>
internal sealed class FolderArrows(Assembly assembly, IReadOnlyDictionary<string, string[]> table)
{
    private readonly string _prefix = assembly.GetName().Name + ".";

    /// <summary>Every use of one folder by another that the table does not allow.</summary>
    public IReadOnlyCollection<string> Forbidden()
    {
        var forbidden = new SortedSet<string>(StringComparer.Ordinal);
        foreach (Type type in assembly.GetTypes())
        {
            if (FolderOf(type) is not { } from)
                continue;
            foreach (Type used in TypeReferences.Of(type).Where(used => used.Assembly == assembly))
            {
                if (FolderOf(used) is { } to && to != from && !table[from].Contains(to, StringComparer.Ordinal))
                    forbidden.Add($"{from} -> {to}: {type.FullName} uses {used.FullName}");
            }
        }
        return forbidden;
    }

    /// <summary>Types in folders that the table does not know.</summary>
    public IReadOnlyCollection<string> Strangers() =>
        [.. assembly.GetTypes().Where(type => FolderOf(type) is { } folder && !table.ContainsKey(folder)).Select(type => type.FullName!)];

    /// <summary>Folders from which a way leads back to themselves.</summary>
    public IReadOnlyCollection<string> Cycles() => [.. table.Keys.Where(folder => Reachable(folder).Contains(folder))];

    private HashSet<string> Reachable(string folder)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(table[folder]);
        while (open.TryPop(out string? next))
        {
            if (!reached.Add(next))
                continue;
            foreach (string further in table[next])
                open.Push(further);
        }
        return reached;
    }

    // Types of the assembly's root stand above the folders: everyone may use them.
    private string? FolderOf(Type type) =>
        type.Namespace is { } space && space.StartsWith(_prefix, StringComparison.Ordinal) ? space[_prefix.Length..].Split('.')[0] : null;
}
