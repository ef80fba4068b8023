namespace Search.Articles.Indexing;

/// <summary>Keeps what is known of a collection: in memory between writes, and in a file beside the commit that names it.</summary>
/// <remarks>
/// A small collection's file is written with every commit, a large one's when it has grown by a twentieth: what is lost in a crash are counts of
/// a few articles, which the next learning of the whole collection finds again. Not thread safe.
/// </remarks>
internal sealed class KnowledgeStore(string folder)
{
    private const int SmallCollection = 500;

    private CollectionKnowledge? _kept;
    private string? _name;
    private int _savedArticles;

    /// <summary>What a commit knows; null when its file is missing or broken.</summary>
    /// <param name="name">The name that the commit gives.</param>
    public CollectionKnowledge? Get(string? name)
    {
        if (_kept is not null && name is not null && name == _name)
            return _kept;
        Forget();
        if (CollectionKnowledge.TryLoad(folder, name) is not { } loaded)
            return null;
        Keep(loaded, name!);
        return loaded;
    }

    /// <summary>Writes it where that is due, and returns the name that the next commit must give.</summary>
    public string Save(CollectionKnowledge knowledge)
    {
        bool isDue = knowledge != _kept || knowledge.Lines.Articles <= SmallCollection || knowledge.Lines.Articles > _savedArticles + _savedArticles / 20;
        if (isDue || _name is null)
            Keep(knowledge, knowledge.Save(folder));
        return _name!;
    }

    /// <summary>Removes the files of earlier commits.</summary>
    public void DeleteOld()
    {
        if (_name is { } name)
            CollectionKnowledge.DeleteAllBut(folder, name);
    }

    /// <summary>Drops what is in memory, after a failure: the file of the last commit counts.</summary>
    public void Forget()
    {
        _kept = null;
        _name = null;
    }

    private void Keep(CollectionKnowledge knowledge, string name)
    {
        _kept = knowledge;
        _name = name;
        _savedArticles = knowledge.Lines.Articles;
    }
}
