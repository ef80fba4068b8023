namespace Search.Soak.Language;

/// <summary>The meaning of the query language, told as plainly as possible: paragraph by paragraph, way by way, without an index.</summary>
/// <param name="article">The article.</param>
internal sealed class PlainMatcher(ModelArticle article)
{
    private const int LeadParagraphs = 2;

    /// <summary>The marks of a paragraph that is a hit; null when it is none.</summary>
    /// <remarks>
    /// A query is some ways of being true, one alternative of each choice. A paragraph is a hit when one of the ways is true and shows
    /// something there, or has nothing in it that could show (only outlets, dates and exclusions).
    /// </remarks>
    public IReadOnlyList<(int From, int To)>? HitAt(ModelQuery query, int paragraph)
    {
        PlainTruth truth = At(query, paragraph);
        return truth.IsTrue && Ways(query).Any(way => IsHit(way, paragraph)) ? truth.Marks : null;
    }

    /// <summary>Whether a query holds for a paragraph, and what takes part.</summary>
    private PlainTruth At(ModelQuery query, int paragraph)
    {
        ModelParagraph text = article.Paragraphs[paragraph];
        switch (query)
        {
            case ModelQuery.All all:
                PlainTruth[] required = [.. all.Required.Select(part => At(part, paragraph))];
                return required.All(part => part.IsTrue) && !all.Excluded.Any(part => At(part, paragraph).IsTrue)
                    ? new PlainTruth(true, [.. required.SelectMany(part => part.Marks)])
                    : PlainTruth.False;
            case ModelQuery.Any any:
                PlainTruth[] parts = [.. any.Parts.Select(part => At(part, paragraph))];
                return new PlainTruth(parts.Any(part => part.IsTrue), [.. parts.SelectMany(part => part.Marks)]);
            case ModelQuery.Rather rather:
                PlainTruth truth = At(rather.Required, paragraph);
                return truth.IsTrue ? truth with { Marks = [.. truth.Marks, .. HitAt(rather.Optional, paragraph) ?? []] } : PlainTruth.False;
            case ModelQuery.Sentence sentence:
                return InSentences(sentence.Inner, text);
            case ModelQuery.Paragraph scope:
                return At(scope.Inner, paragraph);
            case ModelQuery.Article or ModelQuery.AtLeast:
                return OfArticle(query) ? new PlainTruth(true, ShownAt(query, paragraph).Marks) : PlainTruth.False;
            case ModelQuery.Lead lead:
                return paragraph < LeadParagraphs ? PlainTruth.Of(PlainPlaces.Of(lead.Inner, text.Tokens)) : PlainTruth.False;
            case ModelQuery.Headline or ModelQuery.Outlet or ModelQuery.Published or ModelQuery.Everything:
                return PlainTruth.When(OfArticle(query));
            default:
                return PlainTruth.Of(PlainPlaces.Of(query, text.Tokens));
        }
    }

    /// <summary>Whether a query holds for the article.</summary>
    private bool OfArticle(ModelQuery query) => query switch
    {
        ModelQuery.All all => all.Required.All(OfArticle) && !all.Excluded.Any(OfArticle),
        ModelQuery.Any any => any.Parts.Any(OfArticle),
        ModelQuery.Rather rather => OfArticle(rather.Required),
        ModelQuery.Article scope => OfArticle(scope.Inner),
        ModelQuery.AtLeast atLeast => article.Paragraphs.Sum(paragraph => Count(atLeast.Inner, paragraph)) >= atLeast.Count,
        ModelQuery.Headline headline => article.Headline is { } text && PlainPlaces.Of(headline.Inner, text.Tokens).Count > 0,
        ModelQuery.Outlet outlet => article.Outlet is { } name
            && (outlet.IsWhole ? name.Equals(outlet.Text, StringComparison.OrdinalIgnoreCase) : name.Split(' ').Contains(outlet.Text, StringComparer.OrdinalIgnoreCase)),
        ModelQuery.Published published => article.Published is { } date && date.Year == published.Year && (published.Month is not { } month || date.Month == month),
        ModelQuery.Everything => true,
        _ => Enumerable.Range(0, article.Paragraphs.Count).Any(paragraph => At(query, paragraph).IsTrue),
    };

    /// <summary>What of an article's truth shows in a paragraph: whether anything does, and marks.</summary>
    private PlainTruth ShownAt(ModelQuery query, int paragraph)
    {
        switch (query)
        {
            case ModelQuery.All all:
                return Together(all.Required.Select(part => ShownAt(part, paragraph)));
            case ModelQuery.Any any:
                return Together(any.Parts.Where(OfArticle).Select(part => ShownAt(part, paragraph)));
            case ModelQuery.Article scope:
                return ShownAt(scope.Inner, paragraph);
            case ModelQuery.AtLeast atLeast:
                return At(atLeast.Inner, paragraph);
            case ModelQuery.Headline:
                return PlainTruth.When(paragraph == 0 && OfArticle(query));
            case ModelQuery.Outlet or ModelQuery.Published or ModelQuery.Everything:
                return PlainTruth.False;
            case ModelQuery.Paragraph scope:
                return At(scope.Inner, paragraph) is { IsTrue: true } inner && Ways(scope.Inner).Any(way => Shows(way, paragraph)) ? inner : PlainTruth.False;
            default:
                return At(query, paragraph);
        }
    }

