namespace Search.Articles.Names;

/// <summary>Words [First, End) of a run that are one name; RunFirst is where what guides it begins: its title, or itself.</summary>
internal readonly record struct RunPiece(int First, int End, int RunFirst, bool IsDemonym = false);
