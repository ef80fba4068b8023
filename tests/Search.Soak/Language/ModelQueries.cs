namespace Search.Soak.Language;

/// <summary>Random queries of all forms, in all places where they may stand.</summary>
internal sealed class ModelQueries(Random random)
{
    /// <summary>A whole query.</summary>
    public ModelQuery Next() => Clause(random.Next(4));

    private ModelQuery Clause(int depth) => random.Next(depth == 0 ? 9 : 15) switch
    {
        0 or 1 => new ModelQuery.Stem(Word()),
        2 => OneWord(),
        3 => Phrase(),
        4 or 5 => Near(2),
        6 => random.Next(2) == 0 ? Movable() : new ModelQuery.Sentence(InSentence(2)),
        7 => Field(),
        8 => new ModelQuery.AtLeast(random.Next(1, 4), random.Next(4) == 0 ? new ModelQuery.Sentence(InSentence(1)) : Placed(1)),
        9 or 10 => All(depth, Clause),
        11 => Any(depth, Clause),
        12 => new ModelQuery.Rather(Clause(depth - 1), Clause(depth - 1)),
        13 => new ModelQuery.Article(InArticle(depth)),
        _ => random.Next(3) == 0 ? new ModelQuery.Paragraph(Clause(depth - 1)) : new ModelQuery.Sentence(InSentence(2)),
    };

    private ModelQuery InArticle(int depth) => random.Next(depth == 0 ? 4 : 9) switch
    {
        0 => Placed(1),
        1 => new ModelQuery.Stem(Word()),
        2 => Field(),
        3 => new ModelQuery.Sentence(InSentence(1)),
        4 or 5 => All(depth, InArticle),
        6 => Any(depth, InArticle),
        7 => new ModelQuery.Paragraph(Clause(depth - 1)),
        _ => new ModelQuery.AtLeast(random.Next(1, 4), Placed(1)),
    };

    private ModelQuery InSentence(int depth) => random.Next(depth == 0 ? 3 : 6) switch
    {
        0 => new ModelQuery.Stem(Word()),
        1 => Placed(1),
        2 => OneWord(),
        3 or 4 => All(depth, InSentence),
        _ => Any(depth, InSentence),
    };

    /// <summary>What has places in a text: may stand beside near, and may be counted.</summary>
    private ModelQuery Placed(int depth) => random.Next(depth == 0 ? 4 : 7) switch
    {
        0 or 1 => new ModelQuery.Stem(Word()),
        2 => OneWord(),
        3 => Phrase(),
        4 => new ModelQuery.Any([Placed(depth - 1), Placed(depth - 1)]),
        _ => Near(depth),
    };

    private ModelQuery.Near Near(int depth) => new(Placed(depth - 1), Placed(depth - 1), random.Next(1, 6), random.Next(2) == 0);

    private ModelQuery Field() => random.Next(5) switch
    {
        0 or 1 => new ModelQuery.Headline(InHeadline()),
        2 => new ModelQuery.Lead(Placed(1) is var placed && HasCase(placed) ? new ModelQuery.Stem(Word()) : placed),
        3 => random.Next(2) == 0 ? new ModelQuery.Outlet("post", random.Next(2) == 0) : new ModelQuery.Outlet("daily NEWS", true),
        _ => new ModelQuery.Published(2022 + random.Next(2), random.Next(2) == 0 ? null : random.Next(1, 13)),
    };

    private ModelQuery InHeadline() => random.Next(4) switch
    {
        0 => Plain(),
        1 => new ModelQuery.Near(new ModelQuery.Stem(Word()), new ModelQuery.Stem(Word()), 2, IsOrdered: false),
        _ => new ModelQuery.Stem(Word()),
    };

    private static bool HasCase(ModelQuery query) => query switch
    {
        ModelQuery.Cased => true,
        ModelQuery.Phrase phrase => phrase.Items.Any(HasCase),
        ModelQuery.Any any => any.Parts.Any(HasCase),
        ModelQuery.Near near => HasCase(near.Left) || HasCase(near.Right),
        _ => false,
    };

    private ModelQuery.All All(int depth, Func<int, ModelQuery> part)
    {
        List<ModelQuery> required = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => part(depth - 1))];
        List<ModelQuery> excluded = random.Next(3) == 0 || required.Count == 1 ? [part(depth - 1)] : [];
        return new ModelQuery.All(required, excluded);
    }

    private ModelQuery.Any Any(int depth, Func<int, ModelQuery> part) => new([.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => part(depth - 1))]);

    private ModelQuery.OneWord OneWord() => random.Next(6) switch
    {
        0 or 1 => new ModelQuery.Exact(Word()),
        2 => Cased(),
        3 => Glob(),
        4 => new ModelQuery.Fuzzy(Word(), random.Next(1, 3)),
        _ => new ModelQuery.Regex(Word(), Word()),
    };

    private ModelQuery.Cased Cased()
    {
        string word = Word().Text;
        return new ModelQuery.Cased(random.Next(2) == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]);
    }

    private ModelQuery.Glob Glob() => new(random.Next(5) switch { 0 => "visit*", 1 => "dron?s", 2 => "*s", 3 => "a*e*", _ => "?tate" });

    private ModelQuery.Phrase Plain() => new([new ModelQuery.Exact(Word()), new ModelQuery.Exact(Word())]);

    private ModelQuery.Phrase Phrase()
    {
        var items = new List<ModelQuery> { Item(true) };
        for (int more = random.Next(1, 4); more > 0; more--)
        {
            if (random.Next(8) == 0)
                items.Add(new ModelQuery.Gap());
            items.Add(Item(true));
        }
        return new ModelQuery.Phrase(items);
    }

    private ModelQuery.Movable Movable() =>
        new([.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => Item(mayBeLong: false))], random.Next(1, 5));

    private ModelQuery Item(bool mayBeLong) => random.Next(10) switch
    {
        0 => Cased(),
        1 => Glob(),
        2 => new ModelQuery.Any([new ModelQuery.Exact(Word()), mayBeLong && random.Next(2) == 0 ? Plain() : new ModelQuery.Exact(Word())]),
        _ => new ModelQuery.Exact(Word()),
    };

    private ModelWord Word() => ModelWord.All[random.Next(ModelWord.All.Count)];
}
