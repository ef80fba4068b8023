namespace Search.Engine.Tests.Dump;

/// <summary>Which documents take part in a dump, and by which numbers they go.</summary>
internal enum DumpMode
{
    /// <summary>All of them, by their ids.</summary>
    All,

    /// <summary>Those that are not deleted, numbered on.</summary>
    Live,

    /// <summary>Those that are not deleted, numbered in byte order of the field <c>id</c>.</summary>
    ById,
}