    private static PlainTruth Together(IEnumerable<PlainTruth> parts)
    {
        PlainTruth[] all = [.. parts];
        return new PlainTruth(all.Any(part => part.IsTrue), [.. all.SelectMany(part => part.Marks)]);
    }

    private bool IsHit(List<ModelQuery> way, int paragraph) =>
        way.TrueForAll(part => At(part, paragraph).IsTrue) && (way.Exists(part => ShowsAt(part, paragraph)) || !way.Exists(CouldShow));

    private bool Shows(List<ModelQuery> way, int paragraph) =>
        way.TrueForAll(part => At(part, paragraph).IsTrue) && way.Exists(part => ShowsAt(part, paragraph));

    // A single part of a way.
    private bool ShowsAt(ModelQuery part, int paragraph) => part switch
    {
        ModelQuery.Headline => paragraph == 0,
        ModelQuery.Article or ModelQuery.AtLeast => ShownAt(part, paragraph).IsTrue,
        ModelQuery.All or ModelQuery.Outlet or ModelQuery.Published or ModelQuery.Everything => false,
        _ => true,
    };

    private static bool CouldShow(ModelQuery part) => part switch
    {
        ModelQuery.Outlet or ModelQuery.Published or ModelQuery.Everything => false,
        ModelQuery.All all => all.Required.Any(CouldShow),
        ModelQuery.Any any => any.Parts.Any(CouldShow),
        ModelQuery.Article scope => CouldShow(scope.Inner),
        ModelQuery.Paragraph scope => CouldShow(scope.Inner),
        ModelQuery.Rather rather => CouldShow(rather.Required),
        _ => true,
    };

    // Each way is a list of parts that are all true in it; what is excluded is a part of its own that shows nothing.
    private static IEnumerable<List<ModelQuery>> Ways(ModelQuery query)
    {
        switch (query)
        {
            case ModelQuery.Any any:
                return any.Parts.SelectMany(Ways);
            case ModelQuery.Rather rather:
                return Ways(rather.Required);
            case ModelQuery.Paragraph scope:
                return Ways(scope.Inner);
            case ModelQuery.All all:
                IEnumerable<List<ModelQuery>> ways = [[.. all.Excluded.Select(part => new ModelQuery.All([], [part]))]];
                foreach (ModelQuery part in all.Required)
                    ways = ways.SelectMany(_ => Ways(part), (before, way) => (List<ModelQuery>)[.. before, .. way]);
                return ways;
            default:
                return [[query]];
        }
    }

    private static PlainTruth InSentences(ModelQuery query, ModelParagraph text)
    {
        PlainTruth[] sentences = [.. Enumerable.Range(0, text.Sentences.Count).Select(sentence => InSentence(query, text, sentence))];
        return new PlainTruth(sentences.Any(sentence => sentence.IsTrue), [.. sentences.SelectMany(sentence => sentence.Marks)]);
    }

    private static PlainTruth InSentence(ModelQuery query, ModelParagraph text, int sentence)
    {
        switch (query)
        {
            case ModelQuery.All all:
                PlainTruth[] required = [.. all.Required.Select(part => InSentence(part, text, sentence))];
                return required.All(part => part.IsTrue) && !all.Excluded.Any(part => InSentence(part, text, sentence).IsTrue)
                    ? new PlainTruth(true, [.. required.SelectMany(part => part.Marks)])
                    : PlainTruth.False;
            case ModelQuery.Any any when any.Parts.Any(part => part is ModelQuery.All or ModelQuery.Any):
                return Together(any.Parts.Select(part => InSentence(part, text, sentence)));
            default:
                return PlainTruth.Of([.. PlainPlaces.Of(query, text.Tokens).Where(place =>
                    text.SentenceAt(text.Tokens[place.Start].Start) == sentence && text.SentenceAt(text.Tokens[place.End].Start) == sentence)]);
        }
    }

    // Distinct places, or sentences.
    private static int Count(ModelQuery query, ModelParagraph text) => query is ModelQuery.Sentence sentence
        ? Enumerable.Range(0, text.Sentences.Count).Count(number => InSentence(sentence.Inner, text, number).IsTrue)
        : PlainPlaces.Of(query, text.Tokens).Select(place => (place.Start, place.End)).Distinct().Count();
}
